import type { Bindings } from '../bindings.ts'
import { type ResponseRow, toStoredResponse } from './response-store.ts'
import type { StoreOutcome } from './store-or-spill.ts'

/** Tells a site's live room what has just become a row. What nobody hears is not lost: the room reads the tallies itself. */
export async function publishNews(
  bindings: Bindings,
  siteId: string,
  rows: readonly ResponseRow[],
  outcomes: readonly StoreOutcome[],
): Promise<void> {
  const stored = rows.filter((_, index) => outcomes[index] === 'stored')
  if (stored.length === 0) return
  const room = bindings.LIVE_ROOM.get(bindings.LIVE_ROOM.idFromName(siteId))
  await room.publish({
    touchpoints: stored.map((row) => row.touchpointKey),
    responses: stored.filter((row) => row.comment !== null && row.environment === 'production').map(toStoredResponse),
  })
}
