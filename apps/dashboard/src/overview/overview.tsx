import type { Audience, Report, Score } from '@pulso/protocol/types'
import { ENOUGH_ANSWERS } from '@pulso/stats'
import { toCertainty, toCountText, toScoreText } from '../format/numbers.ts'
import { toSegments } from '../format/segments.ts'
import { toRangeText } from '../format/times.ts'
import { DistributionBar } from '../score/distribution-bar.tsx'
import { IntervalStrip } from '../score/interval-strip.tsx'
import { ScoreFigure } from '../score/score-figure.tsx'
import { type Speech, useSpeech } from '../words/speech.tsx'
import { type Totals, toTotals } from './totals.ts'
import './overview.css'

/** The journey in one line: would they recommend it, how many say so, and how many of those asked. */
export function Overview({ report }: { report: Report }) {
  const { words, locale } = useSpeech()
  const totals = toTotals(report)
  const { responseRate } = totals
  return (
    <section class="overview" aria-labelledby="overview-title">
      <div class="overview-head">
        <h1 id="overview-title">{report.site.name}</h1>
        <p>{toRangeText(report.range, locale)}</p>
      </div>
      <Recommendation totals={totals} site={report.site.name} />
      <div class="overview-figures">
        <div>
          <h2>{words.overview.answers}</h2>
          <p class="overview-number">{toCountText(totals.answered, locale)}</p>
          <p>{words.overview.answersNote(toCountText(totals.shown, locale), toCountText(totals.comments, locale))}</p>
        </div>
        {responseRate && (
          <div>
            <h2>{words.overview.responseRate}</h2>
            <p class="overview-number">
              {toScoreText(responseRate.value, responseRate.unit, locale)} <small>{toCertainty(responseRate, locale)?.text}</small>
            </p>
            <p>{words.overview.responseRateNote}</p>
          </div>
        )}
      </div>
    </section>
  )
}

function Recommendation({ totals, site }: { totals: Totals; site: string }) {
  const speech = useSpeech()
  const { words, locale } = speech
  const { nps } = totals
  const low = nps && toScoreText(nps.low, nps.unit, locale)
  const high = nps && toScoreText(nps.high, nps.unit, locale)
  return (
    <div class="recommendation">
      <h2>{words.overview.nps}</h2>
      {nps === null || low === null || high === null ? (
        <p class="recommendation-none">{words.overview.npsNotAsked}</p>
      ) : (
        <>
          <div class="recommendation-score">
            <ScoreFigure score={nps} />
            <p>
              {words.touchpoint.answers(nps.n, toCountText(nps.n, locale))}
              {totals.npsTouchpoints > 1 && ` · ${words.overview.npsPooled(totals.npsTouchpoints)}`}
            </p>
          </div>
          <div class="recommendation-spread">
            <p class="recommendation-words">{toSentence(nps, totals.npsAudience, site, speech)}</p>
            <DistributionBar score={nps} />
            <IntervalStrip score={nps} />
            <p class="recommendation-scale">
              <span aria-hidden="true">−100</span>
              <span class="recommendation-sure">{words.overview.sure(low, high)}</span>
              <span aria-hidden="true">+100</span>
            </p>
          </div>
        </>
      )}
    </div>
  )
}

function toSentence(nps: Score, audience: Audience, site: string, { words }: Speech): string {
  if (!nps.enoughData) return words.overview.npsTooFew(nps.n, ENOUGH_ANSWERS)
  const [detractors, , promoters] = toSegments(nps).map(({ percent }) => percent)
  if (audience !== 'customer') return words.overview.npsInWordsOfOthers(promoters ?? 0, detractors ?? 0)
  return words.overview.npsInWords(site, promoters ?? 0, detractors ?? 0)
}
