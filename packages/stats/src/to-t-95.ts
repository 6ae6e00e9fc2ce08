import { Z_95 } from './z-95.ts'

/**
 * The quantile at 0.975 of Student's t distribution (Student 1908, "The probable
 * error of a mean", Biometrika 6 (1), 1–25): what `Z_95` becomes when the spread
 * is itself estimated from few answers. Right to seven digits.
 */
export function toT95(degreesOfFreedom: number): number {
  if (!(Number.isInteger(degreesOfFreedom) && degreesOfFreedom >= 1)) throw new RangeError(`${degreesOfFreedom} degrees of freedom`)
  return degreesOfFreedom > 100 ? toExpandedT95(degreesOfFreedom) : toExactT95(degreesOfFreedom)
}

/** Expansion around the normal quantile: Abramowitz, M. and Stegun, I. (1964), "Handbook of Mathematical Functions", 26.7.5. */
function toExpandedT95(degreesOfFreedom: number): number {
  const z = Z_95
  const terms = [z, (z ** 3 + z) / 4, (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96, (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384]
  return terms.reduce((sum, term, power) => sum + term / degreesOfFreedom ** power, 0)
}

/** Halves the range of the angle until its probability is 0.95. */
function toExactT95(degreesOfFreedom: number): number {
  let low = 0
  let high = Math.PI / 2
  for (let round = 0; round < 60; round += 1) {
    const angle = (low + high) / 2
    if (toCentralProbability(angle, degreesOfFreedom) < 0.95) low = angle
    else high = angle
  }
  return Math.sqrt(degreesOfFreedom) * Math.tan((low + high) / 2)
}

/** P(|T| < √ν·tan θ), the finite sums of Abramowitz and Stegun, 26.7.3 (odd ν) and 26.7.4 (even ν). */
function toCentralProbability(angle: number, degreesOfFreedom: number): number {
  const odd = degreesOfFreedom % 2 === 1
  const cosine = Math.cos(angle)
  let term = odd ? cosine : 1
  let sum = 0
  for (let power = odd ? 1 : 0; power <= degreesOfFreedom - 2; power += 2) {
    sum += term
    term *= ((power + 1) / (power + 2)) * cosine ** 2
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
}
