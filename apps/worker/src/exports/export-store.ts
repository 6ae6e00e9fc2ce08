import { type ExportedResponse, LIMITS } from '@pulso/protocol'
import { readSentiment } from '../comments/read-sentiment.ts'
import { type StretchRow, toStretch, toStretchQuery } from '../inbox/response-rows.ts'
import type { Matcher } from '../inbox/to-matcher.ts'
import { toChosenKeys } from '../ingest/choice-places.ts'
import type { StoredSite } from '../sites/site-store.ts'

/** Before every UUID, and the first id of the scan; and past every id. */
const BEFORE_ALL = ''
const AFTER_ALL = 'g'

/**
 * Reads all responses of one site in the order of their ids, page by page. A page
 * is a stretch of the primary key, filtered afterwards: every query does the same
 * bounded work, however rare what it looks for, and no index costs a written row.
 */
export class ExportStore {
  readonly #database: D1Database
  readonly #site: StoredSite

  constructor(database: D1Database, site: StoredSite) {
    this.#database = database
    this.#site = site
  }

  /** Pages of what matches, some of them empty. Each is read when the one before it has been taken. */
  async *readPages(matcher: Matcher): AsyncGenerator<ExportedResponse[], void> {
    const query = this.#database.prepare(toStretchQuery('oldest', matcher.isOfMarked))
    for (let after = BEFORE_ALL; ; ) {
      const { results } = await query.bind(this.#site.id, after, AFTER_ALL, LIMITS.exportPageRows, ...matcher.values).all<StretchRow>()
      const { rows, last, scanned } = toStretch(results, (promptId, choices) => toChosenKeys(this.#site, promptId, choices))
      yield rows
        .filter((row) => matcher.isMatch(row))
        .map(({ notes: _, ...row }) => ({
          ...row,
          countedTouchpoint: matcher.toTouchpoint(row.countedTouchpoint, row.promptId),
          ...toFeeling(row),
        }))
      if (scanned < LIMITS.exportPageRows || last === null) return
      after = last
    }
  }
}

function toFeeling({ comment, locale }: Pick<ExportedResponse, 'comment' | 'locale'>) {
  const { value, label, emotion } = comment === null ? { value: null, label: null, emotion: null } : readSentiment(comment, locale)
  return { sentiment: value, sentimentLabel: label, emotion }
}
