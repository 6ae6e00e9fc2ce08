import type { Environment, Lane, Report, ShareTerms, Tally } from '@pulso/protocol'
import { LANES, LIMITS, toTouchpointFinder } from '@pulso/protocol'
import { toReport } from '@pulso/stats'
import { ReachStore } from '../ingest/reach-store.ts'
import { ProblemError } from '../request/problem-error.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import { readAskRates } from '../sampling/adjust-ask-rates.ts'
import { isSharedOutcome, toSharedDays, toSharedSite, toVisibleDays } from '../sharing/share-terms.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { toPublicSite } from '../sites/site-store.ts'
import { addDays, countDays, type Days, toLocalTime } from './local-time.ts'
import { readBreakdown } from './read-breakdown.ts'
import type { ReportQuery } from './report-query.ts'
import { toSelection } from './select-tallies.ts'
import { TallyStore } from './tally-store.ts'

/** Nothing of what was asked for is what a link shows. */
const NONE = { shown: 0, answered: 0 }

/**
 * Reads the tallies of a range and makes the report of them: what the stats endpoint and the live room both send.
 *
 * @param terms of the share link that asks; null for everybody else
 */
export async function readReport(
  database: D1Database,
  site: StoredSite,
  query: ReportQuery,
  now: number,
  terms: ShareTerms | null = null,
): Promise<Report> {
  const today = toLocalTime(now, site.timeZone).day
  const isOpen = query.from === undefined && query.days === undefined
  const range = terms && isOpen ? toSharedDays(terms, today) : toShownRange(toRange(query, today), terms, today)
  const selection = toSelection(site, query, terms)
  const isBrokenDown = (query.by ?? query.interval ?? query.compare) !== undefined
  const lane = query.lane ?? toDefaultLane(site, query.environment)
  const find = toTouchpointFinder(site.touchpoints)
  const store = new TallyStore(database, site)
  const [all, reach, askRates] = await Promise.all([
    store.sumDays(range.from, range.to, {
      byDay: isBrokenDown && query.interval !== undefined,
      bySegment: selection.needsSegments,
    }),
    selection.isNarrow ? [] : new ReachStore(database, site.id).sum(query.environment, range.from, range.to),
    terms ? [] : readAskRates(database, site, now),
  ])
  const sums = all.filter(({ tally }) => selection.isOfTally(tally))
  const ofLane = (wanted: Lane) => sums.filter((sum) => sum.lane === wanted).map(({ tally }) => tally)
  const toCounts = (tallies: Tally[]) => ({
    shown: tallies.reduce((sum, tally) => sum + tally.shown, 0),
    answered: tallies.reduce((sum, tally) => sum + tally.answered, 0),
  })
  const others = LANES.filter((other) => other !== lane).map((other) => [other, toCounts(ofLane(other))] as const)
  const other: Environment = query.environment === 'production' ? 'test' : 'production'
  const shownSite = terms ? toSharedSite(toPublicSite(site), terms) : toPublicSite(site)
  const report = toReport({
    site: shownSite,
    range,
    environment: query.environment,
    lane,
    asOf: now,
    tallies: ofLane(lane),
    quarantined: (terms ? [] : sums).flatMap(({ reason, tally }) =>
      reason ? [{ reason, touchpoint: tally.touchpoint, answered: tally.answered }] : [],
    ),
    reach: reach
      .map((one) => ({ ...one, touchpoint: find(one.touchpoint, one.promptId) ?? one.touchpoint }))
      .filter(({ touchpoint, outcome }) => selection.isOfTouchpoint(touchpoint) && (terms === null || isSharedOutcome(outcome))),
    askRates,
    otherEnvironment: { environment: other, ...(terms ? NONE : toCounts(ofLane(toDefaultLane(site, other)))) },
    otherLanes: Object.fromEntries(others.filter(([, { shown }]) => shown > 0 && terms === null)),
  })
  if (!isBrokenDown) return report
  const breakdown = await readBreakdown({ store, site, shownSite, terms, query, lane, range, selection, tallies: ofLane(lane), now })
  return { ...report, breakdown }
}

/** @throws ProblemError `forbidden` when a share link shows none of these days */
function toShownRange(range: Days, terms: ShareTerms | null, today: string): Days {
  if (terms === null) return range
  const shown = toVisibleDays(range, terms, today)
  if (shown === null) throw new ProblemError('forbidden', 'This share link shows other days: leave out days, from and to for all of them.')
  return shown
}

function toRange(query: ReportQuery, today: string): Days {
  if (query.from === undefined || query.to === undefined) return { from: addDays(today, 1 - (query.days ?? 30)), to: today }
  const days = countDays(query.from, query.to)
  if (days < 1) throw new ProblemError('invalid-request', 'from: it lies after to.')
  if (days > LIMITS.rangeDays) throw new ProblemError('invalid-request', `from: a range has at most ${LIMITS.rangeDays} days.`)
  return { from: query.from, to: query.to }
}
