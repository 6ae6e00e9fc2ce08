/** How many rows one statement looks at: a second of the database's time at most, and ids that fit into one row of an answer. */
const WINDOW_ROWS = 10_000

interface Window {
  last: string | null
  found: string
}

/** The stored responses of one site for who must find, give out or remove some of them, without an index for it. */
export class KeptResponsesStore {
  readonly #database: D1Database
  readonly #siteId: string

  constructor(database: D1Database, siteId: string) {
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
    const of = (statement: string) =>
      this.#database
        .prepare(`${statement} WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2))`)
        .bind(this.#siteId, JSON.stringify(ids))
    await this.#database.batch([of('UPDATE responses SET retired = 1'), of('DELETE FROM responses')])
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
