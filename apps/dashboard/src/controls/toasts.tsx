import { type ReadonlySignal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { useSpeech } from '../words/speech.tsx'
import './toasts.css'

/** How long what was done can be undone from here: long enough to read it, find the button and press it. */
const SHOWN_MS = 12_000
const MOST_TOASTS = 3

type Toast = { text: string; tone?: 'done' | 'failed'; undo?: () => unknown }
type ShownToast = Toast & { id: number }

export type Toasts = { shown: ReadonlySignal<readonly ShownToast[]>; say: (toast: Toast) => void; close: (id: number) => void }

/** What was just done, with the way back. */
export function createToasts(): Toasts {
  const shown = signal<readonly ShownToast[]>([])
  let last = 0
  return {
    shown,
    say: (toast) => {
      last += 1
      shown.value = [...shown.value, { ...toast, id: last }].slice(-MOST_TOASTS)
    },
    close: (id) => {
      shown.value = shown.value.filter((toast) => toast.id !== id)
    },
  }
}

export const ToastsContext = createContext<Toasts | null>(null)

export function useToasts(): Toasts {
  const toasts = useContext(ToastsContext)
  if (!toasts) throw new Error('useToasts needs a ToastsContext above it')
  return toasts
}

/** Where toasts appear; said politely to those who do not see them. */
export function Toasts() {
  const toasts = useToasts()
  /** Where the focus was before it came here: it goes back there with the toast. */
  const before = useRef<HTMLElement | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const close = (id: number) => {
    const from = before.current?.isConnected ? before.current : document.getElementById('content')
    if (box.current?.contains(document.activeElement)) from?.focus({ preventScroll: true })
    toasts.close(id)
  }
  return (
    <div
      class="toasts"
      role="status"
      aria-live="polite"
      ref={box}
      onFocusIn={({ relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !box.current?.contains(relatedTarget)) before.current = relatedTarget
      }}
    >
      {toasts.shown.value.map((toast) => (
        <ShownOne key={toast.id} toast={toast} onClose={() => close(toast.id)} />
      ))}
    </div>
  )
}

function ShownOne({ toast, onClose }: { toast: ShownToast; onClose: () => void }) {
  const { words } = useSpeech()
  const { text, tone = 'done', undo } = toast
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    // What failed stays until somebody has seen it, and nothing goes from under a hand that is on its way to a button.
    if (tone === 'failed' || isHeld) return
    const timer = setTimeout(onClose, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [tone, isHeld])
  return (
    <div
      class="toast"
      data-tone-of={tone}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <p>{text}</p>
      {undo && (
        <button
          type="button"
          class="toast-undo"
          onClick={() => {
            undo()
            onClose()
          }}
        >
          {words.controls.undo}
        </button>
      )}
      <button type="button" class="toast-close" aria-label={words.controls.close} onClick={onClose}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="m5 5 10 10M15 5 5 15" />
        </svg>
      </button>
    </div>
  )
}
