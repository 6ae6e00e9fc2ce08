import { type Environment, type ReachCount, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import type { Reach } from '@pulso/stats'
import type { SiteId } from '../sites/site-store.ts'

const ADD = `
INSERT INTO reach_day (site_id, environment, day, touchpoint, prompt_id, outcome, count)
SELECT ?1, ?2, ?3, value ->> 'touchpoint', value ->> 'promptId', value ->> 'outcome', SUM(value ->> 'count')
FROM json_each(?4) WHERE true GROUP BY 4, 5, 6
ON CONFLICT (site_id, environment, day, touchpoint, prompt_id, outcome) DO UPDATE SET count = count + excluded.count`

/** What was reached and decided at the touchpoints of one site, by day. */
export class ReachStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Adds counts to a day. Names that the site does not have are counted together, so that nobody can make up rows. */
  async add(
    environment: Environment,
    day: string,
    counts: readonly ReachCount[],
    known: { touchpoint(name: string, promptId?: string): string | null; prompts: ReadonlySet<string> },
  ): Promise<void> {
    const rows = counts.map(({ touchpoint, promptId = '', outcome, count }) => ({
      touchpoint: known.touchpoint(touchpoint, promptId) ?? UNMAPPED_TOUCHPOINT,
      promptId: known.prompts.has(promptId) ? promptId : '',
      outcome,
      count,
    }))
    await this.#database.prepare(ADD).bind(this.#siteId, environment, day, JSON.stringify(rows)).run()
  }

  /** Counts of a range of days, both included, per touchpoint and outcome. */
  async sum(environment: Environment, from: string, to: string): Promise<Reach[]> {
    const { results } = await this.#database
      .prepare(
        `SELECT touchpoint, outcome, SUM(count) AS count FROM reach_day
         WHERE site_id = ?1 AND environment = ?2 AND day BETWEEN ?3 AND ?4 GROUP BY touchpoint, outcome`,
      )
      .bind(this.#siteId, environment, from, to)
      .all<Reach>()
    return results
  }
}
