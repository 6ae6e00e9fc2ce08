import type { Site } from '@pulso/protocol/types'
import { useState } from 'preact/hooks'
import { Dialog } from '../../controls/dialog.tsx'
import { Field } from '../../controls/field.tsx'
import { toLocalized } from '../../format/localized.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import { findPlace, toTouchpointsOf, withTouchpointAt } from './move.ts'
import type { Arranging } from './use-arranging.ts'

type Props = { arranging: Arranging; touchpoint: Site['touchpoints'][number]; onClose: () => void }

/** Moves a touchpoint without dragging it: by two choices and a press. */
export function MoveDialog({ arranging, touchpoint, onClose }: Props) {
  const { language } = useSpeech()
  const { dialog, done } = useWords(journeyWords)
  const { site, apply } = arranging
  const { key } = touchpoint
  const [place, setPlace] = useState(findPlace(site, key) ?? { stage: touchpoint.stage, position: 0 })
  const others = toTouchpointsOf(site, place.stage).filter((one) => one.key !== key)
  const stage = site.stages.find((one) => one.key === place.stage)
  const name = toLocalized(touchpoint.name, language) || key
  const move = async () => {
    const said = done.moved(name, stage ? toLocalized(stage.name, language) : place.stage)
    if (await apply((current) => withTouchpointAt(current, key, place), said)) onClose()
  }
  return (
    <Dialog
      title={dialog.moveTitle(name)}
      onClose={onClose}
      actions={
        <button type="button" class="button" disabled={arranging.isSaving} onClick={() => void move()}>
          {dialog.move}
        </button>
      }
    >
      <div class="arrange-pair">
        <Field label={dialog.stage}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={place.stage}
              onChange={(event) => {
                const next = event.currentTarget.value
                setPlace({ stage: next, position: toTouchpointsOf(site, next).filter((one) => one.key !== key).length })
              }}
            >
              {site.stages.map((one) => (
                <option key={one.key} value={one.key}>
                  {toLocalized(one.name, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={dialog.position}>
          {(control) => (
            <select
              {...control}
              class="input"
              value={String(place.position)}
              onChange={(event) => setPlace({ ...place, position: Number(event.currentTarget.value) })}
            >
              <option value="0">{dialog.first}</option>
              {others.map((one, index) => (
                <option key={one.key} value={String(index + 1)}>
                  {dialog.behind(toLocalized(one.name, language) || one.key)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </Dialog>
  )
}
