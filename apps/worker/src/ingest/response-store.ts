import type { Environment, Kind, ResponseSource, ResponseState, StoredResponse, Tally } from '@pulso/protocol'
import * as z from 'zod'
import type { SiteId } from '../sites/site-store.ts'

/** A response ready for its row: checked, corrected, mapped to what it counts under. */
export interface ResponseRow {
  id: string
  rev: number
  environment: Environment
  source: ResponseSource
  promptId: string
  promptVersion: number
  kind: Kind
  scaleMax: number
  touchpoint: string
  touchpointKey: string
  segment: string
  locale: string
  state: ResponseState
  occurredAt: number
  day: string
  hourAt: number
  score: number | null
  /** The chosen options as bits, by their places in the prompt. */
  choices: number
  /** The same by their keys, for who reads it; not stored. */
  choiceKeys: string[] | null
  other: string | null
  comment: string | null
  second: string | null
  receivedAt: number
}

/** `stored`: this revision is now the row. `duplicate`: it, or a newer one, was there. `conflict`: the id is another prompt's. */
export type SaveOutcome = 'stored' | 'duplicate' | 'conflict'

/** One bound parameter carries any number of rows, and one statement is one commit: 20 times the rows a second of single inserts. */
const UPSERT = `
INSERT INTO responses (site_id, id, rev, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint, touchpoint_key,
  segment, locale, state, occurred_at, day, hour_at, score, choices, other, comment, second, received_at)
SELECT ?1, value ->> 'id', value ->> 'rev', value ->> 'environment', value ->> 'source', value ->> 'promptId', value ->> 'promptVersion',
  value ->> 'kind', value ->> 'scaleMax', value ->> 'touchpoint', value ->> 'touchpointKey', value ->> 'segment', value ->> 'locale',
  value ->> 'state', value ->> 'occurredAt', value ->> 'day', value ->> 'hourAt', value ->> 'score',
  value ->> 'choices', value ->> 'other', value ->> 'comment', value ->> 'second', value ->> 'receivedAt'
FROM json_each(?2)
WHERE true -- without it SQLite reads ON CONFLICT as a join
ON CONFLICT (site_id, id) DO UPDATE SET
  rev = excluded.rev, prompt_version = excluded.prompt_version, touchpoint = excluded.touchpoint, touchpoint_key = excluded.touchpoint_key,
  segment = excluded.segment, locale = excluded.locale, state = excluded.state, occurred_at = excluded.occurred_at, day = excluded.day,
  hour_at = excluded.hour_at, score = excluded.score, choices = excluded.choices, other = excluded.other,
  comment = excluded.comment, second = excluded.second, received_at = excluded.received_at
WHERE excluded.rev > responses.rev AND excluded.prompt_id = responses.prompt_id`

const COUNTS = ['shown', 'dismissed', 'answered', 'completed', 'comments'] as const
const SCORES = Array.from({ length: 11 }, (_, score) => `s${score}`)

interface TallySums extends Record<(typeof COUNTS)[number], number> {
  environment: Environment
  touchpoint: string
  prompt_id: string
  kind: Tally['kind']
  scale_max: number
  [score: `s${number}`]: number
}

/** Where a page of responses goes on: everything older than this id. */
const Cursor = z.string().regex(/^[0-9a-f-]{36}$/)

