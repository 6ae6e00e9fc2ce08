import type { Estimate, Interval } from './estimate.ts'
import { toShareEstimate } from './to-share-estimate.ts'
import { toT95 } from './to-t-95.ts'

/** Customer effort, read both ways: never across scales, a mean of 5 of 7 is not one of 5 of 5. */
export interface EffortScore {
  /** Mean score, in steps of the scale. */
  readonly mean: number
  /** 95 % interval of the mean, inside the scale; null while the answers show no spread to judge by (one, or all alike). */
  readonly interval: Interval | null
  /** Share that agrees it was easy, every score above the middle of the scale, in percent with its Wilson interval. */
  readonly agreeing: Estimate
  readonly n: number
}

/**
 * Customer effort score: Dixon, M., Freeman, K. and Toman, N. (2010), "Stop
 * trying to delight your customers", Harvard Business Review 88 (7–8), in its
 * later form of agreement with "it was easy". The mean has the t interval of
 * Student (1908), mean ± t·s/√n; the share has Wilson's (1927).
 *
 * @param distribution answers per score, from 1 to the highest of the scale
 * @param z of the share's interval alone: the two-sided normal quantile of its confidence, 95 % by default
 * @returns null when nobody answered
 * @example toEffortScore([1, 1, 2, 4, 10, 20, 12]) // mean 5.58, agreeing 84 %
 */
export function toEffortScore(distribution: readonly number[], z?: number): EffortScore | null {
  const n = distribution.reduce((total, count) => total + count, 0)
  const agreeing = toShareEstimate(countAgreeing(distribution), n, z)
  if (agreeing === null) return null
  const mean = distribution.reduce((total, count, index) => total + count * (index + 1), 0) / n
  return { mean, interval: toMeanInterval(distribution, mean, n), agreeing, n }
}

/** How many agree that it was easy: every score above the middle of the scale. */
export function countAgreeing(distribution: readonly number[]): number {
  const middle = (distribution.length + 1) / 2
  return distribution.reduce((total, count, index) => (index + 1 > middle ? total + count : total), 0)
}

function toMeanInterval(distribution: readonly number[], mean: number, n: number): Interval | null {
  if (distribution.filter((count) => count > 0).length < 2) return null
  const squares = distribution.reduce((total, count, index) => total + count * (index + 1 - mean) ** 2, 0)
  const reach = toT95(n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { low: Math.max(1, mean - reach), high: Math.min(distribution.length, mean + reach) }
}
