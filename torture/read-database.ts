import { DatabaseSync } from 'node:sqlite'
import type { Response as PulsoResponse } from '@pulso/protocol'

const SCORES = Array.from({ length: 11 }, (_, score) => `s${score}`)
const COUNTS = ['shown', 'dismissed', 'answered', 'completed', 'comments', ...SCORES].join(', ')
const KEYS = 'site_id, environment, day, touchpoint, prompt_id, segment'

/** The day tallies of all sites as a plain recount of the rows would have them. */
const RECOUNT = `SELECT site_id, environment, day, touchpoint_key AS touchpoint, prompt_id, segment, COUNT(*) AS shown,
  SUM(state = 'dismissed') AS dismissed, SUM(state IN ('answered', 'completed')) AS answered, SUM(state = 'completed') AS completed,
  SUM(comment IS NOT NULL) AS comments, ${SCORES.map((name, score) => `SUM(score IS ${score} OR choices >> ${score} & 1) AS ${name}`).join(', ')}
  FROM responses GROUP BY ${KEYS.replace('touchpoint', 'touchpoint_key')}`
const TALLIES = `SELECT ${KEYS}, ${COUNTS} FROM tallies_day WHERE shown <> 0`
const DRIFT = `SELECT COUNT(*) AS rows FROM (
  SELECT * FROM (SELECT ${KEYS}, ${COUNTS} FROM (${RECOUNT}) EXCEPT ${TALLIES})
  UNION ALL SELECT * FROM (${TALLIES} EXCEPT SELECT ${KEYS}, ${COUNTS} FROM (${RECOUNT})))`

/** What is stored of one response. */
export interface StoredRow {
  id: string
  rev: number
  state: string
  score: number | null
  comment: string | null
}

/** The database of a product that is stopped, read as it lies on the disk. */
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
    const drift = Number(database.prepare(DRIFT).get()?.['rows'])
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
