/** A stream of repeatable chance: the same seed gives the same numbers, on every machine. */
export interface SeededRandom {
  /** The next number, from 0 up to but without 1. */
  next(): number
  /** The next whole number from 0 up to but without `end`. */
  below(end: number): number
  /** An index of `weights`, as likely as its weight is heavy. */
  weighted(weights: readonly number[]): number
  /** How many of something rare happened, when `mean` of it happen on average (Knuth's Poisson draw). */
  countAround(mean: number): number
}

/** mulberry32: 32 bits of state are plenty for demo data, and five lines to read. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const weighted = (weights: readonly number[]) => {
    let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
    for (const [index, weight] of weights.entries()) {
      left -= weight
      if (left < 0) return index
    }
    return weights.length - 1
  }
  const countAround = (mean: number) => {
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = next(); product > limit; product *= next()) count += 1
    return count
  }
  return { next, below: (end) => Math.floor(next() * end), weighted, countAround }
}
