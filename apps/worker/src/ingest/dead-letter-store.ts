import type { DeadLetter } from '@pulso/protocol'
import { type ResponseRow, ResponseStore } from './response-store.ts'
import type { SpillMessage } from './spill.ts'

/** Read and replayed at once: bounds what one request holds in memory. */
const PAGE = 100

interface DeadLetterRow {
  site_id: string
  id: string
  rev: number
  row: string
  reason: string
  failed_at: number
}

/** Responses that came through the queue and could not become rows, of all sites: for the operator. */
export class DeadLetterStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  /** Keeps them, once each, however often they come. */
  async add(messages: readonly SpillMessage[], reason: string, now: number): Promise<void> {
    const letters = messages.map(({ siteId, row }) => ({ siteId, id: row.id, rev: row.rev, row: JSON.stringify(row) }))
    await this.#database
      .prepare(
        `INSERT INTO dead_letters (site_id, id, rev, row, reason, failed_at)
         SELECT value ->> 'siteId', value ->> 'id', value ->> 'rev', value ->> 'row', ?2, ?3 FROM json_each(?1) WHERE true
         ON CONFLICT (site_id, id, rev) DO UPDATE SET reason = excluded.reason, failed_at = excluded.failed_at`,
      )
      .bind(JSON.stringify(letters), reason, now)
      .run()
  }

  /** The oldest, and how many there are. */
  async list(): Promise<{ letters: DeadLetter[]; total: number }> {
    const [page, count] = await this.#database.batch<DeadLetterRow & { total: number }>([
      this.#database.prepare('SELECT * FROM dead_letters ORDER BY failed_at, site_id, id, rev LIMIT ?1').bind(PAGE),
      this.#database.prepare('SELECT COUNT(*) AS total FROM dead_letters'),
    ])
    const letters = (page?.results ?? []).map(({ site_id: siteId, failed_at: failedAt, row, id, rev, reason }) => {
      return { siteId, id, rev, reason, failedAt, row: JSON.parse(row) as Record<string, unknown> }
    })
    return { letters, total: count?.results[0]?.total ?? 0 }
  }

  /** Tries the oldest again, one by one, and lets go of those that are rows now. */
  async replay(now: number): Promise<{ stored: number; kept: number }> {
    const { letters } = await this.list()
    let stored = 0
    for (const { siteId, id, rev, row } of letters) {
      // Written by `add`, which takes nothing else.
      const message = { siteId, row: row as unknown as ResponseRow }
      const reason = await tryToSave(this.#database, message)
      if (reason === null) {
        await this.remove(siteId, id, rev)
        stored += 1
      } else {
        await this.add([message], reason, now)
      }
    }
    return { stored, kept: letters.length - stored }
  }

  /** @returns whether it was there */
  async remove(siteId: string, id: string, rev: number): Promise<boolean> {
    const { meta } = await this.#database
      .prepare('DELETE FROM dead_letters WHERE site_id = ?1 AND id = ?2 AND rev = ?3')
      .bind(siteId, id, rev)
      .run()
    return meta.changes > 0
  }
}

/** Why an id that is another prompt's cannot be stored, as the operator reads it. */
export const CONFLICT = 'This id already belongs to a response to another prompt.'

/** @returns null when the row is stored, or was; otherwise why not */
async function tryToSave(database: D1Database, { siteId, row }: SpillMessage): Promise<string | null> {
  try {
    const [outcome] = await new ResponseStore(database, siteId).save([row])
    return outcome === 'conflict' ? CONFLICT : null
  } catch (error) {
    return String(error)
  }
}
