import { DatabaseSync } from 'node:sqlite'
import { LIMITS, type Response as PulsoResponse } from '@pulso/protocol'

const SCORES = Array.from({ length: 11 }, (_, score) => `s${score}`)
const COUNTS = ['shown', 'dismissed', 'answered', 'completed', 'comments', ...SCORES].join(', ')

/** How many rows of a tally differ from a plain recount of the responses, over all sites. What it is counted by is the table's own key. */
function countDrift(database: DatabaseSync, table: 'tallies_day' | 'tallies_hour'): number {
  const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`).all()
  const keys = columns.map((column) => String(column['name']))
  const ofRow = keys.map((key) => (key === 'touchpoint' ? 'touchpoint_key AS touchpoint' : key)).join(', ')
  // Hours are kept for a fortnight; a day less is looked at, since some may just be going.
  const isKept = table === 'tallies_hour' ? `hour_at >= (unixepoch() - ${LIMITS.hourDays - 1} * 86400) * 1000` : 'true'
  const recount = `SELECT ${ofRow}, COUNT(*) AS shown, SUM(state = 'dismissed') AS dismissed,
    SUM(state IN ('answered', 'completed')) AS answered, SUM(state = 'completed') AS completed, SUM(comment IS NOT NULL) AS comments,
    ${SCORES.map((name, score) => `SUM(score IS ${score} OR choices >> ${score} & 1) AS ${name}`).join(', ')}
    FROM responses WHERE ${isKept} GROUP BY ${keys.map((key) => (key === 'touchpoint' ? 'touchpoint_key' : key)).join(', ')}`
  const tallies = `SELECT ${keys.join(', ')}, ${COUNTS} FROM ${table} WHERE shown <> 0 AND ${isKept}`
  const drift = `SELECT COUNT(*) AS rows FROM (SELECT * FROM (${recount} EXCEPT ${tallies}) UNION ALL SELECT * FROM (${tallies} EXCEPT ${recount}))`
  return Number(database.prepare(drift).get()?.['rows'])
}

/** Tallies of days and of hours: the counts of each row, in the order of its columns, by what it counts. */
export interface StoredTallies {
  days: Map<string, number[]>
  hours: Map<string, number[]>
}

export function readTallies(file: string, siteId: string): StoredTallies {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const read = (table: string, period: string) => {
      const rows = database
        .prepare(
          `SELECT concat_ws('|', lane, ${period}, touchpoint, prompt_id, segment) AS name, ${COUNTS} FROM ${table} WHERE site_id = ?`,
        )
        .all(siteId)
      return new Map(rows.map(({ name, ...counts }) => [String(name), Object.values(counts).map(Number)]))
    }
    return { days: read('tallies_day', 'day'), hours: read('tallies_hour', 'hour_at') }
  } finally {
    database.close()
  }
}

/** What is stored of one response. */
export interface StoredRow {
  id: string
  rev: number
  state: string
  score: number | null
  comment: string | null
}

/** A database, read as it lies on the disk. */
export interface StoredDatabase {
  /** By id. */
  rows: Map<string, StoredRow>
  /** Rows beyond the first with the same site and id. */
  duplicates: number
  /** Tally rows that differ from a recount: none, if all is well. */
  drift: number
}

export function readDatabase(file: string, siteId: string): StoredDatabase {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const stored = database.prepare('SELECT id, rev, state, score, comment FROM responses WHERE site_id = ?').all(siteId)
    const rows = new Map(stored.map((row) => [String(row['id']), row as unknown as StoredRow]))
    const drift = countDrift(database, 'tallies_day') + countDrift(database, 'tallies_hour')
    return { rows, duplicates: stored.length - rows.size, drift }
  } finally {
    database.close()
  }
}

/** Whether a row is what this response, or a later revision of it, says. */
export function isKept(response: PulsoResponse, row: StoredRow | undefined): boolean {
  if (!row || row.rev < response.rev) return false
  if (row.rev > response.rev) return true
  return row.state === response.state && row.score === (response.score ?? null) && row.comment === (response.comment ?? null)
}
