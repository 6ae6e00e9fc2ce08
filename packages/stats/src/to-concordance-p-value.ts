import { toNormalProbability } from './to-normal-probability.ts'

/**
 * The probability that answers which have nothing to do with one another agree at
 * least so much in their order, one-sided: Kendall's S with its variance over all
 * ways to pair the same answers, ties included, and a correction of one for
 * continuity. Kendall, M. G. (1970), "Rank correlation methods", 4th edition,
 * chapter 4.
 *
 * @param counts `counts[row][column]`, both from low to high
 * @returns from 0 to 1; 1 when one of the two has a single value, or there are fewer than three
 */
export function toConcordancePValue(counts: readonly (readonly number[])[]): number {
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = (counts[0] ?? []).map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const n = rows.reduce((sum, count) => sum + count, 0)
  if (n < 3) return 1
  const over = (margins: readonly number[], toTerm: (ties: number) => number) => margins.reduce((sum, ties) => sum + toTerm(ties), 0)
  const both = (toTerm: (ties: number) => number) => over(rows, toTerm) * over(columns, toTerm)
  const whole = (ties: number) => ties * (ties - 1) * (2 * ties + 5)
  const variance =
    (whole(n) - over(rows, whole) - over(columns, whole)) / 18 +
    both((ties) => ties * (ties - 1)) / (2 * n * (n - 1)) +
    both((ties) => ties * (ties - 1) * (ties - 2)) / (9 * n * (n - 1) * (n - 2))
  // Rounding leaves a little where nothing can vary.
  if (!(variance > 1e-9 * n)) return 1
  return toNormalProbability(-(toSurplus(counts) - 1) / Math.sqrt(variance))
}

/** Pairs of people in the same order minus pairs in the reverse order. */
function toSurplus(counts: readonly (readonly number[])[]): number {
  let surplus = 0
  for (const [at, row] of counts.entries()) {
    for (const [column, count] of row.entries()) {
      for (const below of counts.slice(at + 1)) {
        for (const [other, others] of below.entries()) surplus += Math.sign(other - column) * count * others
      }
    }
  }
  return surplus
}
