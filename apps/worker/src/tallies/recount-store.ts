import type { TallyDifference } from '@pulso/protocol'
import type { SiteId } from '../sites/site-store.ts'
import { ADD_TALLY, RECOUNT, TALLY_COLUMN_LIST, TALLY_COLUMNS } from './tally-columns.ts'

/** How many rows one transaction counts: a fraction of a second in which answers wait. */
const WINDOW_ROWS = 10_000
/** Past every id. */
const LAST_ID = 'g'
/** Differences that an answer shows; it says how many there are. */
const SHOWN_DIFFERENCES = 20
const HOURS_KEPT_MS = 14 * 86_400_000

const WINDOW = `SELECT * FROM responses WHERE site_id = ?1
  AND id > (SELECT cursor FROM recounts WHERE site_id = ?1 AND run = ?2) ORDER BY id LIMIT ${WINDOW_ROWS}`

const COUNT_WINDOW = `
INSERT INTO recounted (site_id, lane, day, hour_at, touchpoint, prompt_id, segment, kind, scale_max, ${TALLY_COLUMN_LIST})
SELECT ?1, lane, day, IIF(hour_at >= (SELECT hours_from FROM recounts WHERE site_id = ?1), hour_at, 0) AS hour, touchpoint_key, prompt_id, segment,
  MIN(kind), MIN(scale_max), ${RECOUNT}
FROM (${WINDOW}) WHERE true GROUP BY lane, day, hour, touchpoint_key, prompt_id, segment
ON CONFLICT (site_id, lane, day, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET ${ADD_TALLY}`

/** A window that is not full was the last: from then on the triggers keep every response. */
const MOVE_ON = `
UPDATE recounts SET (cursor, scanned) = (
  SELECT IIF(COUNT(*) < ${WINDOW_ROWS}, '${LAST_ID}', MAX(id)), recounts.scanned + COUNT(*) FROM (${WINDOW})
) WHERE site_id = ?1 AND run = ?2 RETURNING cursor, scanned`

/** What tallies of days and of hours are compared by. */
const PERIODS = {
  day: {
    table: 'tallies_day',
    column: 'day',
    wanted: 'true',
    // On such a day answers may have been retired uncounted.
    isUntold: 'day < (SELECT retired_before FROM sites WHERE id = ?1)',
  },
  hour: {
    table: 'tallies_hour',
    column: 'hour_at',
    wanted: 'hour_at >= ?3',
    isUntold: 'hour_at < COALESCE((SELECT unixepoch(retired_before) FROM sites WHERE id = ?1), 0) * 1000',
  },
} as const
type Period = keyof typeof PERIODS

/** Or another run has begun since: nothing that it has counted so far is to be compared with anything. */
const IS_WHOLE = `EXISTS (SELECT 1 FROM recounts WHERE site_id = ?1 AND run = ?2 AND cursor = '${LAST_ID}')`

/**
 * Tally rows that are not the rows that are there and those that were retired, with
 * both counts. Added up and sorted once, whatever the number, instead of looking
 * each of one side up in the other.
 */
function toComparison(period: Period): string {
  const { table, column, wanted, isUntold } = PERIODS[period]
  const keys = `lane, ${column}, touchpoint, prompt_id, segment`
  const list = (side: 'tally' | 'row', toValue: (name: string) => string) =>
    TALLY_COLUMNS.map((name) => `${toValue(name)} AS ${side}_${name}`).join(', ')
  const from = (source: string, side: 'tally' | 'row') =>
    `SELECT ${keys}, kind, scale_max, ${list('tally', (name) => (side === 'tally' ? name : '0'))}, ${list('row', (name) => (side === 'row' ? name : '0'))}
     FROM ${source} WHERE site_id = ?1 AND ${wanted} AND ${IS_WHOLE}`
  const sums = (side: 'tally' | 'row') => TALLY_COLUMNS.map((name) => `SUM(${side}_${name})`).join(', ')
  const isSurplus = TALLY_COLUMNS.map((name) => `SUM(tally_${name}) >= SUM(row_${name})`).join(' AND ')
  return `SELECT lane, ${column} AS at, touchpoint, prompt_id, segment, MAX(kind) AS kind, MAX(scale_max) AS scale_max,
      COALESCE(${isUntold} AND ${isSurplus}, 0) AS untold,
      ${list('tally', (name) => `SUM(tally_${name})`)}, ${list('row', (name) => `SUM(row_${name})`)}
    FROM (${from(table, 'tally')} UNION ALL ${from('recounted', 'row')} UNION ALL ${from('retired_tallies', 'row')})
    GROUP BY ${keys} HAVING (${sums('tally')}) IS NOT (${sums('row')})`
}

