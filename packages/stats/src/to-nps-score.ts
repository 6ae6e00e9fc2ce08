import { NPS_HIGHEST_DETRACTOR, NPS_HIGHEST_PASSIVE } from '@pulso/protocol/constants'
import type { Estimate } from './estimate.ts'
import { Z_95 } from './z-95.ts'

/** Answers to a 0–10 recommendation question, by group: 9–10, 7–8, 0–6. */
export interface NpsCounts {
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

/** Groups the counts of the scores 0 to 10. */
export function toNpsCounts(distribution: readonly number[]): NpsCounts {
  if (distribution.length !== 11) throw new RangeError(`an NPS has 11 scores, not ${distribution.length}`)
  const sum = (from: number, end?: number) => distribution.slice(from, end).reduce((total, count) => total + count, 0)
  return {
    promoters: sum(NPS_HIGHEST_PASSIVE + 1),
    passives: sum(NPS_HIGHEST_DETRACTOR + 1, NPS_HIGHEST_PASSIVE + 1),
    detractors: sum(0, NPS_HIGHEST_DETRACTOR + 1),
  }
}

const PSEUDO_COUNTS: NpsCounts = { promoters: 0.75, passives: 1.5, detractors: 0.75 }

/**
 * Net promoter score, share of promoters minus share of detractors, with its
 * adjusted Wald interval: Rocks, B. (2016), "Interval estimation for the 'Net
 * Promoter Score'", The American Statistician 70 (4), 365–372. Three
 * pseudo-answers (¾ promoter, 1½ passive, ¾ detractor) keep it honest where the
 * plain Wald interval covers far less than it says: few answers, lopsided mixes.
 *
 * `value` is the plain score. The interval lies around the adjusted one, is cut
 * at ±100, and always contains the plain score (only one lone answer needs that:
 * 100 would otherwise stand outside −48…98).
 *
 * @param z the two-sided normal quantile of the confidence, 95 % by default; see `toZ`
 * @returns points from −100 to 100, or null when nobody answered
 * @example toNpsScore({ promoters: 50, passives: 30, detractors: 20 }) // value 30, low 14.0…, high 44.2…
 */
export function toNpsScore({ promoters, passives, detractors }: NpsCounts, z = Z_95): Estimate | null {
  const n = promoters + passives + detractors
  if (n === 0) return null
  const value = (100 * (promoters - detractors)) / n
  const adjusted = n + PSEUDO_COUNTS.promoters + PSEUDO_COUNTS.passives + PSEUDO_COUNTS.detractors
  const up = (promoters + PSEUDO_COUNTS.promoters) / adjusted
  const down = (detractors + PSEUDO_COUNTS.detractors) / adjusted
  const middle = 100 * (up - down)
  const reach = 100 * z * Math.sqrt((up + down - (up - down) ** 2) / adjusted)
  return {
    value,
    low: Math.max(-100, Math.min(value, middle - reach)),
    high: Math.min(100, Math.max(value, middle + reach)),
    n,
  }
}
