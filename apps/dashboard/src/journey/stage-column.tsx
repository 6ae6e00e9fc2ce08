import type { StageReport } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { useSpeech } from '../words/speech.tsx'
import { TouchpointCard } from './touchpoint-card.tsx'
import './stage-column.css'

type Props = { stage: StageReport; isFirstOfPhase: boolean; beats: ReadonlyMap<string, number> }

/** A stage of the journey: its place on the line, and the touchpoints in it. */
export function StageColumn({ stage, isFirstOfPhase, beats }: Props) {
  const { words, language } = useSpeech()
  const beatsHere = stage.touchpoints.reduce((sum, { key }) => sum + (beats.get(key) ?? 0), 0)
  return (
    <li class="stage">
      <div class="stage-head">
        <p class="stage-phase">{isFirstOfPhase ? words.journey.phases[stage.phase] : ''}</p>
        <span class="stage-node" aria-hidden="true">
          {/* A new key is a new element, and a new element plays its pulse from the start. */}
          {beatsHere > 0 && <span key={beatsHere} class="stage-beat" />}
        </span>
        <h3>{toLocalized(stage.name, language)}</h3>
      </div>
      {stage.touchpoints.length === 0 ? (
        <p class="stage-empty">{words.journey.stageIsEmpty}</p>
      ) : (
        <ol class="stage-touchpoints">
          {stage.touchpoints.map((touchpoint) => (
            <li key={touchpoint.key}>
              <TouchpointCard touchpoint={touchpoint} beats={beats.get(touchpoint.key) ?? 0} />
            </li>
          ))}
        </ol>
      )}
    </li>
  )
}
