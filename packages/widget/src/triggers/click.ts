import type { TriggerPage } from '../core/parts.ts'

/** When something in the page that this selector matches is clicked, also if it came later or stops its events. */
export const trigger = (selector: string, fire: () => void, { signal }: TriggerPage): void => {
  // One that is no selector says so here, and not at every click of the visitor.
  document.querySelector(selector)
  addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest(selector)) fire()
    },
    { capture: true, signal },
  )
}
