import type { ModeModule } from '../../core/parts.ts'
import { css } from './inline.css'

/** In an element of the page, in its flow. */
const mount: ModeModule['mount'] = ({ host, container }) => ({
  // Only when it is shown: an invisible card would already take its room.
  attach() {},
  reveal() {
    container?.append(host)
    host.setAttribute('open', '')
  },
  detach: () => host.remove(),
})

export { css, mount }
