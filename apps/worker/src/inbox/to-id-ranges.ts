import { LIMITS, type Wave } from '@pulso/protocol'
import { toFirstId } from '../ingest/response-store.ts'
import type { StoredSite } from '../sites/site-store.ts'
import type { ResponseFilter } from './response-filter.ts'

const DAY_MS = 86_400_000
/** How far a day of the site's zone can be from that of UTC, and an honest device's clock from ours. */
const SLACK_MS = 2 * DAY_MS
const WAVE_DAYS: Record<Wave, number> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 }

/** Past every id. */
const AFTER_ALL = 'g'

/** Ids from `low`, included, up to `high`, not included. */
export interface IdRange {
  low: string
  high: string
}

/**
 * Where to look, in this order: first the ids of the days that are asked for, then
 * all others. Ids follow the clocks of visitors, and days do not, so what is asked
 * for can be anywhere; but it hardly ever is, and whoever reads a page of March need
 * not wait until April to June have been looked through. Ids whose time has not come
 * yet are last too: whoever makes such ids on purpose must not stand before everybody else.
 *
 * @param since of ids, in milliseconds since 1970: nothing before it is looked at
 */
export function toIdRanges(site: StoredSite, { from, to, lane }: ResponseFilter, now: number, since: number | undefined): IdRange[] {
  const soon = toFirstId(now + LIMITS.listAheadMs)
  const least = since === undefined ? '' : toFirstId(Math.max(0, since - toLongestWaveMs(site, lane)))
  const startMs = from === undefined ? null : Date.parse(from) - SLACK_MS - toLongestWaveMs(site, lane)
  const low = startMs === null ? least : later(least, toFirstId(startMs))
  const high = to === undefined ? soon : earlier(soon, toFirstId(Date.parse(to) + DAY_MS + SLACK_MS))
  const [first, last] = low < high ? [low, high] : [least, soon]
  return [
    { low: first, high: last },
    { low: least, high: first },
    { low: last, high: AFTER_ALL },
  ].filter((range) => range.low < range.high)
}

/** The id of a verified respondent's answer is that of the beginning of its wave. */
function toLongestWaveMs(site: StoredSite, lane: ResponseFilter['lane']): number {
  const mayBeVerified = lane === undefined ? site.respondents === 'verified' : lane === 'verified'
  if (!mayBeVerified) return 0
  const waves = [...site.prompts, ...Object.values(site.retiredPrompts)].map(({ wave }) => WAVE_DAYS[wave ?? 'month'])
  return Math.max(...waves, 0) * DAY_MS
}

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string) => (one < other ? one : other)

/** When an id was made by its own clock, in milliseconds since 1970: of a bound of a range too. Null where it says nothing. */
export function toIdTime(id: string): number | null {
  const digits = id.slice(0, 13).replace('-', '')
  return /^[0-9a-f]{12}$/.test(digits) ? Number.parseInt(digits, 16) : null
}
