import { type ReadonlySignal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'

/** A single key that does something on this page. `keys` is what `KeyboardEvent.key` says: `j`, `/`, `ArrowLeft`. */
export type KeyBinding = { keys: string | readonly string[]; label: string; run: (event: KeyboardEvent) => void }

export type Keys = {
  /** All that work now, the page's own first. */
  bindings: ReadonlySignal<readonly KeyBinding[]>
  /** `isFrame`: of what stands around every page, which gives way to the page where both want a key. */
  add: (bindings: readonly KeyBinding[], isFrame?: boolean) => () => void
  destroy: () => void
}

const toKeyList = ({ keys }: KeyBinding): readonly string[] => (typeof keys === 'string' ? [keys] : keys)

/** Single-key shortcuts of whatever is on the screen. They rest while somebody types, and while a dialog or a menu is open. */
export function createKeys(isOn: ReadonlySignal<boolean>): Keys {
  const bindings = signal<readonly KeyBinding[]>([])
  const press = (event: KeyboardEvent) => {
    if (!isOn.value || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (isTyping(event.target) || document.querySelector('dialog[open], [popover]:popover-open') !== null) return
    const found = bindings.value.find((binding) => toKeyList(binding).includes(event.key))
    if (!found) return
    event.preventDefault()
    found.run(event)
  }
  addEventListener('keydown', press)
  return {
    bindings,
    add: (added, isFrame = false) => {
      bindings.value = isFrame ? [...bindings.value, ...added] : [...added, ...bindings.value]
      return () => {
        bindings.value = bindings.value.filter((binding) => !added.includes(binding))
      }
    },
    destroy: () => removeEventListener('keydown', press),
  }
}

/** Every binding with the keys that are its own: what another one before it has taken does something else. */
export function toOwnKeys(bindings: readonly KeyBinding[]): { binding: KeyBinding; keys: string[] }[] {
  const taken = new Set<string>()
  return bindings.flatMap((binding) => {
    const keys = toKeyList(binding).filter((key) => !taken.has(key))
    for (const key of keys) taken.add(key)
    return keys.length > 0 ? [{ binding, keys }] : []
  })
}

/** Whether a key belongs to what has the focus: a field takes letters, a list of choices takes arrows; a check box takes neither. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input:not([type="checkbox"]), textarea, select, [role="listbox"], [role="menu"], [role="grid"]') !== null
  )
}

export const KeysContext = createContext<Keys | null>(null)

/** Adds shortcuts for as long as the component is there. What they do may change with every render; which keys they are may not. */
export function useKeys(bindings: readonly KeyBinding[], isFrame = false): void {
  const keys = useContext(KeysContext)
  const newest = useRef(bindings)
  newest.current = bindings
  const names = bindings.map((binding) => `${toKeyList(binding).join(' ')} ${binding.label}`).join('\n')
  // Not after the next frame: what is on the screen can be worked as soon as it is seen.
  useLayoutEffect(
    () =>
      keys?.add(
        newest.current.map((binding, place) => ({ ...binding, run: (event: KeyboardEvent) => newest.current[place]?.run(event) })),
        isFrame,
      ),
    [keys, names, isFrame],
  )
}
