import type { Report } from '@pulso/protocol/types'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { useSpeech, useWords } from '../words/speech.tsx'
import { CurveTable } from './curve/curve-table.tsx'
import { type CurvePoint, toSlices } from './curve/slices.ts'
import { toStageEmotions } from './curve/stage-emotion.ts'
import type { MapFilter } from './filter/map-filter.ts'
import { toChoices } from './filter/map-filter.ts'
import { toMainAudience } from './main-audience.ts'
import type { Outlook } from './outlook/outlook.ts'
import { StageColumn } from './stage-column.tsx'
import { journeyWords } from './words.ts'
import './journey-map.css'

type Props = {
  /** The whole journey, and what the filter leaves of it. */
  report: Report
  shown: Report
  filter: MapFilter
  beats: ReadonlyMap<string, number>
  outlook: Outlook
  /** What can be done with the map, at its head. */
  controls: ComponentChildren
  toHref: (touchpoint: string) => string
}

/** Every touchpoint in the order in which people come through, and how they feel on the way. */
export function JourneyMap({ report, shown, filter, beats, outlook, controls, toHref }: Props) {
  const { words } = useSpeech()
  const { curve, stages } = useWords(journeyWords)
  const audience = toMainAudience(report, filter.audience)
  const emotions = useMemo(() => toStageEmotions(shown, audience), [shown, audience])
  const slices = useMemo(() => toSlices(emotions.map(toPoint)), [emotions])
  const isOfSeveral = toChoices(report).audiences.length > 1
  return (
    <section class="journey" aria-labelledby="journey-title">
      <div class="journey-head">
        <h2 id="journey-title">{words.journey.title}</h2>
        <div class="journey-controls">{controls}</div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section class="stages-frame" aria-label={stages} tabIndex={0}>
        <ol class="stages" style={{ '--columns': shown.stages.length }}>
          {shown.stages.map((stage, index) => {
            const emotion = emotions[index]
            const slice = slices[index]
            return (
              emotion &&
              slice && (
                <StageColumn
                  key={stage.key}
                  stage={stage}
                  isFirst={index === 0}
                  isFirstOfPhase={shown.stages[index - 1]?.phase !== stage.phase}
                  emotion={emotion}
                  slice={slice}
                  beats={beats}
                  outlook={outlook}
                  isFiltered={shown !== report}
                  toHref={toHref}
                />
              )
            )
          })}
        </ol>
      </section>
      <ul class="legend" aria-label={words.journey.legend}>
        <li data-sign="curve">
          {curve.title}
          {isOfSeveral && ` ${curve.of[audience]}`}
        </li>
        <li data-tone="worst">{words.journey.legendTones.worst}</li>
        <li data-tone="middle">{words.journey.legendTones.middle}</li>
        <li data-tone="best">{words.journey.legendTones.best}</li>
        <li data-sign="margin">{words.journey.legendMargin}</li>
        <li data-sign="target">{words.journey.legendTarget}</li>
      </ul>
      <CurveTable stages={shown.stages} emotions={emotions} />
    </section>
  )
}

function toPoint({ balance: { value, low, high, enoughData } }: ReturnType<typeof toStageEmotions>[number]): CurvePoint {
  return value === null || low === null || high === null ? null : { value, low, high, isThin: !enoughData }
}
