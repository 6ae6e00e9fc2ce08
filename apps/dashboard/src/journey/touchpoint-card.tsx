import type { Score, TouchpointReport } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { toCountText, toScoreText } from '../format/numbers.ts'
import { toVerdict } from '../format/segments.ts'
import { DistributionBar } from '../score/distribution-bar.tsx'
import { IntervalStrip } from '../score/interval-strip.tsx'
import { OptionBars } from '../score/option-bars.tsx'
import { ScoreFigure } from '../score/score-figure.tsx'
import { useSpeech } from '../words/speech.tsx'
import { CardDetails } from './card-details.tsx'
import { CardMarks } from './card-marks.tsx'
import { findOutlook, type Outlook } from './outlook/outlook.ts'
import { ScoreCourse } from './outlook/score-course.tsx'
import { toScoreKey } from './to-score-key.ts'
import './touchpoint-card.css'

type Props = {
  touchpoint: TouchpointReport
  beats: number
  outlook: Outlook
  /** The page of the touchpoint; null for the tray, which is none. */
  href: string | null
}

/** One touchpoint: what people think of it, how sure that is, and whether it moves. */
export function TouchpointCard({ touchpoint, beats, outlook, href }: Props) {
  const { words, language } = useSpeech()
  const { scores, momentOfTruth, targetScore } = touchpoint
  const [onlyScore] = scores.length === 1 ? scores : []
  return (
    <article class="card" data-moment-of-truth={momentOfTruth} data-touchpoint={touchpoint.key} data-blind={scores.length === 0}>
      {/* A new key is a new element, and a new element plays its pulse from the start. */}
      {beats > 0 && <span key={beats} class="card-beat" aria-hidden="true" />}
      {href !== null && (
        <header>
          {momentOfTruth && (
            <p class="card-moment" title={words.touchpoint.momentOfTruthNote}>
              {words.touchpoint.momentOfTruth}
            </p>
          )}
          <h4>
            <a href={href}>{toLocalized(touchpoint.name, language)}</a>
          </h4>
          <CardMarks touchpoint={touchpoint} kind={onlyScore?.kind ?? null} />
        </header>
      )}
      {scores.length === 0 ? (
        <div class="card-score">
          <p class="score-none">{words.touchpoint.noAnswers}</p>
          <div class="strip-blind" aria-hidden="true" />
          <p class="card-note">{words.touchpoint.neverShown}</p>
        </div>
      ) : (
        // A target is in the unit of the touchpoint's score, which is its first one.
        scores.map((score, index) => (
          <CardScore
            key={toScoreKey(score)}
            score={score}
            targetScore={index === 0 ? targetScore : undefined}
            isNamed={onlyScore === undefined || href === null}
            outlook={findOutlook(outlook, touchpoint.key, score)}
          />
        ))
      )}
      {touchpoint.shown + touchpoint.reached > 0 && <CardDetails touchpoint={touchpoint} outlook={outlook} />}
    </article>
  )
}

type CardScoreProps = {
  score: Score
  targetScore: number | undefined
  isNamed: boolean
  outlook: ReturnType<typeof findOutlook>
}

function CardScore({ score, targetScore, isNamed, outlook }: CardScoreProps) {
  const { words, locale } = useSpeech()
  const answers = words.touchpoint.answers(score.n, toCountText(score.n, locale))
  // What is only counted has no value, no interval and no target.
  if (score.formula === 'counts') return <CardCounts score={score} isNamed={isNamed} />
  return (
    <div class="card-score">
      {isNamed && <p class="card-kind">{words.kinds[score.kind].name}</p>}
      <ScoreFigure score={score} />
      <IntervalStrip score={score} targetScore={targetScore} />
      {targetScore !== undefined && <Target score={score} targetScore={targetScore} />}
      {score.n > 0 && (
        <>
          <p class="card-note">
            <span>{answers}</span>
            {!score.enoughData && <strong class="card-thin">{words.touchpoint.notEnough}</strong>}
          </p>
          <DistributionBar score={score} />
        </>
      )}
      <ScoreCourse outlook={outlook} />
    </div>
  )
}

function CardCounts({ score, isNamed }: { score: Score; isNamed: boolean }) {
  const { words, locale } = useSpeech()
  return (
    <div class="card-score">
      {isNamed && <p class="card-kind">{words.kinds[score.kind].name}</p>}
      {score.n === 0 ? (
        <p class="score-none">{words.touchpoint.noAnswers}</p>
      ) : (
        <p class="card-count">
          <strong>{toCountText(score.n, locale)}</strong> {words.touchpoint.answers(score.n, '')}
        </p>
      )}
      {score.kind === 'choice' && <OptionBars score={score} />}
      {score.n > 0 && !score.enoughData && (
        <p class="card-note">
          <strong class="card-thin">{words.touchpoint.notEnough}</strong>
        </p>
      )}
    </div>
  )
}

function Target({ score, targetScore }: { score: Score; targetScore: number }) {
  const { words, locale } = useSpeech()
  const verdict = toVerdict(score, targetScore)
  return (
    <p class="card-target" data-verdict={verdict}>
      <span>{words.touchpoint.target(toScoreText(targetScore, score.unit, locale) ?? '')}</span>
      {score.n > 0 && <strong>{words.touchpoint.verdicts[verdict]}</strong>}
    </p>
  )
}
