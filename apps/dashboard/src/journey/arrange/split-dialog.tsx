import type { Site } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { Dialog } from '../../controls/dialog.tsx'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import { withSplit } from './edit-touchpoint.ts'
import { toName, toNameDraft } from './name-draft.ts'
import { KeyField, NamesFields } from './names-fields.tsx'
import { isKey, toSuggestedKey } from './to-key.ts'
import type { Arranging } from './use-arranging.ts'

type Props = { arranging: Arranging; touchpoint: Site['touchpoints'][number]; onClose: () => void }

/** Gives some of the questions of a touchpoint one of their own. */
export function SplitDialog({ arranging, touchpoint, onClose }: Props) {
  const { words, language } = useSpeech()
  const { dialog, done, mistakes } = useWords(journeyWords)
  const { site, apply } = arranging
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [draft, setDraft] = useState(() => toNameDraft({}))
  const [typedKey, setKey] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const prompts = site.prompts.filter(({ touchpoints }) => touchpoints.includes(touchpoint.key))
  const name = toName(draft)
  const shownName = name ? toLocalized(name, language) : ''
  const key = typedKey ?? toSuggestedKey(shownName)
  const isTaken = site.touchpoints.some((one) => one.key === key || one.formerly?.includes(key))
  const split = async () => {
    setChecked(true)
    if (name === null || !isKey(key) || isTaken || chosen.length === 0) return
    const { channel, audience, stage } = touchpoint
    const part = { key, stage, name, channel, audience, momentOfTruth: false }
    if (await apply((current) => withSplit(current, touchpoint.key, chosen, part), done.split(shownName))) onClose()
  }
  return (
    <Dialog
      title={dialog.splitTitle(toLocalized(touchpoint.name, language) || touchpoint.key)}
      onClose={onClose}
      actions={
        <button type="button" class="button" disabled={arranging.isSaving} onClick={() => void split()}>
          {dialog.split}
        </button>
      }
    >
      <fieldset class="arrange-choices">
        <legend>{dialog.splitPrompts}</legend>
        {prompts.map(({ id, kind }) => (
          <label class="check" key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            <span>
              {words.kinds[kind].name} <code>{id}</code>
            </span>
          </label>
        ))}
        <p class="field-hint">{dialog.splitNote}</p>
        {isChecked && chosen.length === 0 && (
          <p class="field-error" role="alert">
            {mistakes.prompts}
          </p>
        )}
      </fieldset>
      <NamesFields draft={draft} error={isChecked && name === null ? mistakes.name : null} onChange={setDraft} />
      <KeyField value={key} former={null} isTaken={isTaken} isChecked={isChecked} onChange={setKey} />
    </Dialog>
  )
}
