const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 15_000

/**
 * How long to wait before trying again for the `attempt`th time (from 0): twice
 * as long each time, up to a ceiling, with full jitter, so that a restarted
 * worker is not met by every open dashboard at once (Brooker 2015,
 * "Exponential backoff and jitter"). Never under a tenth of the step.
 *
 * @param random a number from 0 to 1
 */
export function toRetryDelayMs(attempt: number, random: number): number {
  const step = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt)
  return Math.round(step * (0.1 + 0.9 * random))
}
