import type { ExportedResponse, Note } from '@pulso/protocol'
import { toFlags } from '../respondents/to-flags.ts'
import { type StoredLane, toLane } from '../respondents/to-lane.ts'

/** Everything of a response that lists and files give out, with what the team says about it. */
const COLUMNS = `stretch.id, rev, environment, source, prompt_id AS promptId, prompt_version AS promptVersion, kind, scale_max AS scaleMax, touchpoint,
  touchpoint_key AS countedTouchpoint, segment, locale, state, occurred_at AS occurredAt, day, score, choices, other, comment, second,
  respondent, lane, flags, quarantined, verdict, received_at AS receivedAt,
  COALESCE(mark.status, 'new') AS status, COALESCE(mark.tags, '[]') AS tags, COALESCE(mark.notes, '[]') AS notes`

const isIn = (column: string, place: string) => `(${place} IS NULL OR instr(${place}, char(31) || ${column} || char(31)) > 0)`

/** By the values of a matcher, from ?5 on. */
const CONDITIONS = `(?5 IS NULL OR day >= ?5) AND (?6 IS NULL OR day <= ?6)
  AND (?7 IS NULL OR lane = ?7 OR lane GLOB ?7 || ':*') AND ${isIn('quarantined', '?8')}
  AND (?9 IS NULL OR state IN ('answered', 'completed')) AND (?10 IS NULL OR (comment IS NOT NULL) = ?10)
  AND (?11 IS NULL OR respondent = ?11) AND ${isIn('prompt_id', '?12')} AND ${isIn('kind', '?13')} AND ${isIn('segment', '?14')}
  AND (?15 IS NULL OR comment IS NOT NULL OR other IS NOT NULL OR second IS NOT NULL)`

/** As lists read a site, the newest first from ?3 down to ?2, and as files do, the oldest first from behind ?2 up to ?3. */
const ORDERS = {
  newest: {
    within: (id: string) => `${id} >= ?2 AND ${id} < ?3`,
    upToLast: (id: string) => `${id} >= COALESCE((SELECT id FROM bound), ?2) AND ${id} < ?3`,
    order: 'DESC',
  },
  oldest: {
    within: (id: string) => `${id} > ?2 AND ${id} < ?3`,
    upToLast: (id: string) => `${id} > ?2 AND ${id} < COALESCE((SELECT id FROM bound) || ' ', ?3)`,
    order: 'ASC',
  },
} as const

/**
 * A query over a stretch of the primary key, ?4 rows of it, filtered afterwards:
 * each does the same bounded work however rare what it looks for, and no index
 * costs a written row. Of marked responses alone the stretch is one of the marks.
 * The last id of the stretch is found first, so that its rows are read twice, and
 * not once more for every step that a copy of them would pass through.
 */
export function toStretchQuery(direction: keyof typeof ORDERS, isOfMarked: boolean): string {
  const { within, upToLast, order } = ORDERS[direction]
  const [table, id] = isOfMarked ? ['response_marks', 'response_id'] : ['responses', 'id']
  const all = `FROM ${table} WHERE site_id = ?1 AND ${within(id)}`
  const rows = isOfMarked
    ? `response_marks AS mark CROSS JOIN responses AS stretch ON stretch.site_id = mark.site_id AND stretch.id = mark.response_id
       WHERE mark.site_id = ?1 AND ${upToLast('mark.response_id')}`
    : `responses AS stretch LEFT JOIN response_marks AS mark ON mark.site_id = ?1 AND mark.response_id = stretch.id
       WHERE stretch.site_id = ?1 AND ${upToLast('stretch.id')}`
  return `WITH bound AS MATERIALIZED (SELECT ${id} AS id ${all} ORDER BY ${id} ${order} LIMIT 1 OFFSET ?4 - 1),
  extent AS MATERIALIZED (SELECT (SELECT id FROM bound) AS last, IIF(EXISTS (SELECT 1 FROM bound), ?4, (SELECT COUNT(*) ${all})) AS scanned),
  matching AS (SELECT ${COLUMNS} FROM ${rows} AND ${CONDITIONS})
SELECT * FROM extent LEFT JOIN matching ON true ORDER BY matching.id ${order}`
}

/** The same columns of one response, ?2. */
export const READ_ONE = `SELECT ${COLUMNS} FROM responses AS stretch
LEFT JOIN response_marks AS mark ON mark.site_id = ?1 AND mark.response_id = stretch.id WHERE stretch.site_id = ?1 AND stretch.id = ?2`

/** What is read when a file or a list is made of it, and not stored. */
type Read = 'sentiment' | 'sentimentLabel' | 'emotion'

type Row = Omit<ExportedResponse, Read | 'choices' | 'flags' | 'lane' | 'tags'> & {
  choices: number
  flags: number
  lane: StoredLane
  tags: string
  notes: string
}
/** A row as the queries above give it: a stretch in which nothing matches has one without an id. `last` is null where it ends before its ?4th row. */
export type StretchRow = { [Name in keyof Row]: Row[Name] } & { last: string | null; scanned: number }

/** A row in the words of the wire. */
export type ReadRow = Omit<ExportedResponse, Read> & { notes: Note[] }

/** A stretch as its rows tell: how far it went, how many were looked at, and what of it the database let through. */
export function toStretch(rows: readonly StretchRow[], toChoiceKeys: (promptId: string, choices: number) => string[] | null) {
  const { last, scanned } = rows[0] ?? { last: null, scanned: 0 }
  return { last, scanned, rows: rows.flatMap((row) => (row.id === null ? [] : [toReadRow(row, toChoiceKeys)])) }
}

export function toReadRow(row: StretchRow, toChoiceKeys: (promptId: string, choices: number) => string[] | null): ReadRow {
  const { last: _, scanned: __, ...response } = row
  return {
    ...response,
    choices: toChoiceKeys(row.promptId, row.choices),
    flags: toFlags(row.flags),
    lane: toLane(row.lane).lane,
    tags: JSON.parse(row.tags) as string[],
    notes: JSON.parse(row.notes) as Note[],
  }
}
