import { useState } from 'preact/hooks'
import { Dialog } from '../controls/dialog.tsx'
import { useWords } from '../words/speech.tsx'
import { sharingWords } from './words.ts'

type Props = { title: string; text: string; action: string; problem: string | null; onConfirm: () => Promise<void>; onClose: () => void }

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog({ title, text, action, problem, onConfirm, onClose }: Props) {
  const words = useWords(sharingWords)
  const [isUnderWay, setUnderWay] = useState(false)
  const confirm = async () => {
    setUnderWay(true)
    await onConfirm()
    setUnderWay(false)
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button button-quiet" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="button" class="button sharing-end" disabled={isUnderWay} onClick={() => void confirm()}>
            {action}
          </button>
        </>
      }
    >
      <p>{text}</p>
      {problem !== null && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  )
}
