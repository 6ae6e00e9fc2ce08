import type { Kind, Score } from '@pulso/protocol'
import { SCALES } from '@pulso/protocol/constants'
import type { Estimate } from './estimate.ts'
import { hasEnoughData } from './has-enough-data.ts'
import { toNpsCounts, toNpsScore } from './to-nps-score.ts'
import { toTopBoxScore } from './to-top-box-score.ts'

/** What one kind and scale counted: a tally, or the sum of several of the same kind and scale. */
export interface ScoreCounts {
  readonly kind: Kind
  readonly scaleMax: number
  /** `scores[i]` counts the score `i`, from 0 to 10 whatever the kind. */
  readonly scores: readonly number[]
  readonly shown: number
  readonly dismissed: number
  readonly answered: number
}

interface Method {
  readonly formula: Score['formula']
  readonly unit: Score['unit']
  readonly toEstimate: (distribution: readonly number[]) => Estimate | null
}

const TOP_BOX: Method = { formula: 'top-box/wilson', unit: 'percent', toEstimate: toTopBoxScore }

/** By which formula each kind is read. A new kind does not compile until it has one. */
const METHODS: Record<Kind, Method> = {
  nps: { formula: 'nps/adjusted-wald', unit: 'points', toEstimate: (distribution) => toNpsScore(toNpsCounts(distribution)) },
  csat: TOP_BOX,
  emoji: TOP_BOX,
}

/**
 * The score of one kind and scale: NPS in points, CSAT and emoji as the share of
 * satisfied answers in percent. Exact, not rounded. `n` counts scores alone;
 * showings that were dismissed or left unanswered are in `leftOut` and in no
 * denominator. Without answers, value, ends and margin are null.
 */
export function toScore({ kind, scaleMax, scores, shown, dismissed, answered }: ScoreCounts): Score {
  const { formula, unit, toEstimate } = METHODS[kind]
  const distribution = scores.slice(SCALES[kind].min, scaleMax + 1)
  const estimate = toEstimate(distribution)
  const n = estimate?.n ?? 0
  return {
    kind,
    scaleMax,
    formula,
    unit,
    value: estimate?.value ?? null,
    low: estimate?.low ?? null,
    high: estimate?.high ?? null,
    margin: estimate && (estimate.high - estimate.low) / 2,
    n,
    distribution,
    enoughData: hasEnoughData(n),
    leftOut: { dismissed, unanswered: Math.max(0, shown - dismissed - answered) },
  }
}
