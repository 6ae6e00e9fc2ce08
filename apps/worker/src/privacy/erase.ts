import { LIMITS, ResponseId } from '@pulso/protocol'
import type { Bindings } from '../bindings.ts'
import { DeadLetterStore } from '../ingest/dead-letter-store.ts'
import { Departure } from '../months/departure.ts'
import type { SiteId } from '../sites/site-store.ts'
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
export async function eraseRespondent(bindings: Bindings, siteId: SiteId, respondent: string, now: number): Promise<number> {
  await bury(bindings, siteId, [{ key: respondent, until: now, erasedAt: now }])
  return sweep(bindings, siteId, now)
}

/** Erases one response, whether it is stored, still on its way or neither. @returns how many were deleted */
export async function eraseResponse(bindings: Bindings, siteId: SiteId, id: string, now: number): Promise<number> {
  const responses = new KeptResponsesStore(bindings.DB, siteId)
  const [row] = await responses.read([id])
  const sentId = row?.['sent_id']
  // The row of a verified respondent is that of a whole wave, in which they may answer again; what was sent may not come again.
  const isOwnId = ResponseId.safeParse(id).success
  const tombstones: Tombstone[] = [{ key: id, until: isOwnId ? FOR_EVER : now, erasedAt: now }]
  if (typeof sentId === 'string') tombstones.push({ key: sentId, until: FOR_EVER, erasedAt: now })
  await bury(bindings, siteId, tombstones)
  const departure = new Departure(bindings.DB, siteId)
  await departure.announce(row ? [row] : [])
  const removed = await responses.remove([id])
  await departure.settle()
  await removeDeadLetters(bindings, siteId, now)
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
export async function replayErasures(bindings: Bindings, siteId: SiteId, now: number): Promise<number> {
  const since = now - LIMITS.erasureDays * DAY_MS
  const tombstones = new TombstoneStore(bindings.DB, siteId)
  const known = await toLog(bindings, siteId).list(since)
  if (known.length > 0) await tombstones.add(known)
  await tombstones.removeOlderThan(since)
  return sweep(bindings, siteId, now)
}

/** Forbids the return before anything is deleted, in the log first: whatever fails after that is done by the next replay. */
async function bury(bindings: Bindings, siteId: SiteId, tombstones: Tombstone[]): Promise<void> {
  await toLog(bindings, siteId).add(tombstones)
  await new TombstoneStore(bindings.DB, siteId).add(tombstones)
}

/** Deletes what the tombstones cover that nobody has swept for yet, by one walk over the site's responses. */
async function sweep(bindings: Bindings, siteId: SiteId, now: number): Promise<number> {
  const tombstones = new TombstoneStore(bindings.DB, siteId)
  const keys = await tombstones.listUnswept()
  if (keys.length === 0) return 0
  const responses = new KeptResponsesStore(bindings.DB, siteId)
  const departure = new Departure(bindings.DB, siteId)
  const touchpoints: string[] = []
  for await (const ids of responses.findCoveredBy(keys)) {
    const rows = await responses.read(ids)
    // Each by the id that its sender knows: one that comes later, by a clock that runs ahead, is the same answer.
    const sent = rows.map((row) => String(row['sent_id'] ?? row['id']))
    const covered = sent.map((key): Tombstone => ({ key, until: FOR_EVER, erasedAt: now }))
    await bury(bindings, siteId, covered)
    await departure.announce(rows)
    touchpoints.push(...(await responses.remove(ids)))
    await tombstones.markSwept(sent)
  }
  await departure.settle()
  await removeDeadLetters(bindings, siteId, now)
  await tombstones.markSwept(keys)
  await tellRoom(bindings, siteId, touchpoints)
  return touchpoints.length
}

/** Deletes what could not be stored too, by the same order: first the ids that their senders know are forbidden. */
async function removeDeadLetters(bindings: Bindings, siteId: SiteId, now: number): Promise<void> {
  const letters = new DeadLetterStore(bindings.DB)
  const sent = await letters.findErased(siteId)
  if (sent.length === 0) return
  await bury(
    bindings,
    siteId,
    sent.map((key) => ({ key, until: FOR_EVER, erasedAt: now })),
  )
  await letters.removeErased(siteId)
  await new TombstoneStore(bindings.DB, siteId).markSwept(sent)
}

async function tellRoom({ LIVE_ROOM }: Bindings, siteId: SiteId, touchpoints: string[]): Promise<void> {
  if (touchpoints.length > 0) await LIVE_ROOM.get(LIVE_ROOM.idFromName(siteId)).publish({ touchpoints, responses: [] })
}

function toLog({ ERASURE_LOG }: Bindings, siteId: SiteId) {
  return ERASURE_LOG.get(ERASURE_LOG.idFromName(siteId))
}
