import { type AskRate, toTouchpointFinder, toTouchpointHeirs } from '@pulso/protocol'
import { FORECAST_DAYS, MARGIN_DAYS, toAskRates } from '@pulso/stats'
import { readDayScores } from '../alerts/read-day-scores.ts'
import { addDays, toLocalTime } from '../reports/local-time.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { AskRateStore } from './ask-rate-store.ts'

/** Rates that were not recomputed for so many days are none: everybody is asked, as before anybody wished for a margin. */
const STALE_DAYS = 3
const HALF_DAY_MS = 43_200_000

/** Every night: which share of visitors each touchpoint with a wished margin asks from today on. Reads four weeks of day tallies, and nothing of a site without such a wish. */
export async function adjustAskRates(database: D1Database, site: StoredSite, now: number): Promise<void> {
  if (!hasTargets(site)) return
  const today = toLocalTime(now, site.timeZone).day
  const store = new AskRateStore(database, site.id)
  const from = addDays(today, -MARGIN_DAYS)
  const recentDays = Array.from({ length: FORECAST_DAYS }, (_, index) => addDays(today, index - FORECAST_DAYS))
  const [rows, asked] = await Promise.all([
    readDayScores(database, site, toDefaultLane(site), from, addDays(today, -1)),
    store.listAsked(recentDays[0] ?? today),
  ])
  const askedToday = recentDays.flatMap((day) =>
    toToday(
      asked.filter((one) => one.day === day),
      site,
      (one) => one.asked,
    ),
  )
  // Where it is evening when this runs, the rates are those of the day that comes.
  const day = toLocalTime(now + HALF_DAY_MS, site.timeZone).day
  await store.replace(day, toAskRates(site, { rows, recentDays, asked: askedToday }), from)
}

/** The rates that hold now: what the site script carries and the stats explain. Rates of touchpoints whose wish is gone are gone with it. */
export async function readAskRates(database: D1Database, site: StoredSite, now: number): Promise<AskRate[]> {
  if (!hasTargets(site)) return []
  const since = addDays(toLocalTime(now, site.timeZone).day, -STALE_DAYS)
  const rates = await new AskRateStore(database, site.id).readNewest(since)
  return toToday(rates, site, ({ rate }) => rate).filter(({ touchpoint }) =>
    site.touchpoints.some(({ key, targetMargin }) => key === touchpoint && targetMargin !== undefined),
  )
}

/**
 * Rows of one day at the touchpoints of today, as the tallies beside them are: of
 * several that became one the row that asks most, and for each part of what was
 * split the row of the whole, until it has its own.
 */
function toToday<Row extends { touchpoint: string }>(
  rows: readonly Row[],
  { touchpoints }: StoredSite,
  toShare: (row: Row) => number,
): Row[] {
  const find = toTouchpointFinder(touchpoints)
  return touchpoints.flatMap((touchpoint) => {
    const own = rows.filter((row) => find(row.touchpoint) === touchpoint.key)
    const there = own.length > 0 ? own : rows.filter((row) => toTouchpointHeirs([touchpoint], row.touchpoint).length > 0)
    const [first, ...others] = there
    return first
      ? [{ ...others.reduce((most, row) => (toShare(row) > toShare(most) ? row : most), first), touchpoint: touchpoint.key }]
      : []
  })
}

function hasTargets(site: StoredSite): boolean {
  return site.touchpoints.some(({ targetMargin }) => targetMargin !== undefined)
}
