import type { Bindings } from '../bindings.ts'
import { type ResponseRow, ResponseStore, type SaveOutcome } from './response-store.ts'
import { isUnavailable, saveDurably } from './save-durably.ts'
import { spill } from './spill.ts'

/** `queued`: durable, and a row as soon as the database takes it. */
export type StoreOutcome = SaveOutcome | 'queued'

/**
 * Makes rows durable: in the database, or while that fails in the queue, if the
 * deployment has one. An error may have come after the commit: then the queue
 * brings what is there already, which changes nothing.
 *
 * @param isReachable false when the database was just found not to answer
 * @returns the outcome of each row, in order
 * @throws ProblemError `unavailable`
 */
export async function storeOrSpill(
  bindings: Bindings,
  siteId: string,
  rows: readonly ResponseRow[],
  isReachable: boolean,
): Promise<StoreOutcome[]> {
  if (rows.length === 0) return []
  const { DB, SPILL } = bindings
  if (isReachable) {
    try {
      return await saveDurably(() => new ResponseStore(DB, siteId).save(rows))
    } catch (error) {
      if (!SPILL || !isUnavailable(error)) throw error
    }
  }
  if (SPILL) await spill(SPILL, siteId, rows)
  return rows.map(() => 'queued')
}
