import type { Score, TouchpointReport } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { toCountText, toScoreText, toShareText } from '../format/numbers.ts'
import { toVerdict } from '../format/segments.ts'
import { DistributionBar } from '../score/distribution-bar.tsx'
import { IntervalStrip } from '../score/interval-strip.tsx'
import { OptionBars } from '../score/option-bars.tsx'
import { ScoreDetails } from '../score/score-details.tsx'
import { ScoreFigure } from '../score/score-figure.tsx'
import { useSpeech } from '../words/speech.tsx'
import { ChannelIcon } from './channel-icon.tsx'
import { Funnel } from './funnel.tsx'
import { HeldBack } from './held-back.tsx'
import './touchpoint-card.css'

type Props = { touchpoint: TouchpointReport; beats: number; isUnmapped?: boolean }

/** One touchpoint: what people think of it, how sure that is, and how many were asked. */
export function TouchpointCard({ touchpoint, beats, isUnmapped = false }: Props) {
  const { words, language, locale } = useSpeech()
  const { scores, momentOfTruth, channel, targetScore } = touchpoint
  const [onlyScore] = scores.length === 1 ? scores : []
  return (
    <article class="card" data-moment-of-truth={momentOfTruth} data-touchpoint={touchpoint.key}>
      {/* A new key is a new element, and a new element plays its pulse from the start. */}
      {beats > 0 && <span key={beats} class="card-beat" aria-hidden="true" />}
      <header>
        {momentOfTruth && (
          <p class="card-moment" title={words.touchpoint.momentOfTruthNote}>
            {words.touchpoint.momentOfTruth}
          </p>
        )}
        {!isUnmapped && <h4>{toLocalized(touchpoint.name, language)}</h4>}
        <p class="card-marks">
          {onlyScore && <span>{words.kinds[onlyScore.kind].name}</span>}
          {!isUnmapped && (
            <span class="card-channel">
              <ChannelIcon channel={channel} />
              {words.touchpoint.channels[channel]}
            </span>
          )}
        </p>
      </header>
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
            key={toKey(score)}
            score={score}
            targetScore={index === 0 ? targetScore : undefined}
            isNamed={onlyScore === undefined}
          />
        ))
      )}
      {touchpoint.shown + touchpoint.reached > 0 && <Funnel touchpoint={touchpoint} />}
      <HeldBack heldBack={touchpoint.heldBack} />
      {touchpoint.asking && <Asking asking={touchpoint.asking} />}
      {/* A worker older than this page tells nothing of it. */}
      {touchpoint.dropped > 0 && (
        <p class="card-note">{words.touchpoint.dropped(touchpoint.dropped, toCountText(touchpoint.dropped, locale))}</p>
      )}
      {scores.map((score) => (
        <ScoreDetails key={toKey(score)} score={score} />
      ))}
    </article>
  )
}

/** Of one kind and scale a touchpoint has one score, of choices one per prompt. */
function toKey({ kind, scaleMax, promptId = '' }: Score): string {
  return `${kind} ${scaleMax} ${promptId}`
}

function CardScore({ score, targetScore, isNamed }: { score: Score; targetScore: number | undefined; isNamed: boolean }) {
  const { words, locale } = useSpeech()
  const answers = words.touchpoint.answers(score.n, toCountText(score.n, locale))
  // What is only counted has no value, no interval and no target.
  if (score.formula === 'counts') return <CardCounts score={score} isNamed={isNamed} />
  return (
    <div class="card-score">
      {isNamed && <p class="card-kind">{words.kinds[score.kind].name}</p>}
      <ScoreFigure score={score} />
      <IntervalStrip score={score} targetScore={targetScore} />
      {score.n > 0 && (
        <p class="card-note">
          <span>{answers}</span>
          {!score.enoughData && <strong class="card-thin">{words.touchpoint.notEnough}</strong>}
        </p>
      )}
      {targetScore !== undefined && <Target score={score} targetScore={targetScore} />}
      {score.n > 0 && <DistributionBar score={score} />}
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

function Asking({ asking }: { asking: NonNullable<TouchpointReport['asking']> }) {
  const { words, locale } = useSpeech()
  return (
    <p class="card-note">{words.touchpoint.asking[asking.why](toShareText(asking.asked, locale), toCountText(asking.target, locale))}</p>
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
