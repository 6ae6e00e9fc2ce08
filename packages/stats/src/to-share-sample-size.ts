import { Z_95 } from './z-95.ts'

/**
 * How many answers make the Wilson interval of a share no wider than
 * ± `marginPoints` at 95 %, if the share comes out as expected: the width of
 * `toWilsonInterval` solved for n, rounded up. Piegorsch, W. W. (2004), "Sample
 * sizes for improved binomial confidence intervals", Computational Statistics &
 * Data Analysis 46 (2), 309–316.
 *
 * Unlike z²·p·(1 − p) ÷ margin² it asks for some answers also where everybody is
 * expected to agree.
 *
 * @param share from 0 to 1
 * @param marginPoints in percentage points, above 0; from 50 on no answers are needed
 * @example toShareSampleSize(0.5, 5) // 381
 */
export function toShareSampleSize(share: number, marginPoints: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError('a share lies between 0 and 1')
  if (!(marginPoints > 0)) throw new RangeError('a margin is above 0')
  const square = (marginPoints / 100) ** 2
  if (square >= 0.25) return 0
  const variance = share * (1 - share)
  const root = Math.sqrt(variance ** 2 - 4 * variance * square + square)
  return Math.ceil((Z_95 ** 2 * (variance - 2 * square + root)) / (2 * square))
}
