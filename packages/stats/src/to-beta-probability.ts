/**
 * The regularized incomplete beta function Iₓ(a, b): the probability that a
 * beta variable lies below `x`, and with it the tail of a binomial one, P(X ≥ k |
 * n, p) = I_p(k, n − k + 1) (Abramowitz, M. and Stegun, I. (1964), "Handbook of
 * Mathematical Functions", 26.5.24).
 *
 * By the continued fraction 26.5.8 there, evaluated forwards as Lentz, W. J.
 * (1976), "Generating Bessel functions in Mie scattering calculations using
 * continued fractions", Applied Optics 15 (3), 668–671. Right to seven digits
 * for a + b up to ten million, to twelve up to a thousand.
 *
 * @example toBetaProbability(0.5, 2, 3) // 0.6875
 */
export function toBetaProbability(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) throw new RangeError(`I of ${x}, ${a}, ${b} is not defined`)
  if (x === 0 || x === 1) return x
  // The fraction converges fast on this side only.
  if (x > (a + 1) / (a + b + 2)) return 1 - toBetaProbability(1 - x, b, a)
  const front = Math.exp(toLogGamma(a + b) - toLogGamma(a) - toLogGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  return front / toFraction(x, a, b)
}

/** 1 + d₁/(1 + d₂/(1 + …)). */
function toFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const keepOff = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let [value, numerator, denominator] = [1, 1, 0]
  for (let step = 1; step < 100_000; step += 1) {
    const half = Math.floor(step / 2)
    const coefficient =
      step % 2 === 0
        ? (half * (b - half) * x) / ((a + step - 1) * (a + step))
        : (-(a + half) * (a + b + half) * x) / ((a + step - 1) * (a + step))
    denominator = 1 / keepOff(1 + coefficient * denominator)
    numerator = keepOff(1 + coefficient / numerator)
    value *= numerator * denominator
    if (Math.abs(numerator * denominator - 1) < 1e-15) return value
  }
  return value
}

/** log Γ: the series of Stirling (6.1.41 there), after stepping up to where it is exact enough. */
function toLogGamma(value: number): number {
  let [argument, steps] = [value, 0]
  while (argument < 15) {
    steps += Math.log(argument)
    argument += 1
  }
  const inverse = 1 / argument
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))))
  return (argument - 0.5) * Math.log(argument) - argument + 0.5 * Math.log(2 * Math.PI) + series - steps
}
