/**
 * The probability that a standard normal variable lies below `z`: up to 3 by the
 * series of Abramowitz, M. and Stegun, I. (1964), "Handbook of Mathematical
 * Functions", 26.2.11, beyond that by the continued fraction 26.2.14. Right to
 * ten digits, also far out in the tails.
 *
 * @example toNormalProbability(1.959963984540054) // 0.975
 */
export function toNormalProbability(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('not a number')
  const size = Math.abs(z)
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (size > 3) {
    let fraction = size
    for (let depth = 100; depth >= 1; depth -= 1) fraction = size + depth / fraction
    // An infinite distance would be 0 · 1/∞.
    const tail = density === 0 ? 0 : density / fraction
    return z < 0 ? tail : 1 - tail
  }
  let term = z
  let sum = z
  for (let divisor = 3; Math.abs(term) > 1e-17; divisor += 2) {
    term *= (z * z) / divisor
    sum += term
  }
  return 0.5 + density * sum
}
