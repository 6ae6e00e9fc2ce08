import { Z_95 } from './z-95.ts'

/**
 * How often something will happen in the next while, if it happened `count` times in
 * one as long and nothing changes: a 95 % interval. The roots of Poisson counts vary
 * by a quarter whatever their size (Anscombe, 1948, Biometrika 35), so those of two
 * counts differ with a variance of a half.
 */
export function toNextCount(count: number): { low: number; high: number } {
  const root = Math.sqrt(count + 3 / 8)
  const reach = Z_95 * Math.SQRT1_2
  const toCount = (side: number) => Math.max(0, side ** 2 - 3 / 8)
  return { low: toCount(Math.max(0, root - reach)), high: toCount(root + reach) }
}
