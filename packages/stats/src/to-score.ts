import type { Kind, Score } from '@pulso/protocol'
import { SCALES } from '@pulso/protocol/constants'
import type { Estimate } from './estimate.ts'
import { hasEnoughData } from './has-enough-data.ts'
import { toEffortScore } from './to-effort-score.ts'
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
  readonly toEstimate: (distribution: readonly number[], z?: number) => Estimate | null
}

const TOP_BOX: Method = { formula: 'top-box/wilson', unit: 'percent', toEstimate: toTopBoxScore }

/** What has no better and no worse has no value: people and options are counted. */
const COUNTS: Method = { formula: 'counts', unit: 'percent', toEstimate: () => null }

/** By which formula each kind is read. A new kind does not compile until it has one. */
const METHODS: Record<Kind, Method> = {
  nps: { formula: 'nps/adjusted-wald', unit: 'points', toEstimate: (distribution, z) => toNpsScore(toNpsCounts(distribution), z) },
  csat: TOP_BOX,
  ces: { formula: 'effort/wilson', unit: 'percent', toEstimate: (distribution, z) => toEffortScore(distribution, z)?.agreeing ?? null },
  emoji: TOP_BOX,
  thumbs: TOP_BOX,
  stars: TOP_BOX,
  choice: COUNTS,
  text: COUNTS,
}

/** What a score says, at another confidence than its own 95 %: for several that are looked at together. Null without answers, and for choices and texts. */
export function toEstimate({ kind, scaleMax, scores }: Pick<ScoreCounts, 'kind' | 'scaleMax' | 'scores'>, z: number): Estimate | null {
  return METHODS[kind].toEstimate(toDistribution(kind, scaleMax, scores), z)
}

/** Answers per score of the scale alone. A text has no scale. */
function toDistribution(kind: Kind, scaleMax: number, scores: readonly number[]): number[] {
  return kind === 'text' ? [] : scores.slice(SCALES[kind].min, scaleMax + 1)
}

/**
 * The score of one kind and scale: NPS in points, CSAT and emoji as the share of
 * satisfied answers in percent, effort as the share that found it easy. Exact, not rounded. `n` counts scores alone;
 * showings that were dismissed or left unanswered are in `leftOut` and in no
 * denominator. Without answers, value, ends and margin are null. A choice has a
 * count per option (the tenth is "other"), a text only its n.
 */
export function toScore({ kind, scaleMax, scores, shown, dismissed, answered }: ScoreCounts): Score {
  const { formula, unit, toEstimate: toOwnEstimate } = METHODS[kind]
  const distribution = toDistribution(kind, scaleMax, scores)
  const estimate = toOwnEstimate(distribution)
  // A person may choose several options, so people are counted by their answers, not by what they chose.
  const n = formula === 'counts' ? answered : (estimate?.n ?? 0)
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
