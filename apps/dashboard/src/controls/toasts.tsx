import { type ReadonlySignal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import { useSpeech } from '../words/speech.tsx'
import './toasts.css'

/** How long what was done can be undone from here: long enough to read it, find the button and press it. */
const SHOWN_MS = 12_000
const MOST_TOASTS = 3

type Toast = {
  text: string
  tone?: 'done' | 'failed'
  undo?: () => unknown
  /** Takes the place of the one of its kind that is still there: for what is done again and again. */
  kind?: string
}
type ShownToast = Toast & { id: number /** The dialog that shows it instead of the page; null: none. */; dialog: string | null }

export type Toasts = {
  shown: ReadonlySignal<readonly ShownToast[]>
  say: (toast: Toast) => void
  close: (id: number) => void
  /** Until it is told that it has closed, a dialog shows what fails: what is behind it can be neither seen well, nor heard. */
  openDialog: (id: string) => () => void
}

/** What was just done, with the way back. */
export function createToasts(): Toasts {
  const shown = signal<readonly ShownToast[]>([])
  let dialogs: readonly string[] = []
  let last = 0
  return {
    shown,
    say: (toast) => {
      last += 1
      const others = shown.value.filter(({ kind }) => kind === undefined || kind !== toast.kind)
      const dialog = toast.tone === 'failed' ? (dialogs.at(-1) ?? null) : null
      shown.value = [...others, { ...toast, id: last, dialog }].slice(-MOST_TOASTS)
    },
    close: (id) => {
      shown.value = shown.value.filter((toast) => toast.id !== id)
    },
    openDialog: (id) => {
      dialogs = [...dialogs, id]
      return () => {
        dialogs = dialogs.filter((open) => open !== id)
        shown.value = shown.value.filter(({ dialog }) => dialog !== id)
      }
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
      {toasts.shown.value
        .filter(({ dialog }) => dialog === null)
        .map((toast) => (
          <ShownOne key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
    </div>
  )
}

/** The last thing that failed while a dialog was open, in it. */
export function FailedInDialog({ dialog }: { dialog: string }) {
  const failed = useContext(ToastsContext)?.shown.value.findLast((toast) => toast.dialog === dialog)
  return (
    <div class="dialog-failed" role="alert">
      {failed && (
        <p key={failed.id} class="error-note">
          {failed.text}
        </p>
      )}
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
