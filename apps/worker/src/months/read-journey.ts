import { type Journey, type ShareTerms, toTouchpointFinder } from '@pulso/protocol'
import { type PairCounts, toJourney } from '@pulso/stats'
import * as z from 'zod'
import { addDays, countDays, type Days, toLocalTime } from '../reports/local-time.ts'
import { ReportQuery } from '../reports/report-query.ts'
import { readReport } from '../reports/site-report.ts'
import { isVisible, toSharedPart } from '../sharing/share-terms.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { toFirstDay, toLastDay, toMonth } from './calendar-month.ts'
import { MonthStore } from './month-store.ts'

const { days, from, to, environment, lane } = ReportQuery.shape

/** Which days and whose answers, as for the stats. Filters and comparisons are theirs: a journey is whole. */
export const JourneyQuery = z
  .strictObject({ days, from, to, environment, lane })
  .refine((query) => (query.from === undefined) === (query.to === undefined), 'give from and to together')
  .refine((query) => query.days === undefined || query.from === undefined, 'give days, or from and to')
type JourneyQuery = z.infer<typeof JourneyQuery>

/**
 * Reads a range and the one before it, from tallies and counted months alone: never a response.
 *
 * A share link sees the one before only if it shows all of those days; and whose minds
 * go together only if it leaves nobody out, since those people answered at other
 * touchpoints too, and by whole months.
 *
 * @param terms of the share link that asks; null for everybody else
 */
export async function readJourney(
  database: D1Database,
  site: StoredSite,
  query: JourneyQuery,
  now: number,
  terms: ShareTerms | null = null,
): Promise<Journey> {
  const report = await readReport(database, site, query, now, terms)
  const today = toLocalTime(now, site.timeZone).day
  const isShown = (days: Days) => terms === null || isVisible(days, terms, today)
  const { range } = report
  const { days: _, ...rest } = query
  const before = { ...rest, from: addDays(range.from, -countDays(range.from, range.to)), to: addDays(range.from, -1) }
  const store = new MonthStore(database, site.id)
  const [first, last] = [toMonth(range.from), toMonth(range.to)]
  const [previous, pairs, counted] = await Promise.all([
    isShown(before)
      ? readReport(database, site, before, now, terms)
      : { ...report, range: { from: before.from, to: before.to }, stages: [] },
    terms && toSharedPart(site, terms).isFiltered ? [] : store.listPairs(report.lane, first, last),
    store.list(),
  ])
  const months = counted.filter(({ month, countedAt }) => countedAt > 0 && month >= first && month <= last).map(({ month }) => month)
  const isWhole = months.every((month) => isShown({ from: toFirstDay(month), to: toLastDay(month) }))
  return toJourney({ report, previous, pairs: isWhole ? toPlacedPairs(site, pairs) : [], months: isWhole ? months : [] })
}

/** Each at the touchpoint that it belongs to on the journey of today, months and prompts of one kind and scale added up. */
function toPlacedPairs(site: StoredSite, pairs: Awaited<ReturnType<MonthStore['listPairs']>>): PairCounts[] {
  const find = toTouchpointFinder(site.touchpoints)
  const placed = pairs.map(({ promptId, ...pair }) => ({ ...pair, touchpoint: find(pair.touchpoint, promptId) ?? pair.touchpoint }))
  return [...Map.groupBy(placed, ({ touchpoint, kind, scaleMax }) => `${touchpoint} ${kind} ${scaleMax}`).values()].flatMap((alike) => {
    const [one] = alike
    const cell = (row: number, column: number) => alike.reduce((sum, { counts }) => sum + (counts[row]?.[column] ?? 0), 0)
    return one ? { ...one, counts: [0, 1, 2].map((row) => [0, 1, 2].map((column) => cell(row, column))) } : []
  })
}
