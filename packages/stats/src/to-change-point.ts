import type { Outcomes } from './to-outcomes.ts'

/**
 * Which day a change most likely began: the split of the days into two parts, each
 * with shares of its own, under which the answers are most likely. Hinkley, D. V.
 * (1970), "Inference about the change-point in a sequence of random variables",
 * Biometrika 57 (1), 1–17. It is a day or two off where the change is large, and
 * can be a week off where it is small.
 *
 * @param days answers by outcome, at least two days
 * @returns the index of the first day of the second part, 1 or more
 */
export function toChangePoint(days: readonly Outcomes[]): number {
  const whole = days.reduce<Outcomes>(plus, [])
  let first: Outcomes = []
  let best = { index: 1, likelihood: Number.NEGATIVE_INFINITY }
  for (let index = 1; index < days.length; index += 1) {
    first = plus(first, days[index - 1] ?? [])
    const second = whole.map((count, outcome) => count - (first[outcome] ?? 0))
    const likelihood = toLogLikelihood(first) + toLogLikelihood(second)
    if (likelihood > best.likelihood) best = { index, likelihood }
  }
  return best.index
}

/** Of the answers under their own shares. */
function toLogLikelihood(counts: Outcomes): number {
  const n = counts.reduce((sum, count) => sum + count, 0)
  return counts.reduce((sum, count) => (count > 0 ? sum + count * Math.log(count / n) : sum), 0)
}

function plus(one: Outcomes, other: Outcomes): number[] {
  return other.map((count, outcome) => count + (one[outcome] ?? 0))
}
