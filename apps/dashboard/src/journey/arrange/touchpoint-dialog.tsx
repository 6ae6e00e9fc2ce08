import type { Site } from '@pulso/protocol/types'
import { useId, useState } from 'preact/hooks'
import { Dialog } from '../../controls/dialog.tsx'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import type { Arranged } from './arrange-dialogs.tsx'
import { withEditedTouchpoint, withNewTouchpoint, withoutTouchpoint } from './edit-touchpoint.ts'
import { findPlace, withTouchpointAt } from './move.ts'
import { toName } from './name-draft.ts'
import { KeyField } from './names-fields.tsx'
import { toSuggestedKey } from './to-key.ts'
import { findMistakes, toTouchpoint, toTouchpointDraft } from './touchpoint-draft.ts'
import { TouchpointFields } from './touchpoint-fields.tsx'
import type { Arranging } from './use-arranging.ts'

type Touchpoint = Site['touchpoints'][number]
type Props = {
  arranging: Arranging
  touchpoint: Touchpoint | null
  /** Where a new one is added. */
  stage: string
  onSaved: (saved: Arranged) => void
  onClose: () => void
  onMerge: () => void
  onSplit: () => void
}

/** A touchpoint: a new one, or one that is there, which can be merged, split and deleted too. */
export function TouchpointDialog({ arranging, touchpoint, stage, onSaved, onClose, onMerge, onSplit }: Props) {
  const { language } = useSpeech()
  const { dialog, done } = useWords(journeyWords)
  const { site, apply } = arranging
  // What was there when the dialog was opened: somebody else may change it meanwhile.
  const [was] = useState(touchpoint)
  const [draft, setDraft] = useState(() => toTouchpointDraft(was, stage))
  const [typedKey, setKey] = useState(was?.key ?? null)
  const [isChecked, setChecked] = useState(false)
  const form = useId()
  const name = toName(draft.name)
  const shownName = name ? toLocalized(name, language) : ''
  const key = typedKey ?? toSuggestedKey(shownName)
  const isTaken =
    key !== was?.key && site.touchpoints.some((one) => one.key === key || (one.key !== was?.key && one.formerly?.includes(key)))
  const mistakes = findMistakes(draft, key)
  const formers = (was?.formerly ?? []).map((former) =>
    typeof former === 'string' ? former : `${former.key} (${former.prompts.join(', ')})`,
  )

  const save = async () => {
    setChecked(true)
    if (isTaken || Object.values(mistakes).some(Boolean)) return
    const next = toTouchpoint(draft, key, was)
    const isSaved = was
      ? await apply((current) => withEdit(current, was, next), done.saved(shownName))
      : await apply((current) => withNewTouchpoint(current, next), done.added(shownName))
    if (!isSaved) return
    onSaved({ is: 'touchpoint', key })
    onClose()
  }
  const remove = async () => {
    if (was && (await apply((current) => withoutTouchpoint(current, was.key), done.deleted(toLocalized(was.name, language))))) onClose()
  }
  return (
    <Dialog
      title={was ? dialog.editTouchpoint : dialog.newTouchpoint}
      onClose={onClose}
      isWide
      actions={
        <>
          {was && (
            <span class="arrange-more">
              <button type="button" class="button button-quiet arrange-delete" disabled={arranging.isSaving} onClick={() => void remove()}>
                {dialog.delete}
              </button>
              <button type="button" class="button button-quiet" disabled={site.touchpoints.length < 2} onClick={onMerge}>
                {dialog.mergeOpen}
              </button>
              <button
                type="button"
                class="button button-quiet"
                disabled={site.prompts.every(({ touchpoints }) => !touchpoints.includes(was.key))}
                onClick={onSplit}
              >
                {dialog.splitOpen}
              </button>
            </span>
          )}
          <button type="submit" form={form} class="button" disabled={arranging.isSaving}>
            {was ? dialog.save : dialog.add}
          </button>
        </>
      }
    >
      <form
        id={form}
        class="arrange-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TouchpointFields site={site} draft={draft} mistakes={isChecked ? mistakes : null} onChange={setDraft}>
          <KeyField value={key} former={was?.key ?? null} isTaken={isTaken} isChecked={isChecked} onChange={setKey} />
        </TouchpointFields>
        {formers.length > 0 && (
          <p class="field-hint">
            {dialog.formerly}: {formers.join(', ')}
          </p>
        )}
        {was && (
          <p class="field-hint">
            {dialog.delete}: {dialog.deleteTouchpointNote}
          </p>
        )}
      </form>
    </Dialog>
  )
}

/** One that has got another stage stands at its end, and not wherever its place in the list happens to be. */
function withEdit(current: Site, was: Touchpoint, next: Touchpoint): Site {
  const edited = withEditedTouchpoint(current, was, next)
  if (next.stage === was.stage || findPlace(edited, next.key) === null) return edited
  return withTouchpointAt(edited, next.key, { stage: next.stage, position: Number.MAX_SAFE_INTEGER })
}
