/**
 * For each p-value the smallest false-discovery rate at which it would be called
 * a discovery among all of them: list those at or under 0.05, and of what is
 * listed at most 5 % is expected to be there by chance, however the tests hang
 * together. Benjamini, Y. and Yekutieli, D. (2001), "The control of the false
 * discovery rate in multiple testing under dependency", Annals of Statistics 29
 * (4), 1165–1188, theorem 1.3: the step-up rule of Benjamini, Y. and Hochberg, Y.
 * (1995), "Controlling the false discovery rate", Journal of the Royal Statistical
 * Society B 57 (1), 289–300, times 1 + 1/2 + … + 1/m, which is the price of asking
 * nothing of the dependence.
 *
 * @param pValues one per test that was looked at, not only of those that look good
 * @returns in the same order, from 0 to 1
 */
export function toQValues(pValues: readonly number[]): number[] {
  const m = pValues.length
  const price = pValues.reduce((sum, _, index) => sum + 1 / (index + 1), 0)
  const byP = pValues.map((p, place) => ({ p, place })).sort((left, right) => right.p - left.p)
  const qValues = new Array<number>(m)
  let least = 1
  for (const [index, { p, place }] of byP.entries()) {
    least = Math.min(least, (p * m * price) / (m - index))
    qValues[place] = least
  }
  return qValues
}
