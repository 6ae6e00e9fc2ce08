import type { Kind, Lane } from '@pulso/protocol'
import { LIMITS } from '@pulso/protocol'
import { toFirstId } from '../ingest/response-store.ts'
import type { SiteId } from '../sites/site-store.ts'

/** A comment as themes are read from it. */
export interface StoredComment {
  readonly id: string
  readonly promptId: string
  readonly kind: Kind
  readonly segment: string
  readonly scaleMax: number
  readonly score: number | null
  readonly text: string
  readonly locale: string
  /** The touchpoint that it counts at. */
  readonly touchpoint: string
  /** The day that it counts on. */
  readonly day: string
  readonly occurredAt: number
}

/** How much is read at once, and in all. */
type ReadLimits = Record<'exportPageRows' | 'themeRows' | 'themeComments', number>

export interface ReadComments {
  readonly comments: StoredComment[]
  readonly rowsRead: number
  /** False when a limit ended the reading. */
  readonly isAll: boolean
}

const READ_PAGE = `
WITH stretch AS MATERIALIZED (
    SELECT id, prompt_id, kind, segment, scale_max, score, comment, locale, touchpoint_key, day, occurred_at, lane FROM responses
    WHERE site_id = ?1 AND id >= ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4),
  extent AS (SELECT MIN(id) AS last, COUNT(*) AS scanned, MAX(day) AS newestDay FROM stretch),
  matching AS (SELECT id, prompt_id AS promptId, kind, segment, scale_max AS scaleMax, score, comment AS text, locale, touchpoint_key AS touchpoint, day, occurred_at AS occurredAt FROM stretch
    WHERE comment IS NOT NULL AND day BETWEEN ?5 AND ?6 AND (lane = ?7 OR lane GLOB ?7 || ':*'))
SELECT * FROM extent LEFT JOIN matching ON true ORDER BY matching.id DESC`

/** Past every id. */
const AFTER_ALL = 'g'

const DAY_MS = 86_400_000
/** How far a day of the site's zone can be from that of UTC, and an honest device's clock from ours. */
const SLACK_MS = 2 * DAY_MS

/**
 * Reads the comments of one site, the newest first by their ids. A page is a
 * stretch of the primary key, filtered afterwards, as for exports: each query
 * does the same bounded work, and no index costs a written row.
 */
export class CommentStore {
  readonly #database: D1Database
  readonly #siteId: SiteId
  readonly #limits: ReadLimits

  constructor(database: D1Database, siteId: SiteId, limits: ReadLimits = LIMITS) {
    this.#database = database
    this.#siteId = siteId
    this.#limits = limits
  }

  /**
   * Comments of a range of days, both included, in one lane. Ends at the limits,
   * or with a whole page of nothing but older days: ids follow the clocks of
   * visitors, which may be wrong, but not all of them. Begins where that range
   * ends: else what has come since would use up the limits before it is reached.
   */
  async readNewest({ from, to, lane, now }: { from: string; to: string; lane: Lane; now: number }): Promise<ReadComments> {
    const comments: StoredComment[] = []
    let rowsRead = 0
    // Ids whose time has not come yet are last, as everywhere: who makes them on purpose must not crowd out the others.
    const soon = toFirstId(now + LIMITS.listAheadMs)
    const after = toFirstId(Math.min(Date.parse(to) + DAY_MS + SLACK_MS, now + LIMITS.listAheadMs))
    for (const [least, end] of [
      ['', after],
      [after, soon],
      [soon, AFTER_ALL],
    ] as const) {
      if (least === end) continue
      for (let below: string = end; ; ) {
        const room = Math.min(this.#limits.exportPageRows, this.#limits.themeRows - rowsRead)
        if (room === 0) return { comments, rowsRead, isAll: false }
        const page = await this.#readPage(least, below, room, from, to, lane)
        rowsRead += page.scanned
        for (const comment of page.comments) {
          if (comments.length === this.#limits.themeComments) return { comments, rowsRead, isAll: false }
          comments.push(comment)
        }
        if (page.scanned < room || page.last === null || (page.newestDay ?? '') < from) break
        below = page.last
      }
    }
    return { comments, rowsRead, isAll: true }
  }

  async #readPage(least: string, below: string, limit: number, from: string, to: string, lane: Lane) {
    const { results } = await this.#database
      .prepare(READ_PAGE)
      .bind(this.#siteId, least, below, limit, from, to, lane)
      .all<StoredComment & { last: string | null; scanned: number; newestDay: string | null }>()
    const { last, scanned, newestDay } = results[0] ?? { last: null, scanned: 0, newestDay: null }
    // A stretch in which nothing matches still says how far it went: in one row without a comment.
    const comments = results.flatMap(({ last: _, scanned: __, newestDay: ___, ...row }) => (row.id === null ? [] : [row]))
    return { comments, last, scanned, newestDay }
  }
}
