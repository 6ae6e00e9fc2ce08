import { AUDIENCES, SCALES } from '@pulso/protocol/constants'
import type { AudienceReport, Journey, JourneyTouchpoint, Score } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { toCertainty, toCountText, toScoreText } from '../format/numbers.ts'
import { IntervalStrip } from '../score/interval-strip.tsx'
import { ScoreFigure } from '../score/score-figure.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { ecosystemWords } from './words.ts'
import './audience-cards.css'

type Props = { journey: Journey; toPath: (touchpoint: string) => string }

/** What each audience says: a score for each way in which it is asked, over all of its touchpoints, and each of these. */
export function AudienceCards({ journey, toPath }: Props) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints)
  const missing = AUDIENCES.filter((audience) => !journey.audiences.some((one) => one.audience === audience))
  const list = new Intl.ListFormat(locale, { type: 'disjunction' })
  const advice = words.who.missing(list.format(missing.map((audience) => words.audiences[audience].toLowerCase())))
  return (
    <section class="audiences" aria-labelledby="audiences-title">
      <h2 id="audiences-title">{words.who.title}</h2>
      <div class="audiences-grid">
        {journey.audiences.map((one) => (
          <AudienceCard
            key={one.audience}
            report={one}
            touchpoints={touchpoints.filter(({ key }) => one.touchpoints.includes(key))}
            toPath={toPath}
          />
        ))}
        {missing.length > 0 && (
          <div class="audience-missing">
            <h3>{advice.title}</h3>
            <p>{advice.text}</p>
          </div>
        )}
      </div>
    </section>
  )
}

type CardProps = { report: AudienceReport; touchpoints: readonly JourneyTouchpoint[]; toPath: Props['toPath'] }

function AudienceCard({ report, touchpoints, toPath }: CardProps) {
  const { words: common, locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const { audience, scores } = report
  const answered = scores.filter(({ n, formula }) => n > 0 && formula !== 'counts')
  const toName = ({ kind, scaleMax }: Score) => {
    const name = kind === 'nps' ? words.nps[audience] : common.kinds[kind].name
    // The same kind on two scales are two scores that stand below each other.
    return answered.filter((one) => one.kind === kind).length > 1 ? `${name} ${SCALES[kind].min}–${scaleMax}` : name
  }
  return (
    <article class="audience" aria-labelledby={`audience-${audience}`} data-audience={audience}>
      <h3 id={`audience-${audience}`}>
        {words.audiences[audience]} <small>{words.who.touchpoints(touchpoints.length, toCountText(touchpoints.length, locale))}</small>
      </h3>
      {answered.length === 0 && <p class="panel-note">{words.who.nothing}</p>}
      <ul class="audience-scores">
        {answered.map((score) => (
          <li key={`${score.kind} ${score.scaleMax}`}>
            <p class="audience-kind">
              <span>{toName(score)}</span> <span>{common.touchpoint.answers(score.n, toCountText(score.n, locale))}</span>
            </p>
            <ScoreFigure score={score} />
            <IntervalStrip score={score} />
          </li>
        ))}
      </ul>
      <ul class="audience-touchpoints">
        {touchpoints.map((touchpoint) => (
          <TouchpointLine key={touchpoint.key} touchpoint={touchpoint} path={toPath(touchpoint.key)} />
        ))}
      </ul>
    </article>
  )
}

function TouchpointLine({ touchpoint, path }: { touchpoint: JourneyTouchpoint; path: string }) {
  const { words: common, language, locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const scores = touchpoint.scores.filter(({ n }) => n > 0)
  return (
    <li data-thin={scores.every(({ enoughData }) => !enoughData)}>
      <a href={path}>{toLocalized(touchpoint.name, language)}</a>
      <span>
        {scores.length === 0 && <span>{touchpoint.shown > 0 ? words.who.silent : words.who.notAsked}</span>}
        {scores.map((score) =>
          score.formula === 'counts' ? (
            <span key={`${score.kind} ${score.promptId}`}>{common.touchpoint.answers(score.n, toCountText(score.n, locale))}</span>
          ) : (
            <span key={`${score.kind} ${score.scaleMax}`}>
              {scores.length > 1 && <small>{common.kinds[score.kind].name} </small>}
              <strong>{toScoreText(score.value, score.unit, locale)}</strong> {toCertainty(score, locale)?.text}
            </span>
          ),
        )}
      </span>
    </li>
  )
}
