import type { Outcomes } from './to-outcomes.ts'

/** A bet that answers after a day are worth less, or more, than those before it. */
export interface Bet {
  readonly values: readonly number[]
  /** Answers seen from before, by outcome, from which the next block's guess is made: one of each, and what has been played. */
  readonly seen: number[]
  /** At least 1: by how much more than by chance days differ; every payoff is taken to the power of 1 ÷ this. */
  readonly dispersion: number
  /** The logarithm of what each alternative has made of its stake of 1. */
  readonly logWealth: number[]
}

/**
 * By how much answers may have moved, in standard deviations of one answer, and
 * how much of the stake is on it. Each is at most √2 away from the right size,
 * which costs at most a sixth of the growth. Three quarters are on drops: they are
 * what somebody must hear of soon.
 */
const SHIFTS = [-0.1, -0.2, -0.4, -0.8, 0.1, 0.2, 0.4, 0.8]
/**
 * Answers are never taken for more alike than if one in a hundred were at the other
 * end. Where all were alike so far, their standard deviation is next to nothing, and
 * measured in it even the smallest shift would bet on nearly everybody having turned:
 * it would lose where a half has, and with a million answers be no number any more.
 */
const LEAST_SHARE = 0.01
const STAKES = SHIFTS.map((shift) => (shift < 0 ? 0.75 : 0.25) / 4)

/**
 * @param learned answers by outcome that are in no block, to guess from; none is fair too, and slower
 * @param dispersion from answers that are in no block either: see `toDispersion`
 */
export function createBet(values: readonly number[], learned: Outcomes, dispersion = 1): Bet {
  return { values, dispersion, seen: values.map((_, outcome) => 1 + (learned[outcome] ?? 0)), logWealth: SHIFTS.map(() => 0) }
}

/** What the stake of 1 has become. */
export function toWealth({ logWealth }: Bet): number {
  // JSON has no infinity, and nobody needs more certainty than this.
  return Math.min(
    1e300,
    STAKES.reduce((sum, stake, index) => sum + stake * Math.exp(logWealth[index] ?? 0), 0),
  )
}

/** Which way the bet has won: by what its drops or by what its rises have made. */
export function toDirection({ logWealth }: Bet): 'lower' | 'higher' {
  const best = logWealth.reduce((most, wealth, index) => (wealth > (logWealth[most] ?? 0) ? index : most), 0)
  return (SHIFTS[best] ?? 0) < 0 ? 'lower' : 'higher'
}

/**
 * Plays one block: answers `before` against answers `after`, neither played yet.
 * For a guess a of the distribution before and b after, and their mean m weighted
 * by how many answers there are, the payoff is
 *
 *   e = Π (a ÷ m) over `before` × Π (b ÷ m) over `after`.
 *
 * If both are drawn from one and the same distribution q, the expectation of e is
 * at most 1 whatever q is: its logarithm, n₁·log Σ q·a/m + n₂·log Σ q·b/m, is
 * concave in q and has its maximum, 0, at q = m (Turner, Ly and Grünwald 2024 for
 * two outcomes; the same two lines of calculus for any number). Nothing is
 * estimated from the block, so there is no estimate that could be wrong. Where days
 * are known to differ of themselves, e to the power of 1 ÷ dispersion is paid, as if
 * so many fewer had answered; its expectation is at most 1 as well (Jensen 1906).
 *
 * @returns whether there was anything to compare
 */
export function playBlock(bet: Bet, before: Outcomes, after: Outcomes): boolean {
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  const shareBefore = total(before) / (total(before) + total(after))
  if (!(shareBefore > 0 && shareBefore < 1)) return false
  const seen = total(bet.seen)
  const guess = bet.seen.map((count) => count / seen)
  const mean = guess.reduce((sum, share, outcome) => sum + share * (bet.values[outcome] ?? 0), 0)
  const variance = guess.reduce((sum, share, outcome) => sum + share * ((bet.values[outcome] ?? 0) - mean) ** 2, 0)
  const span = Math.max(...bet.values) - Math.min(...bet.values)
  const unit = Math.sqrt(Math.max(variance, LEAST_SHARE * (1 - LEAST_SHARE) * span ** 2))
  const standard = bet.values.map((value) => (value - mean) / unit)
  const odds = new Array<number>(guess.length).fill(0)
  // Plain loops: this runs some thirty thousand times for every touchpoint of an answer.
  for (let index = 0; index < SHIFTS.length; index += 1) {
    const shift = SHIFTS[index] ?? 0
    let weight = 0
    for (let outcome = 0; outcome < guess.length; outcome += 1) {
      odds[outcome] = Math.exp(shift * (standard[outcome] ?? 0))
      weight += (guess[outcome] ?? 0) * (odds[outcome] ?? 0)
    }
    const logWeight = Math.log(weight)
    let gain = 0
    for (let outcome = 0; outcome < guess.length; outcome += 1) {
      // How much likelier the outcome is under b than under a, and under m than under a.
      const logOdds = shift * (standard[outcome] ?? 0) - logWeight
      const logMiddle = Math.log(shareBefore + ((1 - shareBefore) * (odds[outcome] ?? 0)) / weight)
      gain += (after[outcome] ?? 0) * (logOdds - logMiddle) - (before[outcome] ?? 0) * logMiddle
    }
    bet.logWealth[index] = (bet.logWealth[index] ?? 0) + gain / bet.dispersion
  }
  before.forEach((count, outcome) => {
    bet.seen[outcome] = (bet.seen[outcome] ?? 0) + count
  })
  return true
}
