import { ProblemError } from '../request/problem-error.ts'
import { withinTime } from '../request/within-time.ts'
import type { ResponseRow } from './response-store.ts'
import { ATTEMPT_MS } from './save-durably.ts'

/** One row on its way through the queue: one message each, so that one that nobody can store costs no other. */
export interface SpillMessage {
  siteId: string
  row: ResponseRow
}

/**
 * Puts rows into the queue. Resolved means durable: the queue keeps them until the
 * consumer has stored them. A batch of answers fits into one call, which takes 100
 * messages and 256 KB: it has at most 50 responses and 16 KB.
 *
 * @throws ProblemError `unavailable` when the queue does not take them either
 */
export async function spill(queue: Queue<SpillMessage>, siteId: string, rows: readonly ResponseRow[]): Promise<void> {
  const messages = rows.map((row) => ({ body: { siteId, row }, contentType: 'json' as const }))
  try {
    await withinTime(ATTEMPT_MS, () => queue.sendBatch(messages))
  } catch (error) {
    console.error(JSON.stringify({ event: 'spill-unavailable', reason: String(error) }))
    throw new ProblemError('unavailable', 'Neither the database nor the queue took the answer. Keep it and send it again.', {
      headers: { 'Retry-After': '5' },
    })
  }
}
