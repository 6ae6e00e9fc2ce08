import type { AskRate } from '@pulso/protocol'
import { hasEnoughData } from './has-enough-data.ts'
import type { Outcomes, Outlook } from './to-outcomes.ts'

/** The margin that is aimed at is that of the answers of the last four weeks: what people said before is of another time. */
export const MARGIN_DAYS = 28
/** From so many days the number of answers to come is foreseen; a whole week, because weekends are other days. */
export const FORECAST_DAYS = 7
/** So many times the answers that the formula needs: how many come is chance, and who is in the share has often been asked already, so that the target is met on most days and not on half of them. */
const RESERVE = 1.2
/** What lacks of that is asked for on top, within a week, so that a touchpoint falls back before its margin is missed. */
const CATCH_UP_DAYS = 7
/**
 * So many answers a day are asked for although the margin is met with fewer: a
 * change must still be noticed. At ten a day the change test finds a fall of 15
 * percentage points in three weeks (`npm run bench -- alerts`), at five in seven or
 * not at all, at two hardly ever.
 */
const WATCHING_ANSWERS_A_DAY = 10
/** Nobody is sampled more thinly than this: the same few visitors would be asked every time. */
const LEAST_RATE = 0.02

export interface AskInput {
  readonly outlook: Outlook
  /** The half-width that is wished for, in the unit of the score. */
  readonly target: number
  /** Answers of the last `MARGIN_DAYS`. */
  readonly outcomes: Outcomes
  /** Answers of the last `FORECAST_DAYS`, and the shares of visitors that were asked on these days, added up. */
  readonly recentAnswers: number
  readonly recentRates: number
}

/**
 * Which share of visitors to ask, so that a score keeps the wished margin with as
 * few questions as that takes: what is needed (`toNpsSampleSize`,
 * `toShareSampleSize`, at the mix seen so far) ÷ what would come if everybody were
 * asked. Everybody is asked where there are fewer answers than a score needs: a
 * blind touchpoint. What is asked less often elsewhere leaves the visitors' budget
 * to it.
 *
 * More or fewer being asked on some days moves no score by itself: who is asked is
 * drawn by lot.
 */
export function toAskRate({ outlook, target, outcomes, recentAnswers, recentRates }: AskInput): Omit<AskRate, 'touchpoint' | 'asked'> {
  const estimate = outlook.toEstimate(outcomes)
  const n = estimate?.n ?? 0
  const margin = estimate && (estimate.high - estimate.low) / 2
  const needed = outlook.toSampleSize(outcomes, target)
  const known = { target, margin, n, needed }
  const wholeDay = recentRates > 0 ? recentAnswers / recentRates : 0
  if (!hasEnoughData(n) || margin === null || wholeDay === 0) return { ...known, rate: 1, why: 'blind' }
  const isMet = margin <= target
  const wanted = RESERVE * needed
  const aDay = wanted / MARGIN_DAYS + Math.max(0, wanted - n) / CATCH_UP_DAYS
  const least = Math.max(LEAST_RATE, WATCHING_ANSWERS_A_DAY / wholeDay)
  const rate = Math.min(1, Math.max(least, aDay / wholeDay))
  const why = !isMet ? 'not-met' : rate > aDay / wholeDay ? 'watching' : 'met'
  return { ...known, rate, why }
}
