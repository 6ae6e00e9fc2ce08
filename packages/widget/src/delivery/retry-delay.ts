const FIRST_MS = 1000
const LONGEST_MS = 300_000

/**
 * How long to wait before trying again: anything up to a bound that doubles
 * with every attempt, from 1 s to 5 min. The whole range is drawn from ("full
 * jitter"), so that pages cut off together do not come back together:
 * M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
 * A wait that the server asked for is kept, with the jitter on top.
 */
export function toRetryDelay(attempt: number, retryAfterMs = 0, random: () => number = Math.random): number {
  return retryAfterMs + Math.ceil(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt))
}
