import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Dialog } from '../controls/dialog.tsx'
import { Field } from '../controls/field.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { settingsWords } from './words.ts'

type Props = {
  title: string
  children: ComponentChildren
  /** What the button does, in its words. */
  confirm: string
  /** To be written first, where it cannot be undone. */
  word?: string
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone from the screen. */
export function ConfirmDialog({ title, children, confirm, word, onConfirm, onClose }: Props) {
  const { words } = useSpeech()
  const own = useWords(settingsWords)
  const [written, setWritten] = useState('')
  const close = useRef<HTMLButtonElement>(null)
  const isReady = word === undefined || written.trim() === word
  const end = () => close.current?.closest('dialog')?.close()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button button-quiet" ref={close} onClick={end}>
            {words.controls.cancel}
          </button>
          <button
            type="button"
            class="button button-danger"
            disabled={!isReady}
            onClick={() => {
              end()
              onConfirm()
            }}
          >
            {confirm}
          </button>
        </>
      }
    >
      {children}
      {word !== undefined && (
        <Field label={own.typeToConfirm(word)}>
          {(control) => (
            <input
              class="input"
              {...control}
              autocomplete="off"
              value={written}
              onInput={(event) => setWritten(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </Dialog>
  )
}
