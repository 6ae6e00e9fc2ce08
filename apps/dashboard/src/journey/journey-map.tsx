import type { Report } from '@pulso/protocol/types'
import { useSpeech } from '../words/speech.tsx'
import { StageColumn } from './stage-column.tsx'
import { UnmappedTray } from './unmapped-tray.tsx'
import './journey-map.css'

type Props = { report: Report; beats: ReadonlyMap<string, number>; mayReadResponses: boolean }

/** Wider than this no column of a journey can be read; more stages go on in a second row. */
const MOST_COLUMNS = 6

/** Every touchpoint in the order in which people come through. */
export function JourneyMap({ report, beats, mayReadResponses }: Props) {
  const { words } = useSpeech()
  const { stages, unmapped } = report
  const columns = Math.min(stages.length, MOST_COLUMNS)
  return (
    <section class="journey" aria-labelledby="journey-title">
      <div class="journey-head">
        <h2 id="journey-title">{words.journey.title}</h2>
        <ul class="legend" aria-label={words.journey.legend}>
          <li data-tone="worst">{words.journey.legendTones.worst}</li>
          <li data-tone="middle">{words.journey.legendTones.middle}</li>
          <li data-tone="best">{words.journey.legendTones.best}</li>
          <li data-sign="margin">{words.journey.legendMargin}</li>
          <li data-sign="target">{words.journey.legendTarget}</li>
        </ul>
      </div>
      <ol class="stages" style={{ '--columns': columns, '--half': Math.ceil(columns / 2) }}>
        {stages.map((stage, index) => (
          <StageColumn key={stage.key} stage={stage} isFirstOfPhase={stages[index - 1]?.phase !== stage.phase} beats={beats} />
        ))}
      </ol>
      {unmapped && (
        <UnmappedTray report={report} unmapped={unmapped} beats={beats.get(unmapped.key) ?? 0} mayReadResponses={mayReadResponses} />
      )}
    </section>
  )
}
