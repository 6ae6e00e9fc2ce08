import type { GroupScore, Release, SeriesInterval } from '@pulso/protocol/types'
import { useMemo } from 'preact/hooks'
import { toCountText, toScoreText } from '../format/numbers.ts'
import { toVerdict } from '../format/segments.ts'
import { toRangeText } from '../format/times.ts'
import { DistributionBar } from '../score/distribution-bar.tsx'
import { IntervalStrip } from '../score/interval-strip.tsx'
import { OptionBars } from '../score/option-bars.tsx'
import { ScoreDetails } from '../score/score-details.tsx'
import { ScoreFigure } from '../score/score-figure.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { toChangeText } from './change-text.ts'
import { toChartSteps } from './chart-steps.ts'
import { countDays } from './interval-choice.ts'
import type { Compared } from './page-query.ts'
import { ScoreChart } from './score-chart.tsx'
import { SeriesTable } from './series-table.tsx'
import { touchpointWords } from './words.ts'
import '../site/panel.css'
import './score-panel.css'

type Range = { from: string; to: string }
type Props = {
  score: GroupScore
  interval: SeriesInterval
  target: number | null
  compare: Compared
  range: Range
  otherRange: Range | null
  releases: readonly Release[]
  asOf: number
  timeZone: string
  beats: number
  onChooseDays: (range: Range) => void
}

/** One way in which a touchpoint is asked: its score, how sure it is, against what it was, and how it went. */
export function ScorePanel({
  score: group,
  interval,
  target,
  compare,
  range,
  otherRange,
  releases,
  asOf,
  timeZone,
  beats,
  onChooseDays,
}: Props) {
  const { words: common, locale } = useSpeech()
  const words = useWords(touchpointWords)
  const { score, series = [] } = group
  const steps = useMemo(() => toChartSteps(series, interval, asOf), [series, interval])
  const isCounted = score.formula === 'counts'
  const change =
    compare === 'none' || isCounted || score.n === 0
      ? null
      : toChangeText(group, compare === 'year' ? { is: 'year' } : { is: 'previous', days: countDays(range) }, words, locale)
  const name = common.kinds[score.kind].name
  return (
    <section class="score-panel" aria-label={name} data-kind={score.kind}>
      {beats > 0 && <span key={beats} class="score-panel-beat" aria-hidden="true" />}
      <div class="score-panel-grid">
        <div class="score-panel-now">
          <h2>{name}</h2>
          {isCounted ? (
            <p class="score-panel-count">
              <strong>{toCountText(score.n, locale)}</strong> {common.touchpoint.answers(score.n, '')}
            </p>
          ) : (
            <>
              <ScoreFigure score={score} />
              <IntervalStrip score={score} targetScore={target ?? undefined} />
              <p class="score-panel-n">
                <span>{common.touchpoint.answers(score.n, toCountText(score.n, locale))}</span>
                {score.n > 0 && !score.enoughData && <strong>{common.touchpoint.notEnough}</strong>}
              </p>
              {target !== null && score.n > 0 && (
                <p class="score-panel-target" data-verdict={toVerdict(score, target)}>
                  <span>{common.touchpoint.target(toScoreText(target, score.unit, locale) ?? '')}</span>
                  <strong>{common.touchpoint.verdicts[toVerdict(score, target)]}</strong>
                </p>
              )}
            </>
          )}
          {change && (
            <p class="change" data-is={change.is} title={otherRange ? toRangeText(otherRange, locale) : undefined}>
              {change.text}
            </p>
          )}
          {score.n > 0 && score.kind !== 'text' && (
            <div class="score-panel-spread">
              <h3>{words.distribution}</h3>
              {score.kind === 'choice' ? <OptionBars score={score} /> : <DistributionBar score={score} />}
            </div>
          )}
          <ScoreDetails score={score} />
        </div>
        {!isCounted && (
          <div class="score-panel-time">
            <h3>{words.chart.title}</h3>
            {steps.some(({ value }) => value !== null) ? (
              <ScoreChart
                score={score}
                steps={steps}
                interval={interval}
                target={target}
                releases={releases}
                timeZone={timeZone}
                onChooseDays={onChooseDays}
              />
            ) : (
              <p class="score-panel-silent">{words.chart.none(toCountText(score.leftOut.dismissed + score.leftOut.unanswered, locale))}</p>
            )}
            <SeriesTable score={score} steps={steps} interval={interval} timeZone={timeZone} />
          </div>
        )}
      </div>
    </section>
  )
}
