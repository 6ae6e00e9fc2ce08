import type { Difference } from './to-difference.ts'
import { toNormalProbability } from './to-normal-probability.ts'
import { Z_95 } from './z-95.ts'

/**
 * How likely a difference at least so large is where there is none, two-sided:
 * the interval's reach towards 0 is 1.96 standard errors, which is how the square
 * and add rule made it (Zou and Donner 2008, see `toDifference`). So it is under
 * 0.05 exactly when the interval does not contain 0.
 *
 * @returns from 0 to 1; 1 when there is no difference
 */
export function toDifferencePValue({ value, low, high }: Difference): number {
  if (value === 0) return 1
  const error = (value > 0 ? value - low : high - value) / Z_95
  return error > 0 ? 2 * toNormalProbability(-Math.abs(value) / error) : 0
}
