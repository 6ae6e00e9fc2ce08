import type { Journey } from '@pulso/protocol'
import { toJourney } from '@pulso/stats'
import { addDays, countDays } from '../reports/local-time.ts'
import { type ReportQuery, readReport } from '../reports/site-report.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { toMonth } from './calendar-month.ts'
import { MonthStore } from './month-store.ts'

/** Reads a range and the one before it, from tallies and counted months alone: never a response. */
export async function readJourney(database: D1Database, site: StoredSite, query: ReportQuery, now: number): Promise<Journey> {
  const report = await readReport(database, site, query, now)
  const { from, to } = report.range
  const { days: _, ...rest } = query
  const before = { ...rest, from: addDays(from, -countDays(from, to)), to: addDays(from, -1) }
  const store = new MonthStore(database, site.id)
  const [first, last] = [toMonth(from), toMonth(to)]
  const [previous, pairs, counted] = await Promise.all([
    readReport(database, site, before, now),
    store.sumPairs(report.lane, first, last),
    store.list(),
  ])
  const months = counted.filter(({ month, countedAt }) => countedAt > 0 && month >= first && month <= last)
  return toJourney({ report, previous, pairs, months: months.map(({ month }) => month) })
}
