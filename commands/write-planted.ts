import { DatabaseSync } from 'node:sqlite'
import { toLocalTime } from '../apps/worker/src/reports/local-time.ts'
import type { PlantedResponse } from '../examples/planted/history.ts'
import { findLocalDatabase } from './local-database.ts'

/** Rows of one transaction. */
const TOGETHER = 50_000
const QUARTER_MS = 900_000

const INSERT = `
INSERT INTO responses (site_id, id, rev, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint, touchpoint_key,
  segment, locale, state, occurred_at, day, hour_at, score, choices, comment, received_at, respondent, segment_sent)
VALUES (?1, ?2, ?3, 'production', 'import', ?4, 1, ?5, ?6, ?4, ?4, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?10, ?16, ?17)
ON CONFLICT (site_id, id) DO NOTHING`

/** How often each touchpoint was reached and a question was due, for each showing. */
const REACHED = 4
const ELIGIBLE = 2

interface PlantedWrite {
  stateFolder: string
  siteId: string
  responses: Iterable<PlantedResponse>
  onProgress?(written: number): void
}

/**
 * Writes a planted history into the database of a product that is stopped: into its
 * own table, whose triggers make the tallies as they always do. Not through the API,
 * because ten million responses would take it hours.
 *
 * @returns how many were written
 */
export function writePlanted({ stateFolder, siteId, responses, onProgress }: PlantedWrite): number {
  const database = new DatabaseSync(findLocalDatabase(stateFolder))
  try {
    // Interrupted, it is run again: what counts here is speed.
    database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -262144')
    const { definition } = database.prepare('SELECT definition FROM sites WHERE id = ?').get(siteId) as { definition: string }
    const { timeZone, segments } = JSON.parse(definition) as { timeZone: string; segments: string[] }
    const insert = database.prepare(INSERT)
    const reach = new Map<string, Map<string, number>>()
    // Whatever the zone, an hour of it begins at some quarter of an hour.
    let place = { quarter: -1, day: '', hourAt: 0 }
    let written = 0
    database.exec('BEGIN')
    for (const response of responses) {
      const { id, traffic, state, answeredAt, score, comment, locale, segment, respondent } = response
      const at = answeredAt ?? response.shownAt
      const quarter = Math.floor(at / QUARTER_MS)
      if (quarter !== place.quarter) place = { quarter, ...toLocalTime(at, timeZone) }
      const counted = segment === null || segments.length === 0 ? '' : segments.includes(segment) ? segment : 'other'
      const isChoice = traffic.kind === 'choice'
      insert.run(
        siteId,
        id,
        state === 'shown' ? 1 : state === 'completed' ? 3 : 2,
        traffic.touchpoint,
        traffic.kind,
        traffic.scaleMax,
        counted,
        locale,
        state,
        at,
        place.day,
        place.hourAt,
        isChoice ? null : score,
        isChoice && score !== null ? 1 << score : 0,
        comment,
        respondent === null ? null : `p${respondent.toString(16).padStart(32, '0')}`,
        counted === (segment ?? '') ? null : segment,
      )
      const ofDay = reach.get(place.day) ?? new Map<string, number>()
      reach.set(place.day, ofDay.set(traffic.touchpoint, (ofDay.get(traffic.touchpoint) ?? 0) + 1))
      written += 1
      if (written % TOGETHER === 0) {
        database.exec('COMMIT; BEGIN')
        onProgress?.(written)
      }
    }
    writeReach(database, siteId, reach)
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
    return written
  } finally {
    database.close()
  }
}

function writeReach(database: DatabaseSync, siteId: string, reach: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
  for (const [day, shown] of reach) {
    const counts = [...shown].flatMap(([touchpoint, count]) => [
      [`${touchpoint} reached`, count * REACHED],
      [`${touchpoint} eligible ${touchpoint}`, count * ELIGIBLE],
    ])
    const column = `d${(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7}`
    database
      .prepare(
        `INSERT INTO reach_week (site_id, environment, week, ${column}) VALUES (?1, 'production', date(?2, '-6 days', 'weekday 1'), ?3)
         ON CONFLICT (site_id, environment, week) DO UPDATE SET ${column} = excluded.${column}`,
      )
      .run(siteId, day, JSON.stringify(Object.fromEntries(counts)))
  }
}
