import type { ModeModule } from '../../core/parts.ts'
import { css } from './inline.css'

/**
 * In an element of the page, in its flow. It takes no room before it is shown;
 * what lies below then moves, which browsers count as a layout shift unless the
 * visitor has just done something: show it after a click, or give its element a
 * height of its own.
 */
const mount: NonNullable<ModeModule['mount']> = ({ container }) => {
  if (!container) throw new Error('There is no element to put the prompt into')
  return {}
}

export { css, mount }
