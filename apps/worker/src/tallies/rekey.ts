import type { Bindings } from '../bindings.ts'
import { toCountedSegment } from '../ingest/to-counted-segment.ts'
import { MonthStore } from '../months/month-store.ts'
import { toLocalTime } from '../reports/local-time.ts'
import { SiteStore, type StoredSite } from '../sites/site-store.ts'
import { type KeyedRow, type NewKeys, RekeyStore } from './rekey-store.ts'

/** Windows in one invocation: six statements each, of the thousand that D1 allows. */
const STEPS_AT_ONCE = 150
/** Windows of all sites together in one night: stops moving from using up the statements that counting months (some five hundred) and the rest of the night need. */
export const STEPS_PER_NIGHT = 50
/** Between two of them: whoever waits for the database goes first. Without it workerd on one machine answers nobody until the walk is over. */
const PAUSE_MS = 20

/** Where a response counts by the definition of today. What was stored before `segment_sent` was kept is only known as it counted. */
function toKeys({ timeZone, segments }: Pick<StoredSite, 'timeZone' | 'segments'>, row: KeyedRow): NewKeys {
  const named = row.segmentSent ?? (row.segment === '' ? undefined : row.segment)
  const segment = toCountedSegment(named, segments)
  return {
    id: row.id,
    ...toLocalTime(row.occurredAt, timeZone),
    segment,
    segmentSent: named === undefined || named === segment ? null : named,
  }
}

/** Not the definition that the caller has: a night lists its sites once, and any of them may be saved before its turn comes. */
async function readKeys(database: D1Database, id: string): Promise<(row: KeyedRow) => NewKeys> {
  const site = await new SiteStore(database).find(id)
  return (row) => toKeys(site, row)
}

/** Moves one window of responses. @returns how many, and whether everything is where it counts; null when there was nothing to do */
export async function rekeyStep(database: D1Database, site: StoredSite): Promise<{ moved: number; isOver: boolean } | null> {
  const step = await new RekeyStore(database, site).step(() => readKeys(database, site.id))
  // Other days can be in other months.
  if (step && step.moved > 0) await new MonthStore(database, site.id).recount()
  return step && { moved: step.moved, isOver: step.walksLeft === 0 }
}

/**
 * Walks over the responses of a site whose definition has changed where they count,
 * as far as one invocation may. The rest is done by the next night, or by
 * `npm run tallies -- rebuild`; reports meanwhile show what has been moved so far.
 *
 * @param isNight the last walk may be done too
 * @returns how many windows it walked over
 */
export async function rekey({ DB, LIVE_ROOM }: Bindings, site: StoredSite, isNight: boolean, mostSteps = STEPS_AT_ONCE): Promise<number> {
  const store = new RekeyStore(DB, site)
  let moved = 0
  let steps = 0
  try {
    while (steps < mostSteps) {
      const step = await store.step(() => readKeys(DB, site.id), !isNight)
      if (!step) break
      steps += 1
      moved += step.moved
      if (step.isWalkOver) break
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  } catch (error) {
    // The walk goes on from where it is, by night.
    console.warn(JSON.stringify({ event: 'rekey-broken-off', site: site.id, reason: String(error) }))
  }
  if (moved === 0) return steps
  await new MonthStore(DB, site.id).recount()
  const touchpoints = site.touchpoints.map(({ key }) => key)
  await LIVE_ROOM.get(LIVE_ROOM.idFromName(site.id)).publish({ touchpoints, responses: [] })
  return steps
}
