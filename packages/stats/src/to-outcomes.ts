import type { Kind } from '@pulso/protocol'
import { SCALES } from '@pulso/protocol/constants'
import type { Estimate } from './estimate.ts'
import type { Difference } from './to-difference.ts'
import { countAgreeing } from './to-effort-score.ts'
import { toNpsDifference } from './to-nps-difference.ts'
import { toNpsSampleSize } from './to-nps-sample-size.ts'
import { type NpsCounts, toNpsCounts, toNpsScore } from './to-nps-score.ts'
import { toShareDifference } from './to-share-difference.ts'
import { toShareEstimate } from './to-share-estimate.ts'
import { toShareSampleSize } from './to-share-sample-size.ts'
import { countSatisfied } from './to-top-box-score.ts'

/**
 * Answers counted by what they are worth to their score, the worst first:
 * detractors, passives and promoters of an NPS; not satisfied and satisfied of
 * everything else.
 */
export type Outcomes = readonly number[]

/** How a kind's answers become outcomes. The score is `100 × (sum of value × count) ÷ n`. */
export interface Outlook {
  readonly unit: 'points' | 'percent'
  /** What one answer of each outcome adds, as many as there are outcomes. */
  readonly values: readonly number[]
  readonly toOutcomes: (scores: readonly number[]) => Outcomes
  /** The score with its interval, as `toScore` has it; null when nobody answered. */
  readonly toEstimate: (outcomes: Outcomes) => Estimate | null
  /**
   * How many answers of this mix make the margin so small, in `unit`. Some answers of every outcome
   * are added (those of the NPS interval, one each of a share), so that a few that agree are not taken for certain.
   */
  readonly toSampleSize: (outcomes: Outcomes, margin: number) => number
  /** How far the first lies above the second, in `unit`; null when either is empty. */
  readonly toDifference: (first: Outcomes, second: Outcomes) => Difference | null
}

/**
 * Reads a kind and scale the way its score does (`toScore`), in as few outcomes
 * as that needs.
 *
 * @returns null for choices and texts, which know no better and worse
 */
export function toOutlook(kind: Kind, scaleMax: number): Outlook | null {
  if (kind === 'choice' || kind === 'text') return null
  const toDistribution = (scores: readonly number[]) => scores.slice(SCALES[kind].min, scaleMax + 1)
  if (kind === 'nps') {
    return {
      unit: 'points',
      values: [-1, 0, 1],
      toOutcomes: (scores) => {
        const { detractors, passives, promoters } = toNpsCounts(toDistribution(scores))
        return [detractors, passives, promoters]
      },
      toEstimate: (outcomes) => toNpsScore(toCounts(outcomes)),
      toSampleSize: (outcomes, margin) => {
        const { detractors, passives, promoters } = toCounts(outcomes)
        const n = detractors + passives + promoters + 3
        return toNpsSampleSize({ promoters: (promoters + 0.75) / n, detractors: (detractors + 0.75) / n }, margin)
      },
      toDifference: (first, second) => toNpsDifference(toCounts(first), toCounts(second)),
    }
  }
  const count = kind === 'ces' ? countAgreeing : countSatisfied
  return {
    unit: 'percent',
    values: [0, 1],
    toOutcomes: (scores) => {
      const distribution = toDistribution(scores)
      const good = count(distribution)
      return [distribution.reduce((sum, answers) => sum + answers, 0) - good, good]
    },
    toEstimate: ([bad = 0, good = 0]) => toShareEstimate(good, bad + good),
    toSampleSize: ([bad = 0, good = 0], margin) => toShareSampleSize((good + 1) / (bad + good + 2), margin),
    toDifference: ([bad = 0, good = 0], [otherBad = 0, otherGood = 0]) =>
      toShareDifference({ successes: good, n: bad + good }, { successes: otherGood, n: otherBad + otherGood }),
  }
}

function toCounts([detractors = 0, passives = 0, promoters = 0]: Outcomes): NpsCounts {
  return { detractors, passives, promoters }
}
