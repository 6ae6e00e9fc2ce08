/** A source of chance that gives the same for the same seed, on every machine: mulberry32 (T. Ettinger, 2017, public domain). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0, up to and not 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least)
  }

  /** How many come where `mean` are expected: Poisson, as the arrivals of a time of random length sum (Knuth 1969), in pieces that do not underflow. */
  count(mean: number): number {
    let count = 0
    for (let left = mean; left > 0; left -= 30) {
      const limit = Math.exp(-Math.min(left, 30))
      for (let product = this.next(); product > limit; product *= this.next()) count += 1
    }
    return count
  }

  /** `n` answers by outcome, drawn with these shares. */
  outcomes(n: number, shares: readonly number[]): number[] {
    const counts = shares.map(() => 0)
    for (let answer = 0; answer < n; answer += 1) {
      let left = this.next()
      let outcome = 0
      while (outcome < shares.length - 1) {
        left -= shares[outcome] ?? 0
        if (left < 0) break
        outcome += 1
      }
      counts[outcome] = (counts[outcome] ?? 0) + 1
    }
    return counts
  }
}
