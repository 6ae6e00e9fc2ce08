import type { Bindings } from '../bindings.ts'
import { toDefaultLane, toRowLane } from '../respondents/to-lane.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { type ResponseRow, toStoredResponse } from './response-store.ts'

/** Tells a site's live room what has just become a row. What nobody hears is not lost: the room reads the tallies itself. */
export async function publishNews(bindings: Bindings, site: StoredSite, stored: readonly ResponseRow[]): Promise<void> {
  if (stored.length === 0) return
  const room = bindings.LIVE_ROOM.get(bindings.LIVE_ROOM.idFromName(site.id))
  await room.publish({
    touchpoints: stored.map((row) => row.touchpointKey),
    responses: stored.filter((row) => row.comment !== null && toRowLane(row) === toDefaultLane(site)).map(toStoredResponse),
  })
}
