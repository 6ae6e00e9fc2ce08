import { Lane, LIMITS, type Retention } from '@pulso/protocol'
import { toRetention } from '@pulso/stats'
import * as z from 'zod'
import { toLocalTime } from '../reports/local-time.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { addMonths, listMonths, toMonth } from './calendar-month.ts'
import { isCountable, toFinalDay } from './count-months.ts'
import { IdentifiedAnswersStore } from './identified-answers-store.ts'
import { MonthStore } from './month-store.ts'

const MONTHS = `use a whole number from 1 to ${LIMITS.retentionMonths}`

export const RetentionQuery = z.strictObject({
  months: z.coerce
    .number(MONTHS)
    .int(MONTHS)
    .min(1, MONTHS)
    .max(LIMITS.retentionMonths, MONTHS)
    .default(12)
    .meta({ description: 'The last so many calendar months before this one.' }),
  environment: z.enum(['production', 'test']).default('production').meta({ description: 'Test traffic is never mixed with the real one.' }),
  lane: Lane.exclude(['quarantine']).optional().meta({
    description: 'Whose answers: `production` are pseudonymous respondents, `verified` those whom the site vouches for. As for the stats.',
  }),
})
export type RetentionQuery = z.infer<typeof RetentionQuery>

/** Reads what was counted of the months before this one: at most eight rows a month, whatever the volume. */
export async function readRetention(database: D1Database, site: StoredSite, query: RetentionQuery, now: number): Promise<Retention> {
  const { day: today } = toLocalTime(now, site.timeZone)
  // Nobody can have come back yet of those who are here now.
  const last = addMonths(toMonth(today), -1)
  const first = addMonths(toMonth(today), -query.months)
  const lane = query.lane ?? toDefaultLane(site, query.environment)
  const store = new MonthStore(database, site.id)
  const [rows, moves, since] = await Promise.all([
    store.list(),
    store.readMoves(lane, first, last),
    new IdentifiedAnswersStore(database, site.id).findFirstMonth(),
  ])
  const counted = rows.filter(({ month, countedAt }) => countedAt > 0 && month >= first && month <= last)
  const movesOf = Map.groupBy(moves, ({ month }) => month)
  const isMissing = (month: string) => !counted.some((row) => row.month === month) && isCountable(month, site, rows, today)
  return toRetention({
    environment: query.environment,
    lane,
    asOf: now,
    months: counted.map(({ month, countedTo, sampled }) => ({
      month,
      countedTo,
      sampled,
      isComplete: countedTo > toFinalDay(month),
      moves: movesOf.get(month) ?? [],
    })),
    pending: since === null ? [] : listMonths(first, last).filter((month) => month >= since && isMissing(month)),
  })
}
