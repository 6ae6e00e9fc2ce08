/**
 * Which of several hypotheses may be rejected when all of them were looked at:
 * Holm, S. (1979), "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6 (2), 65–70. The smallest of m p-values
 * must lie under level/m, the next under level/(m − 1), and so on until one does
 * not. The probability that anything is rejected wrongly is then at most `level`,
 * however the tests depend on one another.
 *
 * @returns for each p-value, in the order given, whether its hypothesis is rejected
 * @example toHolm([0.01, 0.04, 0.03, 0.005], 0.05) // [true, false, false, true]
 */
export function toHolm(pValues: readonly number[], level: number): boolean[] {
  const order = pValues.map((pValue, index) => ({ pValue, index })).sort((left, right) => left.pValue - right.pValue)
  const rejected = pValues.map(() => false)
  for (const [place, { pValue, index }] of order.entries()) {
    if (pValue > level / (order.length - place)) break
    rejected[index] = true
  }
  return rejected
}
