import type { Audience, Report, Score } from '@pulso/protocol/types'
import { hasEnoughData, toScore, toWilsonInterval } from '@pulso/stats'
import type { Estimate } from '../format/numbers.ts'
import { toMainAudience } from '../journey/main-audience.ts'
import { toTouchpoints } from '../live/watch-state.ts'

/** The whole journey in three figures. */
export type Totals = {
  shown: number
  answered: number
  comments: number
  /** Answered of shown, in percent with its Wilson interval; null when nothing was shown. */
  responseRate: Estimate | null
  /** The NPS of the journey: every touchpoint on the map that asks customers for it, pooled; null when none does. Where there are no customers, of the others. */
  nps: Score | null
  /** Whose it is. */
  npsAudience: Audience
  /** How many touchpoints are pooled in `nps`. */
  npsTouchpoints: number
}

export function toTotals(report: Report): Totals {
  const touchpoints = toTouchpoints(report)
  const sum = (toCount: (touchpoint: (typeof touchpoints)[number]) => number) =>
    touchpoints.reduce((total, touchpoint) => total + toCount(touchpoint), 0)
  const shown = sum((touchpoint) => touchpoint.shown)
  const answered = sum((touchpoint) => touchpoint.answered)
  // Only of the journey: what is not on the map must not move its headline. The tray shows it apart.
  const onTheMap = report.stages.flatMap((stage) => stage.touchpoints)
  // Who would recommend working here does not recommend what is sold here: an eNPS is another number, on the page of the ecosystem.
  const audience = toMainAudience(report)
  const ofThem = onTheMap.filter((touchpoint) => touchpoint.audience === audience)
  const npsScores = ofThem.flatMap((touchpoint) => touchpoint.scores.filter((score) => score.kind === 'nps'))
  return {
    shown,
    answered,
    comments: sum((touchpoint) => touchpoint.comments),
    responseRate: toRate(answered, shown),
    nps: toPooled(npsScores),
    npsAudience: audience,
    npsTouchpoints: npsScores.length,
  }
}

function toRate(answered: number, shown: number): Totals['responseRate'] {
  // An answer can arrive in another day than its showing, so a short range may hold more answers than showings.
  const interval = answered <= shown ? toWilsonInterval(answered, shown) : null
  return (
    interval && {
      unit: 'percent',
      value: (answered / shown) * 100,
      low: interval.low * 100,
      high: interval.high * 100,
      enoughData: hasEnoughData(shown),
    }
  )
}

/** One score from several of the same kind and scale, by the same formula as the worker's own. */
function toPooled(scores: readonly Score[]): Score | null {
  const [first] = scores
  if (first === undefined || scores.length === 1) return first ?? null
  const add = (toCount: (score: Score) => number) => scores.reduce((total, score) => total + toCount(score), 0)
  const answered = add((score) => score.n)
  const dismissed = add((score) => score.leftOut.dismissed)
  return toScore({
    kind: 'nps',
    scaleMax: first.scaleMax,
    scores: first.distribution.map((_, index) => add((score) => score.distribution[index] ?? 0)),
    shown: answered + dismissed + add((score) => score.leftOut.unanswered),
    dismissed,
    answered,
  })
}
