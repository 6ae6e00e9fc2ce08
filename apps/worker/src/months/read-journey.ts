import { type Journey, toTouchpointFinder } from '@pulso/protocol'
import { type PairCounts, toJourney } from '@pulso/stats'
import * as z from 'zod'
import { addDays, countDays } from '../reports/local-time.ts'
import { ReportQuery } from '../reports/report-query.ts'
import { readReport } from '../reports/site-report.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { toMonth } from './calendar-month.ts'
import { MonthStore } from './month-store.ts'

const { days, from, to, environment, lane } = ReportQuery.shape

/** Which days and whose answers, as for the stats. Filters and comparisons are theirs: a journey is whole. */
export const JourneyQuery = z
  .strictObject({ days, from, to, environment, lane })
  .refine((query) => (query.from === undefined) === (query.to === undefined), 'give from and to together')
  .refine((query) => query.days === undefined || query.from === undefined, 'give days, or from and to')
type JourneyQuery = z.infer<typeof JourneyQuery>

/** Reads a range and the one before it, from tallies and counted months alone: never a response. */
export async function readJourney(database: D1Database, site: StoredSite, query: JourneyQuery, now: number): Promise<Journey> {
  const report = await readReport(database, site, query, now)
  const { range } = report
  const { days: _, ...rest } = query
  const before = { ...rest, from: addDays(range.from, -countDays(range.from, range.to)), to: addDays(range.from, -1) }
  const store = new MonthStore(database, site.id)
  const [first, last] = [toMonth(range.from), toMonth(range.to)]
  const [previous, pairs, counted] = await Promise.all([
    readReport(database, site, before, now),
    store.listPairs(report.lane, first, last),
    store.list(),
  ])
  const months = counted.filter(({ month, countedAt }) => countedAt > 0 && month >= first && month <= last)
  return toJourney({ report, previous, pairs: toPlacedPairs(site, pairs), months: months.map(({ month }) => month) })
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
