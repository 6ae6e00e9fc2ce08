import { ProblemError } from '../request/problem-error.ts'
import { withinTime } from '../request/within-time.ts'

/** How long one attempt may take. */
export const ATTEMPT_MS = 1500
const LONGEST_PAUSE_MS = 250

/**
 * Runs a write that may be repeated without harm: a stall of 1.5 s or an error
 * gets one more attempt after a random pause, then 503 with Retry-After, and the
 * sender keeps the answer. D1 does not retry writes itself, and an error may
 * come after the commit, which is why only repeatable writes may pass here.
 */
export async function saveDurably<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await withinTime(ATTEMPT_MS, write)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    console.warn(JSON.stringify({ event: 'store-retry', reason: String(error) }))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_PAUSE_MS))
    try {
      return await withinTime(ATTEMPT_MS, write)
    } catch (secondError) {
      if (secondError instanceof ProblemError) throw secondError
      console.error(JSON.stringify({ event: 'store-unavailable', reason: String(secondError) }))
      throw new ProblemError('unavailable', 'The database did not take the answer twice in a row. Keep it and send it again.', {
        headers: { 'Retry-After': '5' },
      })
    }
  }
}

/** Whether this is `saveDurably` having given up. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'unavailable'
}
