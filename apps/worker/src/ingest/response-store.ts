import {
  type Environment,
  type Kind,
  LIMITS,
  type QuarantineReason,
  type ResponseSource,
  type ResponseState,
  type Verdict,
} from '@pulso/protocol'
import type { UnreadResponse } from '../comments/with-sentiment.ts'
import { toFlags } from '../respondents/to-flags.ts'
import { toRowLane } from '../respondents/to-lane.ts'
import type { SiteId } from '../sites/site-store.ts'

/** A response ready for its row: checked, corrected, mapped to what it counts under. */
export interface ResponseRow {
  id: string
  /** The id that its sender knows it by, where the row's own is another: that of a verified respondent's answer. */
  sentId: string | null
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
  /** As the page named it, redacted, where it counts in another one. */
  segmentSent: string | null
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
  /** Null: anonymous. */
  respondent: string | null
  /** What is odd about it, as bits. */
  flags: number
  quarantined: QuarantineReason | null
}

/**
 * `stored`: this revision is now the row. `duplicate`: it, or a newer one, was
 * there. `conflict`: the id is another prompt's. `erased`: it was, or its
 * respondent was, and it does not come back.
 */
export type SaveOutcome = 'stored' | 'duplicate' | 'conflict' | 'erased'

/** One bound parameter carries any number of rows, and one statement is one commit: 20 times the rows a second of single inserts. */
const UPSERT = `
INSERT INTO responses (site_id, id, rev, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint, touchpoint_key,
  segment, locale, state, occurred_at, day, hour_at, score, choices, other, comment, second, received_at,
  respondent, sent_id, flags, quarantined, segment_sent)
SELECT ?1, value ->> 'id', value ->> 'rev', value ->> 'environment', value ->> 'source', value ->> 'promptId', value ->> 'promptVersion',
  value ->> 'kind', value ->> 'scaleMax', value ->> 'touchpoint', value ->> 'touchpointKey', value ->> 'segment', value ->> 'locale',
  value ->> 'state', value ->> 'occurredAt', value ->> 'day', value ->> 'hourAt', value ->> 'score',
  value ->> 'choices', value ->> 'other', value ->> 'comment', value ->> 'second', value ->> 'receivedAt',
  -- A row may have waited in a queue since before these existed.
  value ->> 'respondent', value ->> 'sentId', COALESCE(value ->> 'flags', 0), value ->> 'quarantined', value ->> 'segmentSent'
FROM json_each(?2) AS item
-- Within the statement that writes, so that nothing can come between an erasure and a late retry.
WHERE NOT EXISTS (
  SELECT 1 FROM tombstones AS tombstone
  WHERE tombstone.site_id = ?1 AND tombstone.key IN (item.value ->> 'id', item.value ->> 'sentId', item.value ->> 'respondent')
    AND tombstone.until >= item.value ->> 'occurredAt'
)
ON CONFLICT (site_id, id) DO UPDATE SET
  rev = excluded.rev, prompt_version = excluded.prompt_version, touchpoint = excluded.touchpoint, touchpoint_key = excluded.touchpoint_key,
  segment = excluded.segment, segment_sent = excluded.segment_sent, locale = excluded.locale, state = excluded.state, occurred_at = excluded.occurred_at, day = excluded.day,
  hour_at = excluded.hour_at, score = excluded.score, choices = excluded.choices, other = excluded.other,
  comment = excluded.comment, second = excluded.second, received_at = excluded.received_at,
  respondent = COALESCE(excluded.respondent, responses.respondent), sent_id = excluded.sent_id,
  -- What was odd once stays odd: sending it again, better, does not take it back.
  flags = excluded.flags | responses.flags, quarantined = COALESCE(responses.quarantined, excluded.quarantined)
WHERE excluded.prompt_id = responses.prompt_id AND CASE
  WHEN excluded.sent_id IS responses.sent_id THEN excluded.rev > responses.rev
  -- Two answers of one verified respondent in one wave: the later one, and a mere showing takes nothing back.
  ELSE (excluded.state IN ('answered', 'completed'), excluded.occurred_at) > (responses.state IN ('answered', 'completed'), responses.occurred_at)
END`

/** What of a row tells which revision it is. */
interface Revision {
  id: string
  rev: number
  prompt_id: string
  sent_id: string | null
}

