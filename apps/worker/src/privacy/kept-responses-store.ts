import type { SiteId } from '../sites/site-store.ts'
import { ADD_TALLY, RECOUNT, TALLY_COLUMN_LIST } from '../tallies/tally-columns.ts'

/** How many rows one statement looks at: a second of the database's time at most, and ids that fit into one row of an answer. */
const WINDOW_ROWS = 10_000

interface Window {
  last: string | null
  found: string
}

/** What goes is counted as it goes, so that tallies can still be proved; by hours as long as there are tallies of them. */
const COUNT_RETIRED = `
INSERT INTO retired_tallies (site_id, lane, day, hour_at, touchpoint, prompt_id, segment, kind, scale_max, ${TALLY_COLUMN_LIST})
SELECT ?1, lane, day, IIF(hour_at >= (unixepoch() - 14 * 86400) * 1000, hour_at, 0) AS hour, touchpoint_key, prompt_id, segment,
  MIN(kind), MIN(scale_max), ${RECOUNT}
FROM responses WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2)) GROUP BY lane, day, hour, touchpoint_key, prompt_id, segment
ON CONFLICT (site_id, lane, day, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET ${ADD_TALLY}`

/** The stored responses of one site for who must find, give out or remove some of them, without an index for it. */
export class KeptResponsesStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Ids of what happened before a time. Demo responses are no people's: they go with the demo. */
  findOlderThan(time: number): AsyncGenerator<string[]> {
    return this.#scan(`occurred_at < ?3 AND source <> 'demo'`, time)
  }

  findOfRespondent(respondent: string): AsyncGenerator<string[]> {
    return this.#scan('respondent = ?3', respondent)
  }

  /** Ids of what is covered by one of these tombstones. */
  findCoveredBy(keys: readonly string[]): AsyncGenerator<string[]> {
    return this.#scan(
      `EXISTS (SELECT 1 FROM tombstones AS tombstone
         WHERE tombstone.site_id = ?1 AND tombstone.key IN (response.id, response.sent_id, response.respondent) AND tombstone.until >= response.occurred_at
           AND tombstone.key IN (SELECT value FROM json_each(?3)))`,
      JSON.stringify(keys),
    )
  }

  /** Everything that is stored of these, column by column. */
  async read(ids: readonly string[]): Promise<Record<string, unknown>[]> {
    const { results } = await this.#database
      .prepare('SELECT * FROM responses WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2)) ORDER BY id')
      .bind(this.#siteId, JSON.stringify(ids))
      .all()
    return results
  }

  /** Deletes for their age: what they counted stays. @returns how many */
  async retire(ids: readonly string[]): Promise<number> {
    const of = (statement: string) => this.#database.prepare(statement).bind(this.#siteId, JSON.stringify(ids))
    const wanted = 'WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2))'
    await this.#database.batch([of(COUNT_RETIRED), of(`UPDATE responses SET retired = 1 ${wanted}`), of(`DELETE FROM responses ${wanted}`)])
    return ids.length
  }

  /** Deletes on demand: tallies follow. @returns the touchpoint of each */
  async remove(ids: readonly string[]): Promise<string[]> {
    const { results } = await this.#database
      .prepare('DELETE FROM responses WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2)) RETURNING touchpoint_key')
      .bind(this.#siteId, JSON.stringify(ids))
      .all<{ touchpoint_key: string }>()
    return results.map((row) => row.touchpoint_key)
  }

  /** Walks the site's part of the primary key, window by window, so that answers arriving meanwhile wait little. */
  async *#scan(condition: string, value: string | number): AsyncGenerator<string[]> {
    const statement = this.#database.prepare(
      `SELECT MAX(id) AS last, json_group_array(id) FILTER (WHERE ${condition}) AS found
       FROM (SELECT id, sent_id, respondent, occurred_at, source FROM responses WHERE site_id = ?1 AND id > ?2 ORDER BY id LIMIT ${WINDOW_ROWS}) AS response`,
    )
    for (let cursor = ''; ; ) {
      const window = await statement.bind(this.#siteId, cursor, value).first<Window>()
      if (!window?.last) return
      cursor = window.last
      const found = JSON.parse(window.found) as string[]
      if (found.length > 0) yield found
    }
  }
}
