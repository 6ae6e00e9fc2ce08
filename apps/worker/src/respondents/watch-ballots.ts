import type { Bindings } from '../bindings.ts'
import { type ResponseRow, ResponseStore } from '../ingest/response-store.ts'
import { toNetwork } from '../request/to-network.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { toRowLane } from './to-lane.ts'

/** The network that a request came from; null when it is this machine's own, or unknown: then nothing is held against it. */
export function findNetwork(request: Request): string | null {
  return toNetwork(request.headers.get('CF-Connecting-IP') ?? undefined)
}

/**
 * Counts what was just stored, after its sender has been answered, and puts it and
 * what came before it from the same network into quarantine once that is too much.
 * Verified respondents are not counted: each has one answer, wherever they are.
 */
export async function watchBallots(
  bindings: Bindings,
  site: StoredSite,
  stored: readonly ResponseRow[],
  network: string | null,
): Promise<void> {
  const limit = site.networkAnswersPerHour
  if (network === null || limit === 0) return
  const counted = stored.filter((row) => toRowLane(row) === 'production' && (row.state === 'answered' || row.state === 'completed'))
  if (counted.length === 0) return
  try {
    const watch = bindings.BALLOT_WATCH.get(bindings.BALLOT_WATCH.idFromName(site.id))
    const stuffed = await watch.count(
      counted.map(({ id, promptId }) => ({ id, promptId, network })),
      limit,
    )
    if (stuffed.length === 0) return
    const touchpoints = await new ResponseStore(bindings.DB, site.id).quarantine(stuffed)
    if (touchpoints.length > 0) await bindings.LIVE_ROOM.get(bindings.LIVE_ROOM.idFromName(site.id)).publish({ touchpoints, responses: [] })
  } catch (error) {
    // The answers are stored and count; a team can still put them aside by hand.
    console.warn(JSON.stringify({ event: 'ballots-not-watched', site: site.id, reason: String(error) }))
  }
}
