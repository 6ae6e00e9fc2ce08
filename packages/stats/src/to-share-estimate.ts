import type { Estimate } from './estimate.ts'
import { toWilsonInterval } from './to-wilson-interval.ts'

/** A share in percent with its Wilson interval, or null when `n` is 0. */
export function toShareEstimate(successes: number, n: number, z?: number): Estimate | null {
  const interval = toWilsonInterval(successes, n, z)
  return interval && { value: (100 * successes) / n, low: 100 * interval.low, high: 100 * interval.high, n }
}
