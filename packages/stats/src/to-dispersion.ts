import type { Outcomes } from './to-outcomes.ts'

/** What is believed before anything is known, and as much as this many days' deviations. */
const USUAL = 1.25
const USUAL_WEIGHT = 7

/**
 * By how much scores of days differ more than the chance of independent answers
 * makes them: the mean square of the days' deviations from their group, each in
 * units of what chance explains (McCullagh, P. and Nelder, J. A. (1989),
 * "Generalized Linear Models", second edition, section 4.5), drawn towards 1.25
 * where there are few days. 1 where days are but chance, never less.
 *
 * @param groups days that should be alike, such as all Mondays
 * @param values what one answer of each outcome adds to the score
 */
export function toDispersion(groups: readonly (readonly Outcomes[])[], values: readonly number[]): number {
  let squares = USUAL * USUAL_WEIGHT
  let freedom = USUAL_WEIGHT
  for (const days of groups) {
    const answered = days.map((day) => toMoments(day, values)).filter(({ n }) => n > 0)
    const n = answered.reduce((sum, day) => sum + day.n, 0)
    const mean = answered.reduce((sum, day) => sum + day.sum, 0) / n
    const variance = answered.reduce((sum, day) => sum + day.squares, 0) / n - mean ** 2
    if (answered.length < 2 || !(variance > 0)) continue
    squares += answered.reduce((sum, day) => sum + day.n * (day.sum / day.n - mean) ** 2, 0) / variance
    freedom += answered.length - 1
  }
  return Math.max(1, squares / freedom)
}

function toMoments(day: Outcomes, values: readonly number[]) {
  const moments = { n: 0, sum: 0, squares: 0 }
  day.forEach((count, outcome) => {
    const value = values[outcome] ?? 0
    moments.n += count
    moments.sum += count * value
    moments.squares += count * value ** 2
  })
  return moments
}
