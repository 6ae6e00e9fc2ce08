import { type Lane, LIMITS, type QuarantineReason, type Tally, toTouchpointFinder } from '@pulso/protocol'
import type { TimedTally } from '@pulso/stats'
import { STORED_LANES, type StoredLane, toLane } from '../respondents/to-lane.ts'
import type { SiteId, StoredSite } from '../sites/site-store.ts'

/** Which counts are kept apart; everything else is summed. */
export interface TallyGrain {
  /** By day; `at` of each tally is its day. Without it `at` is empty. */
  byDay?: boolean
  /** By segment; without it `segment` is empty. */
  bySegment?: boolean
}

/** A tally with the lane that it counts in. */
export interface LaneTally {
  lane: Lane
  reason: QuarantineReason | null
  tally: TimedTally
}

const COUNTS = ['shown', 'dismissed', 'answered', 'completed', 'comments'] as const
const SCORES = Array.from({ length: 11 }, (_, score) => `s${score}` as const)
const COLUMNS = [...COUNTS, ...SCORES].join(', ')

interface TallySums extends Record<(typeof COUNTS)[number], number> {
  lane: StoredLane
  at: string | number
  touchpoint: string
  prompt_id: string
  segment: string
  kind: Tally['kind']
  scale_max: number
  [score: `s${number}`]: number
}

/**
 * Counts of one site, as the triggers keep them, each at the touchpoint that it
 * belongs to on the journey of today. No statement reads a response.
 */
export class TallyStore {
  readonly #database: D1Database
  readonly #siteId: SiteId
  readonly #find: ReturnType<typeof toTouchpointFinder>

  constructor(database: D1Database, site: Pick<StoredSite, 'id' | 'touchpoints'>) {
    this.#database = database
    this.#siteId = site.id
    this.#find = toTouchpointFinder(site.touchpoints)
  }

  /** Over a range of days, both included, in every lane. */
  async sumDays(from: string, to: string, { byDay = false, bySegment = false }: TallyGrain = {}): Promise<LaneTally[]> {
    const { results } = await this.#database
      .prepare(
        `SELECT lane, ${byDay ? 'day' : "''"} AS at, touchpoint, prompt_id, ${bySegment ? 'segment' : "'' AS segment"}, kind, scale_max, ${COLUMNS}
         FROM tallies_day WHERE site_id = ?1 AND lane IN (SELECT value FROM json_each(?4)) AND day BETWEEN ?2 AND ?3`,
      )
      .bind(this.#siteId, from, to, JSON.stringify(STORED_LANES))
      .all<TallySums>()
    return sumUp(results).map((row) => this.#toLaneTally(row))
  }

  /** From an hour's start to another's, both included, in milliseconds since 1970, in one lane: hour by hour and segment by segment. */
  async listHours(lane: Lane, from: number, to: number): Promise<TimedTally[]> {
    const lanes = STORED_LANES.filter((stored) => toLane(stored).lane === lane)
    const { results } = await this.#database
      .prepare(
        `SELECT lane, hour_at AS at, touchpoint, prompt_id, segment, kind, scale_max, ${COLUMNS}
         FROM tallies_hour WHERE site_id = ?1 AND lane IN (SELECT value FROM json_each(?4)) AND hour_at BETWEEN ?2 AND ?3`,
      )
      .bind(this.#siteId, from, to, JSON.stringify(lanes))
      .all<TallySums>()
    return sumUp(results).map((row) => this.#toLaneTally(row).tally)
  }

  /** Answers per prompt since the beginning, for those that have had enough at some point. */
  async countAnswers(promptIds: readonly string[]): Promise<Map<string, number>> {
    if (promptIds.length === 0) return new Map()
    const { results } = await this.#database
      .prepare(
        `SELECT prompt_id, SUM(answered) AS answered FROM tallies_day
         WHERE site_id = ?1 AND lane IN ('production', 'verified') AND prompt_id IN (SELECT value FROM json_each(?2)) GROUP BY prompt_id`,
      )
      .bind(this.#siteId, JSON.stringify(promptIds))
      .all<{ prompt_id: string; answered: number }>()
    return new Map(results.map((row) => [row.prompt_id, row.answered]))
  }

  /** The day of the first answer in each lane that has any. */
  async readFirstDays(): Promise<Map<Lane, string>> {
    const { results } = await this.#database
      .prepare(
        `SELECT value AS lane, (SELECT day FROM tallies_day WHERE site_id = ?1 AND lane = value AND answered > 0 ORDER BY day LIMIT 1) AS day
         FROM json_each(?2)`,
      )
      .bind(this.#siteId, JSON.stringify(STORED_LANES))
      .all<{ lane: StoredLane; day: string | null }>()
    const days = new Map<Lane, string>()
    for (const { lane: stored, day } of results) {
      const { lane } = toLane(stored)
      const known = days.get(lane)
      if (day !== null && (known === undefined || day < known)) days.set(lane, day)
    }
    return days
  }

  #toLaneTally(row: TallySums): LaneTally {
    const { at, segment, kind, shown, dismissed, answered, completed, comments } = row
    const touchpoint = this.#find(row.touchpoint, row.prompt_id) ?? row.touchpoint
    const scores = SCORES.map((name) => row[name] ?? 0)
    const counts = { shown, dismissed, answered, completed, comments, scores }
    return {
      ...toLane(row.lane),
      tally: { at: String(at), touchpoint, promptId: row.prompt_id, segment, kind, scaleMax: row.scale_max, ...counts },
    }
  }
}

/**
 * Rows of one lane, time, touchpoint, prompt and segment in one. Not by GROUP BY:
 * SQLite would sort the rows first, and D1 counts each of them as read once more.
 */
function sumUp(rows: readonly TallySums[]): TallySums[] {
  const sums = new Map<string, TallySums>()
  for (const row of rows) {
    const key = JSON.stringify([row.lane, row.at, row.touchpoint, row.prompt_id, row.segment])
    const sum = sums.get(key)
    if (!sum) sums.set(key, { ...row })
    else {
      for (const name of COUNTS) sum[name] += row[name]
      for (const name of SCORES) sum[name] = (sum[name] ?? 0) + (row[name] ?? 0)
    }
  }
  return [...sums.values()]
}

/** Hour rows are for the last fortnight's charts only; the trigger stops writing them at the same age. */
export async function removeOldHours(database: D1Database, now: number): Promise<void> {
  await database
    .prepare('DELETE FROM tallies_hour WHERE hour_at < ?1')
    .bind(now - LIMITS.hourDays * 86_400_000)
    .run()
}
