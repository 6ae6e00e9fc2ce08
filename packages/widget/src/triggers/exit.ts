import type { TriggerPage } from '../core/parts.ts'

/** When a mouse leaves the page by its upper edge, towards the tabs and the address. Once. */
export const trigger = (_: true, fire: () => void, { signal }: TriggerPage): void => {
  const root = document.documentElement
  const leave = ({ clientY }: MouseEvent) => {
    if (clientY > 0) return
    root.removeEventListener('mouseleave', leave)
    fire()
  }
  root.addEventListener('mouseleave', leave, { signal })
}
