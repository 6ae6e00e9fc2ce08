import { ENVIRONMENTS, type Environment, type InstallReport, LANES, type Reason, toTouchpointFinder } from '@pulso/protocol'
import { ReachStore } from '../ingest/reach-store.ts'
import { toStanding } from '../ingest/to-environment.ts'
import { addDays, toLocalTime } from '../reports/local-time.ts'
import { TallyStore } from '../reports/tally-store.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { SignStore } from './sign-store.ts'

/** Reads signs and tallies: a handful of rows, and no response. */
export async function readInstallReport(database: D1Database, site: StoredSite, now: number): Promise<InstallReport> {
  const today = toLocalTime(now, site.timeZone).day
  // Who tries it around midnight has not begun anew.
  const yesterday = addDays(today, -1)
  const tallies = new TallyStore(database, site)
  const [signs, firstDays, sums, ...reach] = await Promise.all([
    new SignStore(database, site.id).list(),
    tallies.readFirstDays(),
    tallies.sumDays(yesterday, today),
    ...ENVIRONMENTS.map((environment) => readReach(database, site, environment, yesterday, today)),
  ])
  const toArrivals = (lane: (typeof LANES)[number]) => {
    const ofLane = sums.filter((sum) => sum.lane === lane).map(({ tally }) => tally)
    return {
      firstAnsweredOn: firstDays.get(lane) ?? null,
      shown: ofLane.reduce((sum, { shown }) => sum + shown, 0),
      answered: ofLane.reduce((sum, { answered }) => sum + answered, 0),
    }
  }
  return {
    signs: signs.map(({ origin, ...sign }) =>
      origin === '' ? { ...sign, origin: null, counts: null } : { ...sign, origin, counts: toStanding(site, origin) ?? 'refused' },
    ),
    lanes: Object.fromEntries(LANES.map((lane) => [lane, toArrivals(lane)])) as InstallReport['lanes'],
    reach: Object.fromEntries(ENVIRONMENTS.map((environment, place) => [environment, reach[place]])) as InstallReport['reach'],
  }
}

async function readReach(
  database: D1Database,
  { id, touchpoints }: StoredSite,
  environment: Environment,
  from: string,
  to: string,
): Promise<InstallReport['reach'][Environment]> {
  const find = toTouchpointFinder(touchpoints)
  const heldBack: Partial<Record<Reason, number>> = {}
  const counts = { reached: 0, eligible: 0, unmapped: 0 }
  for (const { touchpoint, promptId, outcome, count } of await new ReachStore(database, id).sum(environment, from, to)) {
    if (outcome === 'reached') {
      counts.reached += count
      if (find(touchpoint, promptId) === null) counts.unmapped += count
    } else if (outcome === 'eligible') counts.eligible += count
    else if (outcome !== 'dropped') heldBack[outcome] = (heldBack[outcome] ?? 0) + count
  }
  return { ...counts, heldBack }
}
