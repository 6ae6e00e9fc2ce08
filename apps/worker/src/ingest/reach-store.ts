import { type Environment, type ReachCount, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import type { Reach } from '@pulso/stats'
import { addDays } from '../reports/local-time.ts'
import type { SiteId } from '../sites/site-store.ts'

/** The columns of a week, from Monday. */
const DAY_COLUMNS = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'] as const

/** Adds to one day of a week in one statement, so that two batches at once are both counted. One row written, however many counts. */
const toAdd = (column: (typeof DAY_COLUMNS)[number]) => `
INSERT INTO reach_week (site_id, environment, week, ${column}) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (site_id, environment, week) DO UPDATE SET ${column} = (
  SELECT json_group_object(name, count) FROM (
    SELECT name, SUM(count) AS count FROM (
      SELECT key AS name, value AS count FROM json_each(reach_week.${column})
      UNION ALL SELECT key, value FROM json_each(excluded.${column})
    ) GROUP BY name
  )
)`

type Week = { week: string } & Record<(typeof DAY_COLUMNS)[number], string>

/** What was reached and decided at the touchpoints of one site, by day. */
export class ReachStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Adds counts to a day. Names that the site does not have, and prompts where they are not asked, are counted together, so that nobody can make a row grow. */
  async add(
    environment: Environment,
    day: string,
    counts: readonly ReachCount[],
    known: { isTouchpoint(name: string, promptId: string): boolean; isAsked(touchpoint: string, promptId: string): boolean },
  ): Promise<void> {
    const sums: Record<string, number> = {}
    for (const { touchpoint, promptId = '', outcome, count } of counts) {
      const place = known.isTouchpoint(touchpoint, promptId) ? touchpoint : UNMAPPED_TOUCHPOINT
      const name = `${place} ${outcome} ${known.isAsked(place, promptId) ? promptId : ''}`.trimEnd()
      sums[name] = (sums[name] ?? 0) + count
    }
    const { week, column } = toPlace(day)
    await this.#database.prepare(toAdd(column)).bind(this.#siteId, environment, week, JSON.stringify(sums)).run()
  }

  /** Counts of a range of days, both included, per touchpoint, outcome and prompt. */
  async sum(environment: Environment, from: string, to: string): Promise<Reach[]> {
    const { results } = await this.#database
      .prepare('SELECT * FROM reach_week WHERE site_id = ?1 AND environment = ?2 AND week BETWEEN ?3 AND ?4')
      .bind(this.#siteId, environment, toPlace(from).week, to)
      .all<Week>()
    const sums = new Map<string, number>()
    for (const row of results) {
      for (const [place, column] of DAY_COLUMNS.entries()) {
        const day = addDays(row.week, place)
        if (day < from || day > to) continue
        for (const [name, count] of Object.entries(JSON.parse(row[column]) as Record<string, number>)) {
          sums.set(name, (sums.get(name) ?? 0) + count)
        }
      }
    }
    return [...sums].map(([name, count]) => {
      const [touchpoint = '', outcome = '', promptId] = name.split(' ')
      return { touchpoint, outcome: outcome as Reach['outcome'], promptId, count }
    })
  }
}

/** In which row and column a day is. */
function toPlace(day: string): { week: string; column: (typeof DAY_COLUMNS)[number] } {
  // getUTCDay begins with Sunday.
  const place = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return { week: addDays(day, -place), column: DAY_COLUMNS[place] ?? 'd0' }
}
