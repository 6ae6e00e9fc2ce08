import { LIMITS } from '@pulso/protocol'

const WINDOW_MS = 60_000
/** Networks remembered at once; beyond it the oldest is forgotten, so that many addresses cannot fill the memory. */
const MOST_NETWORKS = 10_000

/**
 * Counts, per network, what was shown and opened nothing. In the memory of this
 * isolate only: nothing about a visitor's address is written anywhere, and a
 * guesser that meets several isolates gets a small multiple of very little.
 */
export class GuessLimit {
  readonly #windows = new Map<string, { since: number; guesses: number }>()
  readonly #mostPerMinute: number

  constructor(mostPerMinute: number = LIMITS.guessesPerMinute) {
    this.#mostPerMinute = mostPerMinute
  }

  /** Seconds until the next guess is heard; 0: now. */
  toWaitSeconds(network: string, now: number): number {
    const window = this.#windows.get(network)
    if (!window || now - window.since >= WINDOW_MS || window.guesses < this.#mostPerMinute) return 0
    return Math.ceil((window.since + WINDOW_MS - now) / 1000)
  }

  add(network: string, now: number): void {
    const window = this.#windows.get(network)
    if (window && now - window.since < WINDOW_MS) {
      window.guesses += 1
      return
    }
    this.#windows.delete(network)
    this.#windows.set(network, { since: now, guesses: 1 })
    const oldest = this.#windows.keys().next()
    if (this.#windows.size > MOST_NETWORKS && !oldest.done) this.#windows.delete(oldest.value)
  }
}
