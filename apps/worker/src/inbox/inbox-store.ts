import { type InboxPage, type InboxResponse, LIMITS } from '@pulso/protocol'
import { readSentiment } from '../comments/read-sentiment.ts'
import { toChosenKeys } from '../ingest/choice-places.ts'
import { toFirstId } from '../ingest/response-store.ts'
import { isVerifiedRowId } from '../respondents/to-verified-row-id.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { READ_ONE, type ReadRow, type StretchRow, toReadRow, toStretch, toStretchQuery } from './response-rows.ts'
import { type IdRange, toIdTime } from './to-id-ranges.ts'
import type { Matcher } from './to-matcher.ts'

/** Rows of the first stretch: what a page without filters needs, answers being a part of what was shown. Later ones are longer. */
const FIRST_STRETCH = 200
const STRETCH_GROWTH = 4

interface PageOptions {
  matcher: Matcher
  ranges: readonly IdRange[]
  /** Where the page before ended: ids from there on, included, have been looked at. */
  cursor: string | null
  limit: number
  /** Passes over what is older by its id, of verified respondents by when it counts; in milliseconds since 1970. */
  since?: number | undefined
}

/** Reads what a team looks through, newest first by id (a UUIDv7, so by time; those of verified respondents by wave). */
export class InboxStore {
  readonly #database: D1Database
  readonly #site: StoredSite
  readonly #mostRows: number
  readonly #toChoiceKeys: (promptId: string, choices: number) => string[] | null

  constructor(database: D1Database, site: StoredSite, mostRows: number = LIMITS.inboxRows) {
    this.#database = database
    this.#site = site
    this.#mostRows = mostRows
    this.#toChoiceKeys = (promptId, choices) => toChosenKeys(site, promptId, choices)
  }

  /** Reads until the page is full, until it has looked at as many rows as one request may, or until nothing is left. */
  async readPage({ matcher, ranges, cursor, limit, since = 0 }: PageOptions): Promise<InboxPage> {
    const responses: InboxResponse[] = []
    const query = this.#database.prepare(toStretchQuery('newest', matcher.isOfMarked))
    const firstId = toFirstId(since)
    let rows = 0
    let size = FIRST_STRETCH
    for (const { low, high } of toRest(ranges, cursor)) {
      for (let below = high; ; ) {
        const room = Math.min(size, this.#mostRows - rows)
        if (room <= 0) return { responses, ...toEnd(below, ranges, rows) }
        const { results } = await query.bind(this.#site.id, low, below, room, ...matcher.values).all<StretchRow>()
        const stretch = toStretch(results, this.#toChoiceKeys)
        rows += stretch.scanned
        for (const row of stretch.rows) {
          const isOld = isVerifiedRowId(row.id) ? row.occurredAt < since : row.id < firstId
          if (isOld || !matcher.isMatch(row)) continue
          // One more than fits: only then is there a next page for certain.
          if (responses.length === limit) return { responses, ...toEnd(responses.at(-1)?.id ?? below, ranges, rows) }
          responses.push(toInboxResponse(row, matcher))
        }
        if (stretch.scanned < room || stretch.last === null) break
        below = stretch.last
        size = Math.min(size * STRETCH_GROWTH, LIMITS.exportPageRows)
      }
    }
    return { responses, next: null, looked: { rows, backTo: null, isBeyond: false } }
  }

  /** Null when the site has none of this id. */
  async read(id: string, matcher: Pick<Matcher, 'toTouchpoint'>): Promise<InboxResponse | null> {
    const row = await this.#database.prepare(READ_ONE).bind(this.#site.id, id).first<StretchRow>()
    return row ? toInboxResponse(toReadRow(row, this.#toChoiceKeys), matcher) : null
  }
}

/** What of the ranges is left behind a cursor; everything without one. */
function toRest(ranges: readonly IdRange[], cursor: string | null): readonly IdRange[] {
  if (cursor === null) return ranges
  const place = ranges.findIndex(({ low, high }) => low < cursor && cursor <= high)
  if (place < 0) return []
  return ranges.slice(place).map((range, index) => (index === 0 ? { ...range, high: cursor } : range))
}

function toEnd(next: string, ranges: readonly IdRange[], rows: number): Pick<InboxPage, 'next' | 'looked'> {
  const [asked] = ranges
  const isBeyond = asked !== undefined && !(asked.low < next && next <= asked.high)
  return { next, looked: { rows, backTo: isBeyond ? null : toIdTime(next), isBeyond } }
}

function toInboxResponse(row: ReadRow, { toTouchpoint }: Pick<Matcher, 'toTouchpoint'>): InboxResponse {
  const { rev: _, environment: __, receivedAt: ___, status, tags, notes, ...response } = row
  return {
    ...response,
    countedTouchpoint: toTouchpoint(row.countedTouchpoint, row.promptId),
    sentiment: row.comment === null ? null : readSentiment(row.comment, row.locale),
    marks: { status, tags, notes },
  }
}
