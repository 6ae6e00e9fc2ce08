import type { Site } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { Dialog } from '../../controls/dialog.tsx'
import { Field } from '../../controls/field.tsx'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import { withMerged } from './edit-touchpoint.ts'
import type { Arranging } from './use-arranging.ts'

type Props = { arranging: Arranging; touchpoint: Site['touchpoints'][number]; onClose: () => void }

/** Makes two touchpoints one. */
export function MergeDialog({ arranging, touchpoint, onClose }: Props) {
  const { language } = useSpeech()
  const { dialog, done } = useWords(journeyWords)
  const { site, apply } = arranging
  const others = site.touchpoints.filter(({ key }) => key !== touchpoint.key)
  // Most often it is one of the same stage.
  const [into, setInto] = useState((others.find(({ stage }) => stage === touchpoint.stage) ?? others[0])?.key ?? '')
  const nameOf = ({ name, key }: Site['touchpoints'][number]) => toLocalized(name, language) || key
  const heir = others.find(({ key }) => key === into)
  const merge = async () => {
    if (!heir) return
    const said = done.merged(nameOf(touchpoint), nameOf(heir))
    if (await apply((current) => withMerged(current, touchpoint.key, heir.key), said)) onClose()
  }
  return (
    <Dialog
      title={dialog.mergeTitle(nameOf(touchpoint))}
      onClose={onClose}
      actions={
        <button type="button" class="button" disabled={arranging.isSaving || !heir} onClick={() => void merge()}>
          {dialog.merge}
        </button>
      }
    >
      <Field label={dialog.mergeInto} hint={dialog.mergeNote}>
        {(control) => (
          <select {...control} class="input" value={into} onChange={(event) => setInto(event.currentTarget.value)}>
            {site.stages.map((stage) => (
              <optgroup key={stage.key} label={toLocalized(stage.name, language)}>
                {others
                  .filter((one) => one.stage === stage.key)
                  .map((one) => (
                    <option key={one.key} value={one.key}>
                      {nameOf(one)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </Dialog>
  )
}
