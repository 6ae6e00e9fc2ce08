import type { Environment, Report, Tally } from '@pulso/protocol'
import { LANES, Lane, LIMITS } from '@pulso/protocol'
import { toReport } from '@pulso/stats'
import * as z from 'zod'
import { ReachStore } from '../ingest/reach-store.ts'
import { ResponseStore } from '../ingest/response-store.ts'
import { ProblemError } from '../request/problem-error.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import { readAskRates } from '../sampling/adjust-ask-rates.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { toPublicSite } from '../sites/site-store.ts'
import { addDays, countDays, toLocalTime } from './local-time.ts'

const DAYS = `use a whole number from 1 to ${LIMITS.rangeDays}`
const Day = z.iso.date('use YYYY-MM-DD')

/** The part of a stats or live address that says what is wanted. Kept as it came, so that "the last 30 days" moves on at midnight. */
export const ReportQuery = z
  .strictObject({
    days: z.coerce
      .number(DAYS)
      .int(DAYS)
      .min(1, DAYS)
      .max(LIMITS.rangeDays, DAYS)
      .optional()
      .meta({ description: 'The last so many days; 30 when nothing is given.' }),
    from: Day.optional().meta({ description: 'The first day, in the time zone of the site. Together with `to`, instead of `days`.' }),
    to: Day.optional().meta({ description: 'The last day, included.' }),
    environment: z
      .enum(['production', 'test'])
      .default('production')
      .meta({ description: 'Test traffic is never mixed with the real one.' }),
    lane: Lane.optional().meta({
      description:
        'Whose answers. Without it: test traffic or not by `environment`, and of a site that requires it those of verified respondents.',
    }),
  })
  .refine((query) => (query.from === undefined) === (query.to === undefined), 'give from and to together')
  .refine((query) => query.days === undefined || query.from === undefined, 'give days, or from and to')
export type ReportQuery = z.infer<typeof ReportQuery>

/** Reads the tallies of a range and makes the report of them: what the stats endpoint and the live room both send. */
export async function readReport(database: D1Database, site: StoredSite, query: ReportQuery, now: number): Promise<Report> {
  const range = toRange(query, toLocalTime(now, site.timeZone).day)
  const [sums, reach, askRates] = await Promise.all([
    new ResponseStore(database, site.id).sumTallies(range.from, range.to),
    new ReachStore(database, site.id).sum(query.environment, range.from, range.to),
    readAskRates(database, site, now),
  ])
  const lane = query.lane ?? toDefaultLane(site, query.environment)
  const ofLane = (wanted: Lane) => sums.filter((sum) => sum.lane === wanted).map(({ tally }) => tally)
  const toCounts = (tallies: Tally[]) => ({
    shown: tallies.reduce((sum, tally) => sum + tally.shown, 0),
    answered: tallies.reduce((sum, tally) => sum + tally.answered, 0),
  })
  const others = LANES.filter((other) => other !== lane).map((other) => [other, toCounts(ofLane(other))] as const)
  const other: Environment = query.environment === 'production' ? 'test' : 'production'
  return toReport({
    site: toPublicSite(site),
    range,
    environment: query.environment,
    lane,
    asOf: now,
    tallies: ofLane(lane),
    quarantined: sums.flatMap(({ reason, tally }) => (reason ? [{ reason, touchpoint: tally.touchpoint, answered: tally.answered }] : [])),
    reach,
    askRates,
    otherEnvironment: { environment: other, ...toCounts(ofLane(toDefaultLane(site, other))) },
    otherLanes: Object.fromEntries(others.filter(([, { shown }]) => shown > 0)),
  })
}

function toRange(query: ReportQuery, today: string): { from: string; to: string } {
  if (query.from === undefined || query.to === undefined) return { from: addDays(today, 1 - (query.days ?? 30)), to: today }
  const days = countDays(query.from, query.to)
  if (days < 1) throw new ProblemError('invalid-request', 'from: it lies after to.')
  if (days > LIMITS.rangeDays) throw new ProblemError('invalid-request', `from: a range has at most ${LIMITS.rangeDays} days.`)
  return { from: query.from, to: query.to }
}
