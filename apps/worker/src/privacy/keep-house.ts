import type { Bindings } from '../bindings.ts'
import { adjustAskRates } from '../sampling/adjust-ask-rates.ts'
import { SiteStore, type StoredSite } from '../sites/site-store.ts'
import { replayErasures } from './erase.ts'
import { KeptResponsesStore } from './kept-responses-store.ts'

const DAY_MS = 86_400_000

/** Every night, for every site: what was erased stays erased, what is too old goes, and as many are asked as the wished margins take. A site that fails does not keep the others. */
export async function keepHouse(bindings: Bindings, now: number): Promise<void> {
  for (const site of await new SiteStore(bindings.DB).list()) {
    try {
      await replayErasures(bindings, site.id, now)
      await retireOldResponses(bindings.DB, site, now)
      await adjustAskRates(bindings.DB, site, now)
    } catch (error) {
      console.error(JSON.stringify({ event: 'house-not-kept', site: site.id, reason: String(error) }))
    }
  }
}

/** Deletes answers past the site's retention; their tallies stay. @returns how many */
async function retireOldResponses(database: D1Database, { id, retentionDays }: StoredSite, now: number): Promise<number> {
  if (retentionDays === undefined) return 0
  const responses = new KeptResponsesStore(database, id)
  let retired = 0
  for await (const ids of responses.findOlderThan(now - retentionDays * DAY_MS)) retired += await responses.retire(ids)
  return retired
}
