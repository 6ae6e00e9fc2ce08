import type { TriggerPage } from '../core/parts.ts'
import { isLike, type Wanted } from '../rules/is-like.ts'

/** When the page tells this event by `pulso.event`, with such properties. */
export const trigger = ({ name, where = {} }: { name: string; where?: Wanted }, fire: () => void, { pulso }: TriggerPage): void => {
  pulso.on('event', (told, properties) => {
    if (told === name && isLike(properties ?? {}, where)) fire()
  })
}