/** Only what differs is written, so that a sound site costs no row. */
function toRepair(period: Period): string {
  const { table, column } = PERIODS[period]
  return `INSERT INTO ${table} (site_id, lane, ${column}, touchpoint, prompt_id, segment, kind, scale_max, ${TALLY_COLUMN_LIST})
    SELECT ?1, lane, at, touchpoint, prompt_id, segment, kind, scale_max, ${TALLY_COLUMNS.map((name) => `row_${name}`).join(', ')}
    FROM (${toComparison(period)}) WHERE untold = 0
    ON CONFLICT (site_id, lane, ${column}, touchpoint, prompt_id, segment) DO UPDATE SET ${TALLY_COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`
}

type ComparedRow = { lane: string; at: string | number; touchpoint: string; prompt_id: string; segment: string; untold: number } & Record<
  `tally_${string}` | `row_${string}`,
  number
>

/** What a finished recount has found. */
export interface RecountResult {
  /** Tally rows that are not what the responses say. */
  drift: number
  /** Tally rows with more than the responses say, of days on which answers were retired before that was counted: nobody can tell why. */
  untold: number
  differences: TallyDifference[]
}

/**
 * Counts the responses of one site anew while answers arrive, window by window,
 * a transaction each. Triggers keep what has been counted up to date, so at the end
 * one transaction compares a true count with the tallies, or puts it in their place.
 */
export class RecountStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Begins anew; a recount that was under way is over. */
  async begin(run: string, now: number): Promise<void> {
    await this.#database.batch([
      this.#of('DELETE FROM recounted WHERE site_id = ?1'),
      this.#of(
        `INSERT INTO recounts (site_id, run, cursor, scanned, hours_from, started_at) VALUES (?1, ?2, '', 0, ?3, ?4)
         ON CONFLICT (site_id) DO UPDATE SET run = excluded.run, cursor = '', scanned = 0, hours_from = excluded.hours_from, started_at = excluded.started_at`,
        run,
        now - HOURS_KEPT_MS,
        now,
      ),
    ])
  }

  /** Counts one window. @returns null when this run is no longer the one under way */
  async step(run: string): Promise<{ scanned: number; isWhole: boolean } | null> {
    const [, moved] = await this.#database.batch<{ cursor: string; scanned: number }>([this.#of(COUNT_WINDOW, run), this.#of(MOVE_ON, run)])
    const job = moved?.results[0]
    return job ? { scanned: job.scanned, isWhole: job.cursor === LAST_ID } : null
  }

  /** Compares and, if wanted, repairs, in one transaction; then the recount is over. @returns null when this run is no longer the one under way */
  async finish(run: string, now: number, isRepair: boolean): Promise<RecountResult | null> {
    const hoursFrom = now - HOURS_KEPT_MS
    const bound = (statement: string) => (statement.includes('?3') ? this.#of(statement, run, hoursFrom) : this.#of(statement, run))
    const results = await this.#database.batch<ComparedRow>([
      bound(toComparison('day')),
      bound(toComparison('hour')),
      ...(isRepair ? [toRepair('day'), toRepair('hour')].map(bound) : []),
      bound(`DELETE FROM recounted WHERE site_id = ?1 AND ${IS_WHOLE}`),
      bound('DELETE FROM recounts WHERE site_id = ?1 AND run = ?2 RETURNING run'),
    ])
    const [days, hours] = results
    if (results.at(-1)?.results.length === 0) return null
    const all = [...(days?.results ?? []), ...(hours?.results ?? [])]
    const drifted = all.filter(({ untold }) => untold === 0)
    return {
      drift: drifted.length,
      untold: all.length - drifted.length,
      differences: drifted.slice(0, SHOWN_DIFFERENCES).map(toDifference),
    }
  }

  #of(statement: string, ...values: (string | number)[]): D1PreparedStatement {
    return this.#database.prepare(statement).bind(this.#siteId, ...values)
  }
}

function toDifference(row: ComparedRow): TallyDifference {
  const changed = TALLY_COLUMNS.filter((name) => row[`tally_${name}`] !== row[`row_${name}`])
  const { lane, touchpoint, segment } = row
  return {
    at: typeof row.at === 'number' ? new Date(row.at).toISOString() : row.at,
    lane,
    touchpoint,
    promptId: row.prompt_id,
    segment,
    tallied: Object.fromEntries(changed.map((name) => [name, row[`tally_${name}`] ?? 0])),
    counted: Object.fromEntries(changed.map((name) => [name, row[`row_${name}`] ?? 0])),
  }
}

/** Lets go of recounts that nobody has carried on: their triggers would go on writing. */
export async function removeAbandonedRecounts(database: D1Database, before: number): Promise<void> {
  const abandoned = 'SELECT site_id FROM recounts WHERE started_at < ?1'
  await database.batch([
    database.prepare(`DELETE FROM recounted WHERE site_id IN (${abandoned})`).bind(before),
    database.prepare('DELETE FROM recounts WHERE started_at < ?1').bind(before),
  ])
}
