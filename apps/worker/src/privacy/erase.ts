import { LIMITS } from '@pulso/protocol'
import type { Bindings } from '../bindings.ts'
import type { Tombstone } from './erasure-log.ts'
import { KeptResponsesStore } from './kept-responses-store.ts'
import { TombstoneStore } from './tombstone-store.ts'

/** An id is erased for all times that a clock can show. */
const FOR_EVER = 8_640_000_000_000_000
const DAY_MS = 86_400_000

/**
 * Erases everything of a respondent until now. What they answer later is new.
 *
 * @returns how many responses were deleted
 */
export async function eraseRespondent(bindings: Bindings, siteId: string, respondent: string, now: number): Promise<number> {
  await bury(bindings, siteId, [{ key: respondent, until: now, erasedAt: now }])
  return sweep(bindings, siteId, now)
}

/** Erases one response, whether it is stored, still on its way or neither. @returns how many were deleted */
export async function eraseResponse(bindings: Bindings, siteId: string, id: string, now: number): Promise<number> {
  const responses = new KeptResponsesStore(bindings.DB, siteId)
  const [row] = await responses.read([id])
  const sentId = row?.['sent_id']
  // The row of a verified respondent is that of a whole wave, in which they may answer again; what was sent may not come again.
  const tombstones: Tombstone[] =
    typeof sentId === 'string'
      ? [
          { key: id, until: now, erasedAt: now },
          { key: sentId, until: FOR_EVER, erasedAt: now },
        ]
      : [{ key: id, until: FOR_EVER, erasedAt: now }]
  await bury(bindings, siteId, tombstones)
  const removed = await responses.remove([id])
  await new TombstoneStore(bindings.DB, siteId).markSwept(tombstones.map(({ key }) => key))
  await tellRoom(bindings, siteId, removed)
  return removed.length
}

/**
 * Does erasures again that the database does not know, because it was turned back,
 * or has not finished. Nothing to do is the ordinary case, and costs little.
 *
 * @returns how many responses were deleted
 */
export async function replayErasures(bindings: Bindings, siteId: string, now: number): Promise<number> {
  const since = now - LIMITS.erasureDays * DAY_MS
  const tombstones = new TombstoneStore(bindings.DB, siteId)
  const known = await toLog(bindings, siteId).list(since)
  if (known.length > 0) await tombstones.add(known)
  await tombstones.removeOlderThan(since)
  return sweep(bindings, siteId, now)
}

/** Forbids the return before anything is deleted, in the log first: whatever fails after that is done by the next replay. */
async function bury(bindings: Bindings, siteId: string, tombstones: Tombstone[]): Promise<void> {
  await toLog(bindings, siteId).add(tombstones)
  await new TombstoneStore(bindings.DB, siteId).add(tombstones)
}

/** Deletes what the tombstones cover that nobody has swept for yet, by one walk over the site's responses. */
async function sweep(bindings: Bindings, siteId: string, now: number): Promise<number> {
  const tombstones = new TombstoneStore(bindings.DB, siteId)
  const keys = await tombstones.listUnswept()
  if (keys.length === 0) return 0
  const responses = new KeptResponsesStore(bindings.DB, siteId)
  const touchpoints: string[] = []
  for await (const ids of responses.findCoveredBy(keys)) {
    // Each by the id that its sender knows: one that comes later, by a clock that runs ahead, is the same answer.
    const sent = (await responses.read(ids)).map((row) => String(row['sent_id'] ?? row['id']))
    const covered = sent.map((key): Tombstone => ({ key, until: FOR_EVER, erasedAt: now }))
    await bury(bindings, siteId, covered)
    touchpoints.push(...(await responses.remove(ids)))
    await tombstones.markSwept(sent)
  }
  await tombstones.markSwept(keys)
  await tellRoom(bindings, siteId, touchpoints)
  return touchpoints.length
}

async function tellRoom({ LIVE_ROOM }: Bindings, siteId: string, touchpoints: string[]): Promise<void> {
  if (touchpoints.length > 0) await LIVE_ROOM.get(LIVE_ROOM.idFromName(siteId)).publish({ touchpoints, responses: [] })
}

function toLog({ ERASURE_LOG }: Bindings, siteId: string) {
  return ERASURE_LOG.get(ERASURE_LOG.idFromName(siteId))
}
