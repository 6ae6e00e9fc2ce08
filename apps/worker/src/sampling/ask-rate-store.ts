import type { AskRate } from '@pulso/protocol'
import type { AskedDay } from '@pulso/stats'
import type { SiteId } from '../sites/site-store.ts'

/** Which shares of visitors the touchpoints of one site ask, day by day: the only place that reads or writes that table. */
export class AskRateStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** The rates of the newest day that has any; none when that is older than `since`, because nobody recomputes them any more. */
  async readNewest(since: string): Promise<AskRate[]> {
    const { results } = await this.#database
      .prepare(
        `SELECT touchpoint, rate, asked, why, margin, target, n, needed FROM ask_rates
         WHERE site_id = ?1 AND day = (SELECT MAX(day) FROM ask_rates WHERE site_id = ?1) AND day >= ?2 ORDER BY touchpoint`,
      )
      .bind(this.#siteId, since)
      .all<AskRate>()
    return results
  }

  /** What was asked on each day from one on. */
  async listAsked(from: string): Promise<AskedDay[]> {
    const { results } = await this.#database
      .prepare('SELECT touchpoint, day, asked FROM ask_rates WHERE site_id = ?1 AND day >= ?2')
      .bind(this.#siteId, from)
      .all<AskedDay>()
    return results
  }

  /** Sets the rates of a day, instead of those that it may have, and forgets what is older than `keptFrom`. */
  async replace(day: string, rates: readonly AskRate[], keptFrom: string): Promise<void> {
    const of = (statement: string, ...values: string[]) => this.#database.prepare(statement).bind(this.#siteId, ...values)
    await this.#database.batch([
      of('DELETE FROM ask_rates WHERE site_id = ?1 AND (day < ?2 OR day = ?3)', keptFrom, day),
      of(
        `INSERT INTO ask_rates (site_id, day, touchpoint, rate, asked, why, margin, target, n, needed)
         SELECT ?1, ?2, value ->> 'touchpoint', value ->> 'rate', value ->> 'asked', value ->> 'why', value ->> 'margin', value ->> 'target',
           value ->> 'n', value ->> 'needed' FROM json_each(?3)`,
        day,
        JSON.stringify(rates),
      ),
    ])
  }
}
