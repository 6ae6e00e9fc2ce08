import { type Breakdown, type Lane, LIMITS, type ShareTerms, type Site } from '@pulso/protocol'
import { type BreakdownInput, type Bucket, type TimedTally, toBreakdown, toBuckets } from '@pulso/stats'
import { ProblemError } from '../request/problem-error.ts'
import { isVisible } from '../sharing/share-terms.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { addDays, countDays, type Days, toLocalHours, toLocalTime, toYearBefore } from './local-time.ts'
import type { ReportQuery } from './report-query.ts'
import type { Selection } from './select-tallies.ts'
import type { TallyStore } from './tally-store.ts'

const HOUR_MS = 3_600_000

interface BreakdownRequest {
  store: TallyStore
  site: StoredSite
  /** The site as who asks may see it. */
  shownSite: Site
  /** Of the share link that asks. */
  terms: ShareTerms | null
  query: ReportQuery
  lane: Lane
  range: Days
  selection: Selection
  /** Of the range and lane, selected; by day where there is an interval, by segment where segments are asked for. */
  tallies: readonly TimedTally[]
  now: number
}

/** The same answers put together by another thing, over time, beside others: as far as the query asks. */
export async function readBreakdown(request: BreakdownRequest): Promise<Breakdown> {
  const { shownSite, query } = request
  const [timed, compare] = await Promise.all([readSeries(request), readOthers(request)])
  const breakdown = toBreakdown({
    site: shownSite,
    by: query.by ?? 'touchpoint',
    tallies: timed?.tallies ?? request.tallies,
    series: timed,
    compare,
  })
  const steps = (timed?.buckets.length ?? 0) * breakdown.groups.reduce((sum, { scores }) => sum + scores.length, 0)
  if (steps > LIMITS.seriesSteps) {
    const detail = `interval: these are ${steps} steps, and an answer has at most ${LIMITS.seriesSteps}: take a longer interval, fewer days or fewer groups.`
    throw new ProblemError('invalid-request', detail)
  }
  return breakdown
}

type Series = NonNullable<BreakdownInput['series']> & { readonly tallies: readonly TimedTally[] }

async function readSeries(request: BreakdownRequest): Promise<Series | null> {
  const { site, query, range, now, tallies } = request
  if (query.interval === undefined) return null
  if (query.interval === 'hour') return readHours(request)
  const today = toLocalTime(now, site.timeZone).day
  const buckets = toBuckets(range.from, range.to, query.interval).map((bucket) => ({
    ...bucket,
    isWhole: bucket.isWhole && bucket.to < today,
  }))
  // Each day's step is the last that begins no later.
  const startOf = new Map<string, string>()
  for (const { from, to } of buckets) for (let day = from; day <= to; day = addDays(day, 1)) startOf.set(day, from)
  return { interval: query.interval, buckets, tallies: tallies.map((tally) => ({ ...tally, at: startOf.get(tally.at) ?? tally.at })) }
}

/** Hours come from a table of their own, which has those of the last days alone. */
async function readHours({ store, site, lane, range, selection, now }: BreakdownRequest): Promise<Series> {
  const oldest = addDays(toLocalTime(now, site.timeZone).day, 1 - LIMITS.hourDays)
  if (range.from < oldest) {
    throw new ProblemError('invalid-request', `interval: hours are kept for ${LIMITS.hourDays} days; begin on ${oldest} or later.`)
  }
  const hours = toLocalHours(range.from, range.to, site.timeZone)
  const labelOf = new Map(hours.map(({ at, label }) => [String(at), label]))
  const buckets = hours.map(({ at, label }): Bucket => ({ from: label, to: label, isWhole: at + HOUR_MS <= now }))
  const read = await store.listHours(lane, hours[0]?.at ?? 0, hours.at(-1)?.at ?? 0)
  const tallies = read.filter(selection.isOfTally).map((tally) => ({ ...tally, at: labelOf.get(tally.at) ?? tally.at }))
  return { interval: 'hour', buckets, tallies }
}

async function readOthers({
  store,
  site,
  query,
  terms,
  lane,
  range,
  selection,
  now,
}: BreakdownRequest): Promise<BreakdownInput['compare']> {
  if (query.compare === undefined) return null
  if (query.compare === 'rest') return { with: 'rest', range: null, tallies: [] }
  const days = countDays(range.from, range.to)
  const other =
    query.compare === 'year'
      ? { from: toYearBefore(range.from), to: toYearBefore(range.to) }
      : { from: addDays(range.from, -days), to: addDays(range.from, -1) }
  if (terms && !isVisible(other, terms, toLocalTime(now, site.timeZone).day)) {
    throw new ProblemError('forbidden', 'compare: this share link does not show all of the days to compare with; ask for fewer days.')
  }
  const sums = await store.sumDays(other.from, other.to, { bySegment: selection.needsSegments })
  const tallies = sums.filter((sum) => sum.lane === lane && selection.isOfTally(sum.tally)).map(({ tally }) => tally)
  return { with: query.compare, range: other, tallies }
}
