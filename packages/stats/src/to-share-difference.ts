import { type Difference, toDifference } from './to-difference.ts'
import { toShareEstimate } from './to-share-estimate.ts'

/** So many of `n`: answers in the top box, people who answered. */
export interface ShareCounts {
  readonly successes: number
  readonly n: number
}

/**
 * Difference of two independent shares, in percentage points: Newcombe's hybrid
 * score interval (1998, method 10; see `toDifference`), which is two Wilson
 * intervals squared and added.
 *
 * @returns points from −100 to 100, or null when either has no answers
 * @example toShareDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 }) // value 20, low 5.24…, high 33.39…
 */
export function toShareDifference(first: ShareCounts, second: ShareCounts): Difference | null {
  const one = toShareEstimate(first.successes, first.n)
  const other = toShareEstimate(second.successes, second.n)
  return one && other && toDifference(one, other)
}
