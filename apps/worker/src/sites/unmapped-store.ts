import { type Lane, LIMITS, toTouchpointFinder } from '@pulso/protocol'
import type { SiteId, StoredSite } from './site-store.ts'

/** Past every id. */
const LAST_ID = 'g'

/** What of the tray is wanted. Days are the site's own, both included. */
export interface TrayFilter {
  lane: Lane
  from: string | undefined
  to: string | undefined
  /** Where the stretch before began; undefined at the newest. */
  before: string | undefined
}

interface NameRow {
  name: string | null
  countedAt: string
  promptId: string
  shown: number
  answered: number
  lastAt: number
  last: string | null
  scanned: number
}

/**
 * As an export reads: a stretch of the primary key, filtered afterwards, so that
 * every request does the same bounded work however rare what it looks for.
 */
const READ_STRETCH = `
WITH stretch AS MATERIALIZED (
    SELECT id, touchpoint, touchpoint_key, prompt_id, state, occurred_at, day, lane FROM responses
    WHERE site_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3),
  extent AS (SELECT MIN(id) AS last, COUNT(*) AS scanned FROM stretch),
  names AS (
    SELECT touchpoint AS name, touchpoint_key AS countedAt, prompt_id AS promptId, COUNT(*) AS shown,
      SUM(state IN ('answered', 'completed')) AS answered, MAX(occurred_at) AS lastAt
    FROM stretch
    WHERE (?5 IS NULL OR day >= ?5) AND (?6 IS NULL OR day <= ?6) AND (lane = ?7 OR lane GLOB ?7 || ':*')
      AND touchpoint_key NOT IN (SELECT value FROM json_each(?4))
    GROUP BY touchpoint, touchpoint_key, prompt_id ORDER BY shown DESC LIMIT ?8)
SELECT * FROM extent LEFT JOIN names ON true`

/** Names of the tray: answers there are counted together, so these come out of the responses themselves. */
export class UnmappedStore {
  readonly #database: D1Database
  readonly #siteId: SiteId
  readonly #find: ReturnType<typeof toTouchpointFinder>
  readonly #known: string

  constructor(database: D1Database, { id, touchpoints }: Pick<StoredSite, 'id' | 'touchpoints'>) {
    this.#database = database
    this.#siteId = id
    this.#find = toTouchpointFinder(touchpoints)
    // Of a split name some prompts may have a place and others none, so it is looked at row by row.
    const wholes = touchpoints.flatMap(({ key, formerly = [] }) => [key, ...formerly.filter((former) => typeof former === 'string')])
    this.#known = JSON.stringify(wholes)
  }

  /** One stretch of the past, the newest first. */
  async readStretch({ lane, from, to, before }: TrayFilter) {
    const { results } = await this.#database
      .prepare(READ_STRETCH)
      .bind(this.#siteId, before ?? LAST_ID, LIMITS.claimRows, this.#known, from ?? null, to ?? null, lane, LIMITS.trayNames)
      .all<NameRow>()
    const { last = null, scanned = 0 } = results[0] ?? {}
    const names = new Map<string, { name: string; shown: number; answered: number; lastAt: number }>()
    for (const { name, countedAt, promptId, shown, answered, lastAt } of results) {
      if (name === null || this.#find(countedAt, promptId) !== null) continue
      const sum = names.get(name) ?? { name, shown: 0, answered: 0, lastAt: 0 }
      names.set(name, { name, shown: sum.shown + shown, answered: sum.answered + answered, lastAt: Math.max(sum.lastAt, lastAt) })
    }
    return {
      names: [...names.values()].sort((left, right) => right.shown - left.shown || right.lastAt - left.lastAt),
      scanned,
      next: scanned < LIMITS.claimRows ? null : last,
    }
  }
}
