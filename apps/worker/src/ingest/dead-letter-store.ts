import type { DeadLetterPage, ReplayResult } from '@pulso/protocol'
import type { Permission } from '../access/grant.ts'
import type { SiteId } from '../sites/site-store.ts'
import { type ResponseRow, ResponseStore } from './response-store.ts'
import type { SpillMessage } from './spill.ts'

/** Read and replayed at once: bounds what one request holds in memory. */
const PAGE = 100

interface DeadLetterRow {
  /** Written by `add`, which takes nothing else. */
  site_id: SiteId
  id: string
  rev: number
  row: string
  reason: string
  failed_at: number
}

/** The sites of a permission as JSON in ?1; null is all of them. */
const IS_SEEN = '(?1 IS NULL OR site_id IN (SELECT value FROM json_each(?1)))'

/** A letter by the name `letter` that a tombstone of its site covers, like a stored response: see KeptResponsesStore. */
const IS_ERASED = `EXISTS (SELECT 1 FROM tombstones AS tombstone
  WHERE tombstone.site_id = letter.site_id AND tombstone.key IN (letter.id, letter.row ->> 'sentId', letter.row ->> 'respondent')
    AND tombstone.until >= letter.row ->> 'occurredAt')`

/** Responses that came through the queue and could not become rows, of all sites. */
export class DeadLetterStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  /** Keeps them, once each, however often they come, unless they were erased meanwhile. */
  async add(messages: readonly SpillMessage[], reason: string, now: number): Promise<void> {
    const letters = messages.map(({ siteId, row }) => ({ siteId, id: row.id, rev: row.rev, row: JSON.stringify(row) }))
    await this.#database
      .prepare(
        `INSERT INTO dead_letters (site_id, id, rev, row, reason, failed_at)
         SELECT site_id, id, rev, row, ?2, ?3
         FROM (SELECT value ->> 'siteId' AS site_id, value ->> 'id' AS id, value ->> 'rev' AS rev, value ->> 'row' AS row FROM json_each(?1)) AS letter
         WHERE NOT ${IS_ERASED}
         ON CONFLICT (site_id, id, rev) DO UPDATE SET reason = excluded.reason, failed_at = excluded.failed_at`,
      )
      .bind(JSON.stringify(letters), reason, now)
      .run()
  }

  /** The oldest of the sites that the asking permission opens, and how many there are. */
  async list(asking: Permission): Promise<DeadLetterPage> {
    const { rows, total } = await this.#readOldest(asking)
    const letters = rows.map(({ site_id: siteId, failed_at: failedAt, row, id, rev, reason }) => {
      return { siteId, id, rev, reason, failedAt, row: JSON.parse(row) as Record<string, unknown> }
    })
    return { letters, total }
  }

  /** Tries the oldest again, one by one, and lets go of those that are rows now. */
  async replay(asking: Permission, now: number): Promise<ReplayResult> {
    const { rows } = await this.#readOldest(asking)
    let stored = 0
    for (const { site_id: siteId, id, rev, row } of rows) {
      const message = { siteId, row: JSON.parse(row) as ResponseRow }
      const reason = await tryToSave(this.#database, message)
      if (reason === null) {
        await this.remove(siteId, id, rev)
        stored += 1
      } else {
        await this.add([message], reason, now)
      }
    }
    return { stored, kept: rows.length - stored }
  }

  /** @returns whether it was there */
  async remove(siteId: string, id: string, rev: number): Promise<boolean> {
    const { meta } = await this.#database
      .prepare('DELETE FROM dead_letters WHERE site_id = ?1 AND id = ?2 AND rev = ?3')
      .bind(siteId, id, rev)
      .run()
    return meta.changes > 0
  }

  /** What of a site its tombstones cover, by the ids that the senders know. */
  async findErased(siteId: SiteId): Promise<string[]> {
    const { results } = await this.#database
      .prepare(
        `SELECT DISTINCT COALESCE(letter.row ->> 'sentId', letter.id) AS key FROM dead_letters AS letter WHERE site_id = ?1 AND ${IS_ERASED}`,
      )
      .bind(siteId)
      .all<{ key: string }>()
    return results.map(({ key }) => key)
  }

  /** Deletes what of a site its tombstones cover. */
  async removeErased(siteId: SiteId): Promise<void> {
    await this.#database.prepare(`DELETE FROM dead_letters AS letter WHERE site_id = ?1 AND ${IS_ERASED}`).bind(siteId).run()
  }

  async #readOldest({ sites }: Permission): Promise<{ rows: DeadLetterRow[]; total: number }> {
    const seen = sites && JSON.stringify(sites)
    const [page, count] = await this.#database.batch<DeadLetterRow & { total: number }>([
      this.#database.prepare(`SELECT * FROM dead_letters WHERE ${IS_SEEN} ORDER BY failed_at, site_id, id, rev LIMIT ?2`).bind(seen, PAGE),
      this.#database.prepare(`SELECT COUNT(*) AS total FROM dead_letters WHERE ${IS_SEEN}`).bind(seen),
    ])
    return { rows: page?.results ?? [], total: count?.results[0]?.total ?? 0 }
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