/** Responses of one site. Every statement is bound to that site. */
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
      .prepare('SELECT id, rev, prompt_id, sent_id FROM responses WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2))')
      .bind(this.#siteId, ids)
    const upsert = this.#database.prepare(UPSERT).bind(this.#siteId, JSON.stringify(rows))
    const [before, , after] = await this.#database.batch<Revision>([select, upsert, select])
    const rowBefore = new Map(before?.results.map((row) => [row.id, row]))
    const rowAfter = new Map(after?.results.map((row) => [row.id, row]))
    const holds = (known: Revision | undefined, row: ResponseRow) => known?.sent_id === row.sentId && known.rev >= row.rev
    return rows.map((row) => {
      const known = rowAfter.get(row.id)
      // Whatever is new is inserted, unless it was erased.
      if (!known) return 'erased'
      if (known.prompt_id !== row.promptId) return 'conflict'
      return holds(known, row) && !holds(rowBefore.get(row.id), row) ? 'stored' : 'duplicate'
    })
  }

  /** Puts answers that came together from one network into quarantine, unless a member has already looked at them. @returns their touchpoints */
  quarantine(ids: readonly string[]): Promise<string[]> {
    return this.#move(
      `UPDATE responses SET quarantined = 'network-burst'
       WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2)) AND quarantined IS NULL AND verdict IS NULL RETURNING touchpoint_key`,
      ids,
    )
  }

  /** What a member decides about answers: released ones count, whatever is found later; confirmed ones stay, or go, into quarantine. */
  judge(ids: readonly string[], verdict: Verdict): Promise<string[]> {
    return this.#move(
      `UPDATE responses SET verdict = ?3, quarantined = CASE ?3 WHEN 'confirmed' THEN COALESCE(quarantined, 'by-hand') ELSE quarantined END
       WHERE site_id = ?1 AND id IN (SELECT value FROM json_each(?2)) RETURNING touchpoint_key`,
      ids,
      verdict,
    )
  }

  /**
   * Moves answers that pages gave under a name from one touchpoint to where each of
   * its prompts belongs; tallies follow. Looks at a stretch of the primary key, so
   * that a step does the same bounded work however rare the name is.
   *
   * @returns how many moved, and the id after which the next stretch begins
   */
  async claim(move: { from: string; name: string; to: Record<string, string | null>; after: string }) {
    const bounds = this.#database
      .prepare(
        'SELECT MAX(id) AS last, COUNT(*) AS scanned FROM (SELECT id FROM responses WHERE site_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3)',
      )
      .bind(this.#siteId, move.after, LIMITS.claimRows)
    const { last, scanned } = (await bounds.first<{ last: string | null; scanned: number }>()) ?? { last: null, scanned: 0 }
    if (last === null) return { claimed: 0, next: null }
    // Counted as rows, since the changes that D1 counts are those of the triggers too.
    const { results } = await this.#database
      .prepare(
        `UPDATE responses SET touchpoint_key = ?6 ->> prompt_id
         WHERE site_id = ?1 AND id > ?2 AND id <= ?3 AND touchpoint_key = ?4 AND touchpoint = ?5 AND ?6 ->> prompt_id IS NOT NULL
         RETURNING 1`,
      )
      .bind(this.#siteId, move.after, last, move.from, move.name, JSON.stringify(move.to))
      .all()
    return { claimed: results.length, next: scanned < LIMITS.claimRows ? null : last }
  }

  /** Runs a statement over ids by which answers count in another lane; tallies follow. @returns the touchpoint of each answer that it found */
  async #move(statement: string, ids: readonly string[], ...values: string[]): Promise<string[]> {
    const { results } = await this.#database
      .prepare(statement)
      .bind(this.#siteId, JSON.stringify(ids), ...values)
      .all<{ touchpoint_key: string }>()
    return results.map((row) => row.touchpoint_key)
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

/** A row as a product team reads it, but for the sentiment: whoever takes answers in spends no time on that. */
export function toStoredResponse(row: ResponseRow): UnreadResponse {
  const { id, promptId, kind, scaleMax, touchpoint, state, locale, segment, source, occurredAt, score, other, comment, second } = row
  const answer = { score, choices: row.choiceKeys, other, comment, second }
  const { respondent, quarantined } = row
  const standing = { respondent, lane: toRowLane(row), flags: toFlags(row.flags), quarantined, verdict: null }
  return { id, promptId, kind, scaleMax, touchpoint, state, locale, segment, source, occurredAt, ...answer, ...standing }
}

/** The lowest that a UUIDv7 of this time, in milliseconds since 1970, can be. */
export function toFirstId(time: number): string {
  return time
    .toString(16)
    .padStart(12, '0')
    .replace(/(.{8})/, '$1-')
}
