import { LIMITS, toTouchpointFinder } from '@pulso/protocol'
import { RespondentSample, toMonthCounts } from '@pulso/stats'
import { addDays, toLocalTime } from '../reports/local-time.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { addMonths, listMonths, toFirstDay, toLastDay, toMonth } from './calendar-month.ts'
import { IdentifiedAnswersStore } from './identified-answers-store.ts'
import { type CountedRow, MonthStore } from './month-store.ts'

interface Due {
  site: StoredSite
  month: string
  /** When it was counted last; 0: never. */
  countedAt: number
}

/** How much is counted at once. */
interface Bounds {
  /** Rows after which no further month begins. */
  mostRows: number
  /** Months of which a count began after this time, in milliseconds since 1970, are left alone. */
  unlessSince: number
}

/** Whatever requests have begun: a night may be the last before answers are deleted for their age. */
const A_NIGHT: Bounds = { mostRows: LIMITS.comparedRowsPerNight, unlessSince: Number.MAX_SAFE_INTEGER }

/**
 * Counts what respondents did over each month that is not final yet, of every
 * site, for as many rows as its bounds allow: never counted months first, the
 * newest of them before the others, then those counted longest ago. So whatever
 * is left over comes first the next night. A site or month that fails does not keep
 * the others.
 *
 * @returns the months that were counted, in that order
 */
export async function countMonths(
  database: D1Database,
  sites: readonly StoredSite[],
  now: number,
  { mostRows, unlessSince }: Bounds = A_NIGHT,
): Promise<string[]> {
  const due: Due[] = []
  for (const site of sites) {
    try {
      due.push(...(await listDue(database, site, now)))
    } catch (error) {
      console.error(JSON.stringify({ event: 'months-not-listed', site: site.id, reason: String(error) }))
    }
  }
  due.sort((left, right) => left.countedAt - right.countedAt || right.month.localeCompare(left.month))
  const counted: string[] = []
  let rows = 0
  for (const { site, month } of due) {
    // Looked at before a month, not within it: the largest one is counted too, alone in its night.
    if (rows >= mostRows) break
    try {
      const looked = await countMonth(database, site, month, now, unlessSince)
      rows += looked.rows
      if (looked.isCounted) counted.push(month)
    } catch (error) {
      console.error(JSON.stringify({ event: 'month-not-counted', site: site.id, month, reason: String(error) }))
    }
  }
  return counted
}

/** Until which day answers of a month's next month can still arrive: after it, a count is final. */
export function toFinalDay(month: string): string {
  return addDays(toLastDay(addMonths(month, 1)), LIMITS.lateDays)
}

/** Whether all answers of a month are still there to be counted: none has been deleted for its age. */
export function isCountable(
  month: string,
  { retentionDays }: Pick<StoredSite, 'retentionDays'>,
  counted: readonly CountedRow[],
  today: string,
): boolean {
  if (counted.some((row) => row.isClosed && row.month >= month)) return false
  // On the night itself the count comes first, and closes the month.
  return retentionDays === undefined || addDays(toFirstDay(month), retentionDays) >= today
}

async function listDue(database: D1Database, site: StoredSite, now: number): Promise<Due[]> {
  const first = await new IdentifiedAnswersStore(database, site.id).findFirstMonth()
  const { day: today } = toLocalTime(now, site.timeZone)
  const counted = await new MonthStore(database, site.id).list()
  const oldest = addMonths(toMonth(today), -LIMITS.retentionMonths)
  // Older ones are due when they have been counted once, and something has happened to them since.
  const older = counted.map(({ month }) => month).filter((month) => month < oldest)
  return [...older, ...listMonths(oldest, toMonth(today))].flatMap((month) => {
    const row = counted.find((one) => one.month === month)
    // What was counted of a month that has no answers any more is counted again too.
    if ((first === null || month < first) && !row) return []
    const isFinal = row !== undefined && row.countedTo > toFinalDay(month)
    return isFinal || !isCountable(month, site, counted, today) ? [] : { site, month, countedAt: row?.countedAt ?? 0 }
  })
}

/** @returns how many rows were looked at, and whether nothing has happened to them meanwhile, so that what was counted is kept */
async function countMonth(
  database: D1Database,
  site: StoredSite,
  month: string,
  now: number,
  unlessSince: number,
): Promise<{ rows: number; isCounted: boolean }> {
  const store = new MonthStore(database, site.id)
  const stamp = await store.begin(month, now, unlessSince)
  if (stamp === null) return { rows: 0, isCounted: false }
  const sample = new RespondentSample(LIMITS.comparedRespondents, toTouchpointFinder(site.touchpoints))
  let seen = 0
  for await (const { answers, rows } of new IdentifiedAnswersStore(database, site.id).read(month, now, () => sample.share)) {
    seen += rows
    for (const answer of answers) sample.add(answer)
  }
  const counts = toMonthCounts(sample.people, month, addMonths(month, 1))
  const countedTo = toLocalTime(now, site.timeZone).day
  const isCounted = await store.replace({ month, countedTo, countedAt: now, sampled: sample.share }, counts, stamp)
  return { rows: seen, isCounted }
}
