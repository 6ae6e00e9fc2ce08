import { type ExportedResponse, type Lane, LIMITS } from '@pulso/protocol'
import { toFlags } from '../respondents/to-flags.ts'
import { type StoredLane, toLane } from '../respondents/to-lane.ts'
import type { SiteId } from '../sites/site-store.ts'

/** Which responses of a site are wanted; what is left out is not asked. Days are the site's own, both included. */
export interface ExportFilter {
  from?: string | undefined
  to?: string | undefined
  touchpoint?: string | undefined
  prompt?: string | undefined
  kind?: string | undefined
  lane?: Lane | undefined
}

/** Before every UUID, and the first id of the scan. */
const BEFORE_ALL = ''

type ExportRow = Omit<ExportedResponse, 'choices' | 'flags' | 'lane'> & { choices: number; flags: number; lane: StoredLane }

const COLUMNS = `id, rev, environment, source, prompt_id AS promptId, prompt_version AS promptVersion, kind, scale_max AS scaleMax, touchpoint,
  touchpoint_key AS countedTouchpoint, segment, locale, state, occurred_at AS occurredAt, day, score, choices, other, comment, second,
  respondent, lane, flags, quarantined, verdict, received_at AS receivedAt`

const READ_PAGE = `
WITH stretch AS MATERIALIZED (SELECT * FROM responses WHERE site_id = ?1 AND id > ?2 ORDER BY id LIMIT ?3),
  extent AS (SELECT MAX(id) AS last, COUNT(*) AS scanned FROM stretch),
  matching AS (SELECT ${COLUMNS} FROM stretch WHERE (?4 IS NULL OR day >= ?4) AND (?5 IS NULL OR day <= ?5)
    AND (?6 IS NULL OR prompt_id = ?6) AND (?7 IS NULL OR kind = ?7)
    AND (?8 IS NULL OR lane = ?8 OR lane GLOB ?8 || ':*'))
SELECT * FROM extent LEFT JOIN matching ON true ORDER BY matching.id`

/**
 * Reads all responses of one site in the order of their ids, page by page. A page
 * is a stretch of the primary key, filtered afterwards: every query does the same
 * bounded work, however rare what it looks for, and no index costs a written row.
 */
export class ExportStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Pages of what matches, some of them empty. Each is read when the one before it has been taken. */
  async *readPages(
    filter: ExportFilter,
    toChoiceKeys: (promptId: string, choices: number) => string[] | null,
    toTouchpoint: (name: string, promptId: string) => string,
  ): AsyncGenerator<ExportedResponse[], void> {
    let after = BEFORE_ALL
    for (;;) {
      const { rows, last, scanned } = await this.#readPage(filter, after)
      yield rows
        .map((row) => ({
          ...row,
          countedTouchpoint: toTouchpoint(row.countedTouchpoint, row.promptId),
          choices: toChoiceKeys(row.promptId, row.choices),
          flags: toFlags(row.flags),
          lane: toLane(row.lane).lane,
        }))
        // Where it counts today is not in the row.
        .filter(({ countedTouchpoint }) => filter.touchpoint === undefined || countedTouchpoint === filter.touchpoint)
      if (scanned < LIMITS.exportPageRows) return
      after = last
    }
  }

  async #readPage(filter: ExportFilter, after: string): Promise<{ rows: ExportRow[]; last: string; scanned: number }> {
    const { results } = await this.#database
      .prepare(READ_PAGE)
      .bind(
        this.#siteId,
        after,
        LIMITS.exportPageRows,
        ...[filter.from, filter.to, filter.prompt, filter.kind, filter.lane].map((value) => value ?? null),
      )
      .all<ExportRow & { last: string | null; scanned: number }>()
    const { last, scanned } = results[0] ?? { last: null, scanned: 0 }
    // A stretch in which nothing matches still says how far it went: in one row without a response.
    const rows = results.flatMap(({ last: _, scanned: __, ...row }) => (row.id === null ? [] : [row]))
    return { rows, last: last ?? after, scanned }
  }
}
