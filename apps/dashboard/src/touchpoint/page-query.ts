import { LANES } from '@pulso/protocol/constants'
import type { Comparison, Lane, SeriesInterval } from '@pulso/protocol/types'
import type { RangeDays } from '../route.ts'

const INTERVALS: readonly SeriesInterval[] = ['hour', 'day', 'week', 'month']
export const COMPARED = ['previous', 'year', 'none'] as const
export type Compared = (typeof COMPARED)[number]
/** By what the answers of one touchpoint can be put side by side. */
export const GROUPINGS = ['segment', 'prompt'] as const
export type Grouping = (typeof GROUPINGS)[number]
const FILTERS = ['segment', 'prompt', 'kind'] as const
export type Filter = (typeof FILTERS)[number]

/** What the address of a touchpoint's page says, besides the touchpoint and the days of the top bar. */
export type PageQuery = {
  /** Days that were chosen by hand, both included: they stand instead of those of the top bar. */
  range: { from: string; to: string } | null
  /** Null: whatever suits the range. */
  interval: SeriesInterval | null
  compare: Compared
  by: Grouping
  /** Null: the lane that the site shows. */
  lane: Lane | null
  filters: Partial<Record<Filter, string>>
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const isDay = (text: string | null): text is string => text !== null && DAY.test(text) && !Number.isNaN(Date.parse(text))

/** Reads what a page keeps in its address; what makes no sense counts as not said, so that a hand-edited address still works. */
export function parsePageQuery(query: URLSearchParams): PageQuery {
  const [from, to] = [query.get('from'), query.get('to')]
  const filters: PageQuery['filters'] = {}
  for (const filter of FILTERS) {
    const value = query.get(filter)
    if (value) filters[filter] = value
  }
  return {
    range: isDay(from) && isDay(to) && from <= to ? { from, to } : null,
    interval: INTERVALS.find((known) => known === query.get('interval')) ?? null,
    compare: COMPARED.find((known) => known === query.get('compare')) ?? 'previous',
    by: GROUPINGS.find((known) => known === query.get('by')) ?? 'segment',
    lane: LANES.find((known) => known === query.get('lane')) ?? null,
    filters,
  }
}

/** The same address with some of it changed; null takes it out. */
export function withChanges(query: URLSearchParams, changes: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  return next
}

type Wanted = {
  touchpoint: string
  page: PageQuery
  days: RangeDays
  by: 'touchpoint' | Grouping
  interval?: SeriesInterval
  compare?: Comparison | null
}

/** What the stats are asked for. Groups stand beside all others of their kind, so a filter by that kind does not hold there. */
export function toStatsQuery({ touchpoint, page, days, by, interval, compare = null }: Wanted): string {
  const query = new URLSearchParams(page.range ?? { days: String(days) })
  query.set('touchpoint', touchpoint)
  for (const [filter, value] of Object.entries(page.filters)) if (filter !== by) query.set(filter, value)
  setLane(query, page.lane)
  query.set('by', by)
  if (interval) query.set('interval', interval)
  if (compare !== null) query.set('compare', compare)
  return query.toString()
}

/** Test traffic is an environment as well as a lane: what was reached is counted by the former. */
export function setLane(query: URLSearchParams, lane: Lane | null): void {
  if (lane === null) return
  query.set('lane', lane)
  if (lane === 'test') query.set('environment', 'test')
}
