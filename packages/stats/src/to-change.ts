import type { Change } from '@pulso/protocol'
import type { Estimate } from './estimate.ts'
import { hasEnoughData } from './has-enough-data.ts'
import { toDifference } from './to-difference.ts'
import { type ScoreCounts, toEstimate } from './to-score.ts'
import { toZ } from './to-z.ts'
import { Z_95 } from './z-95.ts'

/** The confidence of one answer that holds any number of changes. */
const CONFIDENCE = 0.95

/**
 * How far the first score lies above the second, of the same kind and scale and
 * over different answers: Newcombe's square-and-add (see `toDifference`), once with
 * its own 95 % interval, and once with that of `lookedAt` changes looked at
 * together. The latter is made of intervals at 1 − 0.05/`lookedAt`: Dunn, O. J.
 * (1961), "Multiple comparisons among means", Journal of the American Statistical
 * Association 56 (293), 52–64, which asks nothing of how they hang together.
 *
 * @param lookedAt how many changes are shown beside each other, at least 1
 * @returns null while either has no answers, and for choices and texts
 */
export function toChange(first: ScoreCounts, second: ScoreCounts, lookedAt: number): Change | null {
  if (!(lookedAt >= 1)) throw new RangeError(`${lookedAt} changes cannot have been looked at`)
  const compare = (z: number) => {
    const estimates = [toEstimate(first, z), toEstimate(second, z)] as const
    return estimates[0] && estimates[1] && { ...toDifference(estimates[0], estimates[1]), isEnough: hasEnough(estimates) }
  }
  const own = compare(Z_95)
  const joint = compare(toZ(1 - (1 - CONFIDENCE) / lookedAt))
  if (!own || !joint) return null
  return {
    formula: 'difference/square-and-add',
    value: own.value,
    low: own.low,
    high: own.high,
    joint: { low: joint.low, high: joint.high, lookedAt },
    isDifferent: own.isEnough && (joint.low > 0 || joint.high < 0),
  }
}

const hasEnough = (estimates: readonly (Estimate | null)[]) => estimates.every((estimate) => estimate && hasEnoughData(estimate.n))