/** Responses and their tallies of one site. Every statement is bound to that site. */
export class ResponseStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /**
   * Stores a batch in one commit, tallies included (the database's own triggers
   * make them). Saving the same rows again, in any order, changes nothing.
   *
   * @returns the outcome of each row, in order
   */
  async save(rows: readonly ResponseRow[]): Promise<SaveOutcome[]> {
    const ids = JSON.stringify(rows.map((row) => row.id))
    const select = this.#database
      .prepare('SELECT id, rev, prompt_id FROM responses WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2))')
      .bind(this.#siteId, ids)
    const upsert = this.#database.prepare(UPSERT).bind(this.#siteId, JSON.stringify(rows))
    const [before, , after] = await this.#database.batch<{ id: string; rev: number; prompt_id: string }>([select, upsert, select])
    const revBefore = new Map(before?.results.map((row) => [row.id, row.rev]))
    const rowAfter = new Map(after?.results.map((row) => [row.id, row]))
    return rows.map((row) => {
      if (rowAfter.get(row.id)?.prompt_id !== row.promptId) return 'conflict'
      return row.rev > (revBefore.get(row.id) ?? 0) ? 'stored' : 'duplicate'
    })
  }

  /** Tallies summed over a range of days, both included, per environment, touchpoint and prompt. Never reads a response. */
  async sumTallies(from: string, to: string): Promise<{ environment: Environment; tally: Tally }[]> {
    const { results } = await this.#database
      .prepare(
        `SELECT environment, touchpoint, prompt_id, kind, scale_max, ${[...COUNTS, ...SCORES].map((name) => `SUM(${name}) AS ${name}`).join(', ')}
         FROM tallies_day WHERE site_id = ?1 AND environment IN ('production', 'test') AND day BETWEEN ?2 AND ?3
         GROUP BY environment, touchpoint, prompt_id, kind, scale_max`,
      )
      .bind(this.#siteId, from, to)
      .all<TallySums>()
    return results.map((row) => ({
      environment: row.environment,
      tally: {
        touchpoint: row.touchpoint,
        promptId: row.prompt_id,
        kind: row.kind,
        scaleMax: row.scale_max,
        segment: '',
        shown: row.shown,
        dismissed: row.dismissed,
        answered: row.answered,
        completed: row.completed,
        comments: row.comments,
        scores: SCORES.map((_, score) => row[`s${score}`] ?? 0),
      },
    }))
  }

  /** Answers per prompt since the beginning, for those that have had enough at some point. */
  async countAnswers(promptIds: readonly string[]): Promise<Map<string, number>> {
    if (promptIds.length === 0) return new Map()
    const { results } = await this.#database
      .prepare(
        `SELECT prompt_id, SUM(answered) AS answered FROM tallies_day
         WHERE site_id = ?1 AND environment = 'production' AND prompt_id IN (SELECT value FROM json_each(?2)) GROUP BY prompt_id`,
      )
      .bind(this.#siteId, JSON.stringify(promptIds))
      .all<{ prompt_id: string; answered: number }>()
    return new Map(results.map((row) => [row.prompt_id, row.answered]))
  }

  /** Newest first by id (a UUIDv7, so by time), in pages. */
  async listPage(options: {
    commentsOnly: boolean
    environment: Environment
    cursor: string | null
    limit: number
    /** Names the options of a prompt's choice, whose bits are stored. */
    toChoiceKeys: (promptId: string, choices: number) => string[] | null
  }) {
    const { results } = await this.#database
      .prepare(
        `SELECT id, prompt_id AS promptId, kind, scale_max AS scaleMax, touchpoint, state, locale, segment, source,
           occurred_at AS occurredAt, score, choices, other, comment, second
         FROM responses
         WHERE site_id = ?1 AND id < ?2 AND environment = ?3 ${options.commentsOnly ? 'AND comment IS NOT NULL' : ''}
         ORDER BY id DESC LIMIT ?4`,
      )
      .bind(this.#siteId, options.cursor ?? 'g', options.environment, options.limit + 1)
      .all<Omit<StoredResponse, 'choices'> & { choices: number }>()
    const responses = results
      .slice(0, options.limit)
      .map((row): StoredResponse => ({ ...row, choices: options.toChoiceKeys(row.promptId, row.choices) }))
    return { responses, next: results.length > options.limit ? (responses.at(-1)?.id ?? null) : null }
  }

  /** Removes what came from one source; tallies follow. In chunks, so that answers arriving meanwhile wait little. */
  async removeSource(source: ResponseSource): Promise<number> {
    const chunk = this.#database
      .prepare(
        `DELETE FROM responses WHERE site_id = ?1 AND id IN (SELECT id FROM responses WHERE site_id = ?1 AND source = ?2 LIMIT 500) RETURNING id`,
      )
      .bind(this.#siteId, source)
    let removed = 0
    for (;;) {
      const { results } = await chunk.all()
      removed += results.length
      if (results.length === 0) return removed
    }
  }
}

/** A row as a product team reads it. */
export function toStoredResponse(row: ResponseRow): StoredResponse {
  const { id, promptId, kind, scaleMax, touchpoint, state, locale, segment, source, occurredAt, score, other, comment, second } = row
  const answer = { score, choices: row.choiceKeys, other, comment, second }
  return { id, promptId, kind, scaleMax, touchpoint, state, locale, segment, source, occurredAt, ...answer }
}

/** The cursor of a request, or null at the start. */
export function parseCursor(text: string | undefined): string | null {
  const parsed = Cursor.safeParse(text)
  return parsed.success ? parsed.data : null
}

/** Hour rows are for the last fortnight's charts only; the trigger stops writing them at the same age. */
export async function removeOldHours(database: D1Database, now: number): Promise<void> {
  await database
    .prepare('DELETE FROM tallies_hour WHERE hour_at < ?1')
    .bind(now - 14 * 86_400_000)
    .run()
}
