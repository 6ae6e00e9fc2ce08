import type { AskRate } from '@pulso/protocol'
import { hasEnoughData } from './has-enough-data.ts'
import { toNpsSampleSize } from './to-nps-sample-size.ts'
import type { Outcomes } from './to-outcomes.ts'
import { toShareSampleSize } from './to-share-sample-size.ts'

/** The margin that is aimed at is that of the answers of the last four weeks: what people said before is of another time. */
export const MARGIN_DAYS = 28
/** From so many days the number of answers to come is foreseen; a whole week, because weekends are other days. */
export const FORECAST_DAYS = 7
/** What lacks is caught up with in a week. */
const CATCH_UP_DAYS = 7
/** As many answers more than the formula needs: how many come is chance, and the target is to be met on most days, not on half of them. */
const RESERVE = 1.1
/**
 * So many answers a day are asked for although the margin is met with fewer: a
 * change must still be noticed. At ten a day the change test finds a fall of 15
 * percentage points in two to three weeks (`npm run bench -- alerts`), at two a day
 * it finds none.
 */
const WATCHING_ANSWERS_A_DAY = 10
/** Nobody is sampled more thinly than this: the same few visitors would be asked every time. */
const LEAST_RATE = 0.02

export interface AskInput {
  readonly touchpoint: string
  /** The half-width that is wanted, in the unit of the score; null: none. */
  readonly target: number | null
  /** The half-width of the score of the last `MARGIN_DAYS`; null without answers. */
  readonly margin: number | null
  /** Its answers, by outcome: three are an NPS, two a share. */
  readonly outcomes: Outcomes
  /** Answers of the last `FORECAST_DAYS`, and the rates of these days added up. */
  readonly recentAnswers: number
  readonly recentRates: number
}

/**
 * Which share of visitors to ask, so that a score keeps the wished margin with as
 * few questions as that takes: what is needed (`toNpsSampleSize`,
 * `toShareSampleSize`, at the mix seen so far) ÷ what would come if everybody were
 * asked. Everybody is asked where nobody said how precise a score must be, and
 * where there are fewer answers than a score needs: a blind touchpoint. What is
 * asked less often elsewhere leaves the visitors' budget to it.
 *
 * The rate follows counts alone. That more or fewer are asked on some days moves no
 * score by itself, since who is asked is drawn by lot.
 */
export function toAskRate({ touchpoint, target, margin, outcomes, recentAnswers, recentRates }: AskInput): AskRate {
  const n = outcomes.reduce((sum, count) => sum + count, 0)
  const known = { touchpoint, target, margin, n }
  if (target === null) return { ...known, rate: 1, why: 'no-target', needed: null }
  const needed = toNeeded(outcomes, target)
  const wholeDay = recentRates > 0 ? recentAnswers / recentRates : 0
  if (!hasEnoughData(n) || margin === null || wholeDay === 0) return { ...known, rate: 1, why: 'blind', needed }
  const steady = needed / MARGIN_DAYS
  const isMet = margin <= target
  const aDay = RESERVE * (isMet ? steady : Math.max(steady, (needed - n) / CATCH_UP_DAYS))
  const least = Math.max(LEAST_RATE, WATCHING_ANSWERS_A_DAY / wholeDay)
  const rate = Math.min(1, Math.max(least, aDay / wholeDay))
  const why = !isMet ? 'not-met' : rate > aDay / wholeDay ? 'watching' : 'met'
  return { ...known, rate, why, needed }
}

/** With the pseudo-answers of the interval in it, so that a mix of few answers is not taken for certain. */
function toNeeded(outcomes: Outcomes, target: number): number {
  const n = outcomes.reduce((sum, count) => sum + count, 0)
  if (outcomes.length === 3) {
    const [detractors = 0, , promoters = 0] = outcomes
    return toNpsSampleSize({ promoters: (promoters + 0.75) / (n + 3), detractors: (detractors + 0.75) / (n + 3) }, target)
  }
  return toShareSampleSize(((outcomes[1] ?? 0) + 1) / (n + 2), target)
}
