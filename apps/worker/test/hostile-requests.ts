import { HOSTILE_ENVELOPES } from './hostile-envelopes.ts'
import { HOSTILE_ITEMS } from './hostile-items.ts'
import { SeededRandom } from './seeded-random.ts'

const FAMILIES = { ...HOSTILE_ITEMS, ...HOSTILE_ENVELOPES }

/** Whom the requests are for. Both sites have the prompt `nps` (0–10) and the touchpoint `recommend`. */
export interface HostileTarget {
  siteKey: string
  /** The one origin that the site names. */
  origin: string
  /** What another site of the deployment has, and this one has not. */
  foreign: { siteKey: string; promptId: string; responseId: string }
}

/** A row that must be there afterwards, with what is written here in these columns. */
export interface ExpectedRow {
  id: string
  rev: number
  score: number | null
  comment: string | null
}

export interface HostileRequest {
  /** Its place in the series, which with the seed finds it again. */
  index: number
  /** The family it is of: what it tries. */
  family: string
  method: string
  path: string
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer> | null
  /**
   * Less than the body has: what a sender that writes its own headers says in
   * Content-Length. Any other sends only so much of the body, which is the same to
   * the worker.
   */
  claimedLength?: number
  /** The statuses that are right. */
  statuses: readonly number[]
  /**
   * The rows that come of it, none for what is refused. `any`: chance has decided,
   * and what the answer calls stored must be there.
   */
  rows: readonly ExpectedRow[] | 'any'
}

/** What a family makes; the driver gives it the rest. */
export type HostileDraft = Pick<HostileRequest, 'statuses'> & Partial<Omit<HostileRequest, 'index' | 'family' | 'statuses'>>

/**
 * Requests that nobody honest sends, and among them some that look so and are
 * honest: the same for the same seed. Every one is refused by a 4xx or stored
 * rightly; nothing else is ever stored, and nothing is a 5xx.
 *
 * @param first the index to begin with: a long series can be made in parts
 */
export function createHostileRequests(seed: number, count: number, target: HostileTarget, first = 0): HostileRequest[] {
  const names = Object.keys(FAMILIES)
  return Array.from({ length: count }, (_, offset) => {
    const index = first + offset
    // Its own chance for each, so that one can be made again without those before it.
    const random = new SeededRandom(Math.imul(seed, 0x9e3779b1) + index)
    const family = names[index % names.length] ?? ''
    const draft = FAMILIES[family]?.(random, target)
    if (!draft) throw new Error(`no family ${family}`)
    return {
      method: 'POST',
      path: '/v1/responses',
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
      body: null,
      rows: [],
      ...draft,
      index,
      family,
    }
  })
}
