import type { StageReport, TouchpointReport, Trend } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { toCountText, toScoreText } from '../format/numbers.ts'
import { toVerdict } from '../format/segments.ts'
import { DistributionBar } from '../score/distribution-bar.tsx'
import { IntervalStrip } from '../score/interval-strip.tsx'
import { ScoreFigure } from '../score/score-figure.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { sharedViewWords } from './words.ts'

type Props = { stage: StageReport; beats: ReadonlyMap<string, number>; trends: ReadonlyMap<string, readonly Trend[]> }

/** A stage with what people think at each of its touchpoints. */
export function SharedStage({ stage, beats, trends }: Props) {
  const words = useWords(sharedViewWords)
  const { language } = useSpeech()
  return (
    <li class="shared-stage">
      <h3>{toLocalized(stage.name, language)}</h3>
      {stage.touchpoints.length === 0 && <p class="shared-note">{words.stageEmpty}</p>}
      <ul>
        {stage.touchpoints.map((touchpoint) => (
          <li key={touchpoint.key}>
            <SharedTouchpoint touchpoint={touchpoint} beats={beats.get(touchpoint.key) ?? 0} trends={trends.get(touchpoint.key) ?? []} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function SharedTouchpoint({ touchpoint, beats, trends }: { touchpoint: TouchpointReport; beats: number; trends: readonly Trend[] }) {
  const { words, language, locale } = useSpeech()
  const { scores, targetScore, momentOfTruth } = touchpoint
  return (
    <article class="shared-card" data-touchpoint={touchpoint.key} data-moment={momentOfTruth ? '' : undefined}>
      {/* A new key is a new element, and a new element plays its pulse from the start. */}
      {beats > 0 && <span key={beats} class="shared-beat" aria-hidden="true" />}
      {momentOfTruth && <p class="shared-moment">{words.touchpoint.momentOfTruth}</p>}
      <h4>{toLocalized(touchpoint.name, language)}</h4>
      {scores.length === 0 && <p class="shared-note">{words.touchpoint.noAnswers}</p>}
      {scores.map((score, index) => {
        const target = index === 0 ? targetScore : undefined
        const trend = trends.find(({ kind, scaleMax }) => kind === score.kind && scaleMax === score.scaleMax)
        const isCounted = score.formula === 'counts'
        return (
          <div key={`${score.kind} ${score.scaleMax} ${score.promptId ?? ''}`} class="shared-score">
            <p class="shared-note">
              {words.kinds[score.kind].name} · {words.touchpoint.answers(score.n, toCountText(score.n, locale))}
              {score.n > 0 && !score.enoughData && <strong> · {words.touchpoint.notEnough}</strong>}
            </p>
            {!isCounted && <ScoreFigure score={score} />}
            {!isCounted && <IntervalStrip score={score} targetScore={target} />}
            {target !== undefined && score.n > 0 && (
              <p class="shared-note" data-verdict={toVerdict(score, target)}>
                {words.touchpoint.target(toScoreText(target, score.unit, locale) ?? '')}{' '}
                <strong>{words.touchpoint.verdicts[toVerdict(score, target)]}</strong>
              </p>
            )}
            {trend && <SharedTrend trend={trend} unit={score.unit} />}
            {!isCounted && score.n > 0 && <DistributionBar score={score} />}
          </div>
        )
      })}
    </article>
  )
}

/** How it moved, where the link shows the days before, too. */
function SharedTrend({ trend, unit }: { trend: Trend; unit: 'points' | 'percent' | null }) {
  const words = useWords(sharedViewWords)
  const { locale } = useSpeech()
  if (trend.change === null || !trend.enoughData || unit === null) return null
  const { value, low, high } = trend.change
  const isTold = low > 0 || high < 0
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value).replace('-', '−')
  return <p class="shared-note">{isTold ? words.trend(text) : words.trendOpen}</p>
}
