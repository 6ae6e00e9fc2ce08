import { type Difference, toDifference } from './to-difference.ts'
import { type NpsCounts, toNpsScore } from './to-nps-score.ts'

/**
 * Difference of two independent net promoter scores, in points: their adjusted
 * Wald intervals (Rocks 2016, see `toNpsScore`), squared and added (Zou and
 * Donner 2008, see `toDifference`).
 *
 * The usual alternative adds three pseudo-answers to each side and takes one Wald
 * interval of the difference (Lewis, J. and Sauro, J. (2021), "How to
 * statistically compare two Net Promoter Scores", MeasuringU). It does as well
 * where the two are alike, but pulls both towards 0: between 90/8/2 and 5/15/80
 * at n = 10 it covers 79 %, this one 93 %.
 *
 * @returns points, or null when either has no answers
 */
export function toNpsDifference(first: NpsCounts, second: NpsCounts): Difference | null {
  const one = toNpsScore(first)
  const other = toNpsScore(second)
  return one && other && toDifference(one, other)
}
