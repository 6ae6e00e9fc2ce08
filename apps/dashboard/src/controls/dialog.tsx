import type { ComponentChildren } from 'preact'
import { useContext, useEffect, useId, useRef } from 'preact/hooks'
import { useSpeech } from '../words/speech.tsx'
import { FailedInDialog, ToastsContext } from './toasts.tsx'
import './dialog.css'
import './notes.css'

type Props = {
  title: string
  /** Called once it has closed, by Escape, its cross, or a press beside it. */
  onClose: () => void
  children: ComponentChildren
  /** The buttons at its foot. */
  actions?: ComponentChildren
  isWide?: boolean
}

/** A modal dialog: the browser's own, which keeps the focus, and gives it back when it closes. */
export function Dialog({ title, onClose, children, actions, isWide = false }: Props) {
  const { words } = useSpeech()
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const toasts = useContext(ToastsContext)
  useEffect(() => toasts?.openDialog(id), [toasts, id])
  /** Where a press began: one that marks text in a field and is let go beside the dialog is no press beside it. */
  const pressed = useRef<EventTarget | null>(null)
  useEffect(() => {
    const opener = document.activeElement
    ref.current?.showModal()
    return () => {
      // A dialog that is taken out of the page while open forgets where the focus was.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
      // What opened it may go together with it, as the row of what was erased.
      queueMicrotask(() => {
        if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true })
      })
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape, by the browser, is the key for a press beside it.
    <dialog
      ref={ref}
      class={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onClose={onClose}
      onPointerDown={(event) => {
        pressed.current = event.target
      }}
      onClick={(event) => event.target === ref.current && pressed.current === ref.current && ref.current?.close()}
    >
      <div class="dialog-sheet">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="dialog-close" aria-label={words.controls.close} onClick={() => ref.current?.close()}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="m5 5 10 10M15 5 5 15" />
            </svg>
          </button>
        </header>
        <div class="dialog-body">{children}</div>
        <FailedInDialog dialog={id} />
        {actions && <footer>{actions}</footer>}
      </div>
    </dialog>
  )
}
