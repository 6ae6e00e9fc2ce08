/** From here on the continued fraction is the shorter way to the last digit. */
const FAR = 3

/**
 * The chance that a standard normal variable lies above `z`, right to twelve
 * digits in either tail. The series near the middle is 26.2.11, the continued
 * fraction further out 26.2.14 of Abramowitz, M. and Stegun, I. (1964),
 * "Handbook of Mathematical Functions".
 *
 * @example toUpperTail(1.959963984540054) // 0.025
 */
export function toUpperTail(z: number): number {
  if (z < 0) return 1 - toUpperTail(-z)
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z >= FAR) {
    let fraction = z
    for (let step = 60; step >= 1; step -= 1) fraction = z + step / fraction
    return density / fraction
  }
  let term = z
  let sum = z
  for (let odd = 3; odd < 120; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return 0.5 - density * sum
}
