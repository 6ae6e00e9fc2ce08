import { useEffect } from 'preact/hooks'

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]'

/**
 * Keeps whoever works by keyboard in their place: where what had the focus goes, as a
 * button that has done its work or a row that was removed, the focus goes to what is
 * beside it, and where it was only off for a moment, back to it. Dialogs see to it themselves.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null
    }
    // Who presses beside everything wants the focus nowhere.
    const forget = ({ target }: PointerEvent) => {
      if (target instanceof Node && !last?.contains(target)) last = null
    }
    const observer = new MutationObserver((records) => {
      const lost = last
      if (lost === null || document.activeElement !== document.body) return
      if (lost.isConnected) {
        if (!lost.matches(':disabled') && records.some(({ target }) => target === lost)) toElement(lost)?.focus({ preventScroll: true })
        return
      }
      const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)))
      if (!record || lost.closest('dialog')) return
      last = null
      findNear(record)?.focus({ preventScroll: true })
    })
    addEventListener('focusin', remember)
    addEventListener('pointerdown', forget)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    return () => {
      removeEventListener('focusin', remember)
      removeEventListener('pointerdown', forget)
      observer.disconnect()
    }
  }, [])
}

/** What can have the focus nearest to where something was: behind it, before it, else all that is around it. */
function findNear({ target, nextSibling, previousSibling }: MutationRecord): HTMLElement | null {
  for (let next = nextSibling; next !== null; next = next.nextSibling) {
    const found = findIn(next)
    if (found) return found
  }
  for (let before = previousSibling; before !== null; before = before.previousSibling) {
    const found = findIn(before)
    if (found) return found
  }
  const around = target instanceof Element ? target.closest('dialog, main, [tabindex]') : null
  return toElement(around) ?? document.getElementById('content')
}

function findIn(node: Node): HTMLElement | null {
  if (!(node instanceof HTMLElement) || !node.isConnected) return null
  const found = [node, ...node.querySelectorAll(FOCUSABLE)].filter((one) => one.matches(FOCUSABLE))
  return found.map(toElement).find((one) => one?.checkVisibility()) ?? null
}

const toElement = (element: Element | null) => (element instanceof HTMLElement ? element : null)
