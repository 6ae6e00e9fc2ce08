import { type Kind, LIMITS } from '@pulso/protocol'
import type { IdentifiedAnswer } from '@pulso/stats'
import { toFirstId } from '../ingest/response-store.ts'
import { addDays } from '../reports/local-time.ts'
import { toVerifiedIdRange, toWaveStart } from '../respondents/to-verified-row-id.ts'
import type { SiteId } from '../sites/site-store.ts'
import { addMonths, toFirstDay, toMonth } from './calendar-month.ts'

/** Where people are counted: not in quarantine. */
const LANES: readonly IdentifiedAnswer['lane'][] = ['production', 'verified', 'test']

/** How many rows one statement looks at: so few, as for erasures, that answers arriving meanwhile wait little, and what is found fits into one row. */
const WINDOW_ROWS = 10_000
/** Where few of them are identified it may look at more: an invocation has a thousand statements. */
const MOST_WINDOW_ROWS = 8 * WINDOW_ROWS

type Found = [
  respondent: string,
  lane: IdentifiedAnswer['lane'],
  day: string,
  touchpoint: string,
  promptId: string,
  kind: Kind,
  scaleMax: number,
  score: number | null,
  occurredAt: number,
]

interface Window {
  last: string | null
  rows: number
  found: string
}

/** The answers of one site's respondents, found without an index for them: by a walk over the part of the primary key where a month lies. */
export class IdentifiedAnswersStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /**
   * Everything that identified respondents answered in a month and the next one,
   * window by window, with how many rows were looked at for it. Quarantined
   * answers are left out. An id holds the time at which its device believed to
   * show the prompt, so what a clock more than a week slow has sent is not found, nor what was
   * imported with ids of another time.
   *
   * @param toShare asked before each window: of respondents beyond that share nothing is read
   */
  async *read(month: string, now: number, toShare: () => number): AsyncGenerator<{ answers: IdentifiedAnswer[]; rows: number }> {
    for (const [from, below] of toIdRanges(month, now)) {
      let windowRows = WINDOW_ROWS
      for (let cursor = from; ; ) {
        const window = await this.#look(cursor, below, month, toShare(), windowRows).catch((error: unknown) => {
          // More than fits into one row: those who answer under a name came all at once.
          if (windowRows === WINDOW_ROWS) throw error
          return null
        })
        if (window === null) {
          windowRows = WINDOW_ROWS
          continue
        }
        if (window.last === null) break
        cursor = window.last
        const answers = (JSON.parse(window.found) as Found[]).map(toAnswer)
        windowRows = answers.length > WINDOW_ROWS / 4 ? WINDOW_ROWS : Math.min(2 * windowRows, MOST_WINDOW_ROWS)
        yield { answers, rows: window.rows }
      }
    }
  }

  async #look(after: string, below: string, month: string, share: number, rows: number): Promise<Window> {
    const window = await this.#database
      .prepare(
        `SELECT MAX(id) AS last, COUNT(*) AS rows, json_group_array(json_array(respondent, lane, day, touchpoint_key, prompt_id, kind, scale_max, score, occurred_at)) FILTER (
           WHERE respondent IS NOT NULL AND substr(respondent, 2, 8) < ?6 AND state IN ('answered', 'completed')
             AND day >= ?4 AND day < ?5 AND lane IN (${LANES.map((lane) => `'${lane}'`).join(', ')})) AS found
         FROM (SELECT id, respondent, lane, day, touchpoint_key, prompt_id, kind, scale_max, score, occurred_at, state FROM responses
           WHERE site_id = ?1 AND id > ?2 AND id < ?3 ORDER BY id LIMIT ?7)`,
      )
      .bind(this.#siteId, after, below, toFirstDay(month), toFirstDay(addMonths(month, 2)), toFirstHashOutside(share), rows)
      .first<Window>()
    return window ?? { last: null, rows: 0, found: '[]' }
  }

  /** The first month that has answers, if respondents can be told apart at all: once there is the secret that names them. Else null. */
  async findFirstMonth(): Promise<string | null> {
    const day = await this.#database
      .prepare(
        `SELECT MIN(day) AS day FROM (${LANES.map((lane) => `SELECT MIN(day) AS day FROM tallies_day WHERE site_id = ?1 AND lane = '${lane}'`).join(' UNION ALL ')})
         WHERE EXISTS (SELECT 1 FROM respondent_secrets WHERE site_id = ?1 AND purpose = 'name')`,
      )
      .bind(this.#siteId)
      .first<string | null>('day')
    return day === null ? null : toMonth(day)
  }
}

/** A row of the table, whole, as one of these; null when it says nothing about anybody. */
export function toIdentifiedAnswer(row: Record<string, unknown>): IdentifiedAnswer | null {
  const { respondent, lane, state } = row
  if (typeof respondent !== 'string' || typeof lane !== 'string' || lane.startsWith('quarantine')) return null
  if (state !== 'answered' && state !== 'completed') return null
  const columns = ['respondent', 'lane', 'day', 'touchpoint_key', 'prompt_id', 'kind', 'scale_max', 'score', 'occurred_at']
  return toAnswer(columns.map((column) => row[column]) as Found)
}

function toAnswer([respondent, lane, day, touchpoint, promptId, kind, scaleMax, score, occurredAt]: Found): IdentifiedAnswer {
  return { respondent, lane, month: toMonth(day), touchpoint, promptId, kind, scaleMax, score, occurredAt }
}

/** Where answers of a month and the next one lie among the ids; these may overlap. */
function toIdRanges(month: string, now: number): [string, string][] {
  const toId = (day: string) => toFirstId(Date.parse(`${day}T00:00:00Z`))
  // The prompt was shown before it was answered, on a clock that may be wrong, in a zone that is not UTC.
  const from = toId(addDays(toFirstDay(month), -LIMITS.lateDays - 1))
  const ranges: [string, string][] = [
    [from, toId(addDays(toFirstDay(addMonths(month, 2)), 2))],
    // Clocks that run ahead.
    [toFirstId(now + LIMITS.listAheadMs), LAST_ID],
  ]
  // Verified answers of a long wave lie at its first day.
  const starts = new Set(
    [month, addMonths(month, 1)].flatMap((one) => (['quarter', 'year'] as const).map((wave) => toWaveStart(toFirstDay(one), wave))),
  )
  for (const start of starts) if (toId(start) < from) ranges.push(toVerifiedIdRange(start))
  return ranges
}

/** Past every id, whose digits end with f. */
const LAST_ID = 'g'

/** Hashes of respondents in the sample begin with eight digits below this. */
function toFirstHashOutside(share: number): string {
  return share >= 1
    ? 'g'
    : Math.round(share * 2 ** 32)
        .toString(16)
        .padStart(8, '0')
}
