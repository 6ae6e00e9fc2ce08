import type { Kind } from '@pulso/protocol'
import type { DayScores } from '@pulso/stats'
import type { StoredLane } from '../respondents/to-lane.ts'
import type { SiteId } from '../sites/site-store.ts'

const SCORES = Array.from({ length: 11 }, (_, score) => `s${score}`)

interface DayRow {
  touchpoint: string
  kind: Kind
  scale_max: number
  day: string
  [score: `s${number}`]: number
}

/** The answers of one site day by day, from the day tallies: never reads a response, so it costs the same whatever their number. */
export class DayScoreStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Per day, touchpoint, kind and scale, both days included. */
  async list(lane: StoredLane, from: string, to: string): Promise<DayScores[]> {
    const { results } = await this.#database
      .prepare(
        `SELECT touchpoint, kind, scale_max, day, ${SCORES.map((name) => `SUM(${name}) AS ${name}`).join(', ')}
         FROM tallies_day WHERE site_id = ?1 AND lane = ?2 AND day BETWEEN ?3 AND ?4
         GROUP BY day, touchpoint, kind, scale_max`,
      )
      .bind(this.#siteId, lane, from, to)
      .all<DayRow>()
    return results.map((row) => ({
      touchpoint: row.touchpoint,
      kind: row.kind,
      scaleMax: row.scale_max,
      day: row.day,
      scores: SCORES.map((_, score) => row[`s${score}`] ?? 0),
    }))
  }
}
