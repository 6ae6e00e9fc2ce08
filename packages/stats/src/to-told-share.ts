import type { ToldShare } from '@pulso/protocol'
import { hasEnoughData } from './has-enough-data.ts'
import { toShareEstimate } from './to-share-estimate.ts'

/** A share in percent with everything that a number must say: Wilson's interval, from how many it comes, and whether those are enough. Null when `n` is 0. */
export function toToldShare(successes: number, n: number): ToldShare | null {
  const estimate = toShareEstimate(successes, n)
  return estimate && { ...estimate, formula: 'share/wilson', enoughData: hasEnoughData(n) }
}
