import { PATHS } from '@pulso/protocol/constants'
import { useState } from 'preact/hooks'
import { ErrorNote } from '../../controls/error-note.tsx'
import { type Failure, request, type ToldProblem } from '../../request.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { isRemoval } from '../guards.ts'
import { dangerWords } from './words.ts'

type Props = {
  site: string
  source: 'demo' | 'import'
  /** Written first, where removing is more than a click should do. */
  word?: string
  onRemoved: () => void
}

/** A button that removes what did not come from visitors, after asking, and says how much it was. */
export function RemoveAnswers({ site, source, word, onRemoved }: Props) {
  const all = useWords(dangerWords)
  const words = source === 'demo' ? all.demo : all.imported
  const { locale } = useSpeech()
  const [isAsking, setAsking] = useState(false)
  const [removed, setRemoved] = useState<number | 'now' | null>(null)
  const [trouble, setTrouble] = useState<{ failure: Failure; problem: ToldProblem | null } | null>(null)

  async function remove(): Promise<void> {
    setRemoved('now')
    setTrouble(null)
    const outcome = await request(`${PATHS.siteResponses(site)}?source=${source}`, isRemoval, { method: 'DELETE' })
    setRemoved(outcome.ok ? outcome.value.removed : null)
    if (!outcome.ok) return setTrouble(outcome)
    onRemoved()
  }

  return (
    <>
      <div class="settings-actions">
        <button type="button" class="button button-quiet" disabled={removed === 'now'} onClick={() => setAsking(true)}>
          {words.remove}
        </button>
        <p role="status">
          {removed === 'now' ? all.removing : removed === null ? '' : all.removed(removed, new Intl.NumberFormat(locale).format(removed))}
        </p>
      </div>
      {trouble && <ErrorNote {...trouble} onTryAgain={() => void remove()} />}
      {isAsking && (
        <ConfirmDialog
          title={words.confirmTitle}
          confirm={words.remove}
          {...(word !== undefined && { word })}
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        >
          <p>{words.confirmText}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
