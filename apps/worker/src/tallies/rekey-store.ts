import type { SiteId, StoredSite } from '../sites/site-store.ts'

/** How many rows one transaction moves: five tally and response rows each, so that answers arriving meanwhile wait little. */
const WINDOW_ROWS = 1000
/** At once, and again by night: what had been under way by the old definition, or waited in a queue, has arrived by then. */
const WALKS = 2

/**
 * The site stands in each item, not only in the condition: else SQLite takes every
 * response of the site and looks for it in the list, instead of the other way around.
 */
const MOVE = `
UPDATE responses SET day = item.value ->> 'day', hour_at = item.value ->> 'hourAt', segment = item.value ->> 'segment',
  segment_sent = item.value ->> 'segmentSent'
FROM json_each(?3) AS item
WHERE responses.site_id = item.value ->> 'site' AND responses.id = item.value ->> 'id'
  AND responses.occurred_at = item.value ->> '$.was.occurredAt'
  AND responses.segment = item.value ->> '$.was.segment' AND responses.segment_sent IS item.value ->> '$.was.segmentSent'
  AND EXISTS (SELECT 1 FROM rekeys WHERE site_id = ?1 AND run = ?2)
RETURNING responses.id`

/** The time that a UUIDv7 begins with, in milliseconds since 1970. */
function toTime(id: string): number {
  return Number.parseInt(id.slice(0, 13).replace('-', ''), 16) || 0
}

/** A response as far as it says where it counts. */
export interface KeyedRow {
  id: string
  occurredAt: number
  day: string
  hourAt: number
  segment: string
  segmentSent: string | null
}

export type NewKeys = Pick<KeyedRow, 'id' | 'day' | 'hourAt' | 'segment' | 'segmentSent'>

interface Job {
  run: string
  cursor: string
  walks_left: number
}

/** Part of the transaction that saves a definition: from here on its responses are to be moved to where they count by it. */
export function toRekeyStatement(database: D1Database, siteId: string, now: number): D1PreparedStatement {
  return database
    .prepare(
      `INSERT INTO rekeys (site_id, run, cursor, moved, walks_left, started_at) VALUES (?1, ?2, '', 0, ${WALKS}, ?3)
       ON CONFLICT (site_id) DO UPDATE SET run = excluded.run, cursor = '', moved = 0, walks_left = ${WALKS}, started_at = excluded.started_at`,
    )
    .bind(siteId, crypto.randomUUID(), now)
}

/** Moves the responses of one site to the days, hours and segments of its definition; tallies follow by their triggers. */
export class RekeyStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, { id }: Pick<StoredSite, 'id'>) {
    this.#database = database
    this.#siteId = id
  }

  /**
   * Walks one window. A row that changed since it was read stays as it is: whoever
   * changed it knew the definition, or the last walk finds it.
   *
   * @param readKeys reads the definition. Called after the job was read, so that the
   * window moves by that job's definition or not at all: who saves another one puts
   * another run in the job's place in the same transaction
   * @param onlyFirst leaves the last walk to somebody later
   * @returns how many rows were moved and whether a walk has ended with it; null when there is nothing to do
   */
  async step(
    readKeys: () => Promise<(row: KeyedRow) => NewKeys>,
    onlyFirst = false,
  ): Promise<{ moved: number; isWalkOver: boolean; walksLeft: number } | null> {
    const job = await this.#of('SELECT run, cursor, walks_left FROM rekeys WHERE site_id = ?1').first<Job>()
    if (!job || (onlyFirst && job.walks_left < WALKS)) return null
    const toKeys = await readKeys()
    const { results: rows } = await this.#of(
      `SELECT id, occurred_at AS occurredAt, day, hour_at AS hourAt, segment, segment_sent AS segmentSent
       FROM responses WHERE site_id = ?1 AND id > ?2 ORDER BY id LIMIT ${WINDOW_ROWS}`,
      job.cursor,
    ).all<KeyedRow>()
    const moving = rows.flatMap((row) => {
      const keys = toKeys(row)
      return keys.day === row.day && keys.hourAt === row.hourAt && keys.segment === row.segment
        ? []
        : [{ site: this.#siteId, ...keys, was: row }]
    })
    const isWalkOver = rows.length < WINDOW_ROWS
    const walksLeft = job.walks_left - (isWalkOver ? 1 : 0)
    const [updated] = await this.#database.batch([
      this.#of(MOVE, job.run, JSON.stringify(moving)),
      this.#of(
        `UPDATE rekeys SET cursor = ?4, moved = moved + ?5, walks_left = ?6 WHERE site_id = ?1 AND run = ?2 AND cursor = ?3`,
        job.run,
        job.cursor,
        isWalkOver ? '' : (rows.at(-1)?.id ?? ''),
        moving.length,
        walksLeft,
      ),
      this.#of('DELETE FROM rekeys WHERE site_id = ?1 AND walks_left <= 0'),
    ])
    return { moved: updated?.results.length ?? 0, isWalkOver, walksLeft }
  }

  /** How far the walk is; null when there is none. */
  async findProgress(): Promise<{ share: number; moved: number; startedAt: number; isLastLook: boolean } | null> {
    const job = await this.#of(
      `SELECT cursor, moved, walks_left AS walksLeft, started_at AS startedAt,
         (SELECT id FROM responses WHERE site_id = ?1 ORDER BY id LIMIT 1) AS first,
         (SELECT id FROM responses WHERE site_id = ?1 ORDER BY id DESC LIMIT 1) AS last
       FROM rekeys WHERE site_id = ?1`,
    ).first<{ cursor: string; moved: number; walksLeft: number; startedAt: number; first: string | null; last: string | null }>()
    if (!job) return null
    const { cursor, moved, startedAt, first, last } = job
    const [from, to, at] = [first, last, cursor].map((id) => toTime(id ?? '')) as [number, number, number]
    const isLastLook = job.walksLeft < WALKS
    const share = isLastLook || to <= from ? 1 : Math.min(1, Math.max(0, (at - from) / (to - from)))
    return { share: cursor === '' && !isLastLook ? 0 : share, moved, startedAt, isLastLook }
  }

  #of(statement: string, ...values: (string | number)[]): D1PreparedStatement {
    return this.#database.prepare(statement).bind(this.#siteId, ...values)
  }
}
