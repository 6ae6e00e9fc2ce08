import type { Estimate } from './estimate.ts'
import { toShareEstimate } from './to-share-estimate.ts'

/**
 * How many of the best scores count as satisfied on a scale of that many steps:
 * up to 3 steps the best one, 4 to 7 the best two, from there the best three. So
 * 5 faces and 5 points count 4 and 5; 3 faces count only the smile.
 */
export function toTopBoxSize(steps: number): number {
  if (steps <= 3) return 1
  return steps <= 7 ? 2 : 3
}

/**
 * Share of satisfied answers (the top box, `toTopBoxSize`) in percent, with the
 * Wilson interval.
 *
 * @param distribution answers per score, from the lowest of the scale to the highest
 * @returns percent from 0 to 100, or null when nobody answered
 * @example toTopBoxScore([1, 2, 7, 30, 60]) // value 90
 */
export function toTopBoxScore(distribution: readonly number[], z?: number): Estimate | null {
  const n = distribution.reduce((total, count) => total + count, 0)
  return toShareEstimate(countSatisfied(distribution), n, z)
}

/** How many are in the top box. */
export function countSatisfied(distribution: readonly number[]): number {
  return distribution.slice(-toTopBoxSize(distribution.length)).reduce((total, count) => total + count, 0)
}
