import type { Tombstone } from './erasure-log.ts'

/** What must not come back to one site, where every INSERT looks: the only place that writes that table. */
export class TombstoneStore {
  readonly #database: D1Database
  readonly #siteId: string

  constructor(database: D1Database, siteId: string) {
    this.#database = database
    this.#siteId = siteId
  }

  /** From here on nothing that these cover is stored. What already was is to be swept. */
  async add(tombstones: readonly Tombstone[]): Promise<void> {
    await this.#database
      .prepare(
        `INSERT INTO tombstones (site_id, key, until, erased_at)
         SELECT ?1, value ->> 'key', value ->> 'until', value ->> 'erasedAt' FROM json_each(?2) WHERE true
         ON CONFLICT (site_id, key) DO UPDATE SET until = excluded.until, erased_at = excluded.erased_at, swept = 0
         WHERE excluded.until > tombstones.until`,
      )
      .bind(this.#siteId, JSON.stringify(tombstones))
      .run()
  }

  async listUnswept(): Promise<string[]> {
    const { results } = await this.#database
      .prepare('SELECT key FROM tombstones WHERE site_id = ?1 AND swept = 0')
      .bind(this.#siteId)
      .all<{ key: string }>()
    return results.map((row) => row.key)
  }

  async markSwept(keys: readonly string[]): Promise<void> {
    await this.#database
      .prepare('UPDATE tombstones SET swept = 1 WHERE site_id = ?1 AND key IN (SELECT value FROM json_each(?2))')
      .bind(this.#siteId, JSON.stringify(keys))
      .run()
  }

  async removeOlderThan(time: number): Promise<void> {
    await this.#database.prepare('DELETE FROM tombstones WHERE site_id = ?1 AND erased_at < ?2').bind(this.#siteId, time).run()
  }
}
