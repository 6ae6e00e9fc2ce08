import { DurableObject } from 'cloudflare:workers'
import type { Bindings } from '../bindings.ts'

/** What must not come back: an answer by its id, or a respondent's answers until then. */
export interface Tombstone {
  key: string
  /** Answers that happened up to this time are covered, in milliseconds since 1970. */
  until: number
  erasedAt: number
}

/**
 * The erasures of one site, outside the database that can be turned back: Time
 * Travel restores what was erased together with everything else, and takes its
 * tombstones away. From here they are put back; see replay-erasures.ts.
 */
export class ErasureLog extends DurableObject<Bindings> {
  constructor(context: DurableObjectState, bindings: Bindings) {
    super(context, bindings)
    context.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS erasures (key TEXT PRIMARY KEY, until INTEGER NOT NULL, erased_at INTEGER NOT NULL)',
    )
  }

  /** Remembers erasures. Durable when it returns. */
  add(tombstones: Tombstone[]): void {
    this.ctx.storage.sql.exec(
      `INSERT INTO erasures SELECT value ->> 'key', value ->> 'until', value ->> 'erasedAt' FROM json_each(?) WHERE true
       ON CONFLICT (key) DO UPDATE SET until = MAX(until, excluded.until), erased_at = excluded.erased_at`,
      JSON.stringify(tombstones),
    )
  }

  /** Every erasure since a time, which older ones are forgotten by. */
  list(since: number): Tombstone[] {
    this.ctx.storage.sql.exec('DELETE FROM erasures WHERE erased_at < ?', since)
    return this.ctx.storage.sql
      .exec<Tombstone & Record<string, SqlStorageValue>>('SELECT key, until, erased_at AS erasedAt FROM erasures')
      .toArray()
  }
}
