import type { Interval } from './estimate.ts'
import { Z_95 } from './z-95.ts'

/**
 * The 95 % score interval of a share: Wilson, E. B. (1927), "Probable inference,
 * the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (158), 209–212; without continuity correction.
 *
 * Unlike value ± z·s/√n it never leaves 0…1, and it is no point at 0 of n or n of n.
 *
 * @param z the two-sided normal quantile of the confidence, 95 % by default; see `toZ`
 * @returns ends as shares from 0 to 1, or null when `n` is 0
 * @example toWilsonInterval(81, 263) // { low: 0.2553…, high: 0.3662… }
 */
export function toWilsonInterval(successes: number, n: number, z = Z_95): Interval | null {
  if (!(successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n} is not a share`)
  if (n === 0) return null
  const share = successes / n
  const zz = z ** 2
  const middle = (share + zz / (2 * n)) / (1 + zz / n)
  const reach = (z * Math.sqrt((share * (1 - share)) / n + zz / (4 * n ** 2))) / (1 + zz / n)
  // At the extremes the formula gives exactly 0 and 1; floating point misses them by 1e-17.
  return { low: successes === 0 ? 0 : middle - reach, high: successes === n ? 1 : middle + reach }
}
