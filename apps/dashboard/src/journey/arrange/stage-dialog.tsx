import { PHASES } from '@pulso/protocol/constants'
import type { Site } from '@pulso/protocol/types'
import { useId, useState } from 'preact/hooks'
import { Dialog } from '../../controls/dialog.tsx'
import { Field } from '../../controls/field.tsx'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import type { Arranged } from './arrange-dialogs.tsx'
import { toHeirStage, withEditedStage, withNewStage, withoutStage } from './edit-stage.ts'
import { toTouchpointsOf } from './move.ts'
import { toName, toNameDraft } from './name-draft.ts'
import { KeyField, NamesFields } from './names-fields.tsx'
import { isKey, toSuggestedKey } from './to-key.ts'
import type { Arranging } from './use-arranging.ts'

type Stage = Site['stages'][number]
type Props = { arranging: Arranging; stage: Stage | null; onSaved: (saved: Arranged) => void; onClose: () => void }

/** A stage: its name, key and phase; a new one, or one that is there, which can be deleted too. */
export function StageDialog({ arranging, stage, onSaved, onClose }: Props) {
  const { words, language } = useSpeech()
  const { dialog, done, mistakes } = useWords(journeyWords)
  const { site, apply } = arranging
  const [name, setName] = useState(() => toNameDraft(stage?.name ?? {}))
  const [typedKey, setKey] = useState(stage?.key ?? null)
  const [phase, setPhase] = useState(stage?.phase ?? site.stages.at(-1)?.phase ?? 'during')
  const [isChecked, setChecked] = useState(false)
  const form = useId()
  const finalName = toName(name)
  const key = typedKey ?? toSuggestedKey(finalName ? toLocalized(finalName, language) : '')
  const isTaken = key !== stage?.key && site.stages.some((one) => one.key === key)
  const shownName = finalName ? toLocalized(finalName, language) : key
  const heir = stage && toHeirStage(site, stage.key)

  const save = async () => {
    setChecked(true)
    if (finalName === null || !isKey(key) || isTaken) return
    const next: Stage = { key, name: finalName, phase }
    const isSaved = stage
      ? await apply((current) => withEditedStage(current, stage, next), done.saved(shownName))
      : await apply((current) => withNewStage(current, next), done.added(shownName))
    if (!isSaved) return
    onSaved({ is: 'stage', key })
    onClose()
  }
  const remove = async () => {
    if (stage && (await apply((current) => withoutStage(current, stage.key), done.deleted(toLocalized(stage.name, language))))) onClose()
  }
  return (
    <Dialog
      title={stage ? dialog.editStage : dialog.newStage}
      onClose={onClose}
      actions={
        <>
          {stage && heir && (
            <button type="button" class="button button-quiet arrange-delete" disabled={arranging.isSaving} onClick={() => void remove()}>
              {dialog.delete}
            </button>
          )}
          <button type="submit" form={form} class="button" disabled={arranging.isSaving}>
            {stage ? dialog.save : dialog.add}
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
        <NamesFields draft={name} error={isChecked && finalName === null ? mistakes.name : null} onChange={setName} />
        <div class="arrange-pair">
          <KeyField value={key} former={null} isTaken={isTaken} isChecked={isChecked} onChange={setKey} />
          <Field label={dialog.phase}>
            {(control) => (
              <select
                {...control}
                class="input"
                value={phase}
                onChange={(event) => setPhase(PHASES.find((one) => one === event.currentTarget.value) ?? phase)}
              >
                {PHASES.map((one) => (
                  <option key={one} value={one}>
                    {words.journey.phases[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        {stage && heir && toTouchpointsOf(site, stage.key).length > 0 && (
          <p class="field-hint">
            {dialog.delete}: {dialog.deleteStageNote(toLocalized(heir.name, language))}
          </p>
        )}
      </form>
    </Dialog>
  )
}
