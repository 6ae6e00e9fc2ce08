import type { Bindings } from '../bindings.ts'
import { toMonth } from '../months/calendar-month.ts'
import { countMonths } from '../months/count-months.ts'
import { MonthStore } from '../months/month-store.ts'
import { toLocalTime } from '../reports/local-time.ts'
import { adjustAskRates } from '../sampling/adjust-ask-rates.ts'
import { SiteStore, type StoredSite } from '../sites/site-store.ts'
import { removeAbandonedRecounts } from '../tallies/recount-store.ts'
import { rekey, STEPS_PER_NIGHT } from '../tallies/rekey.ts'
import { replayErasures } from './erase.ts'
import { KeptResponsesStore } from './kept-responses-store.ts'

const DAY_MS = 86_400_000

/**
 * Every night, for every site: what was erased stays erased, months are counted
 * while all of their answers are there, what is too old goes, as many are asked as
 * the wished margins take, and what a changed definition counts elsewhere moves on.
 * A site that fails does not keep the others, nor does one that has much to move:
 * that comes last, in so many steps for all of them.
 */
export async function keepHouse(bindings: Bindings, now: number, mostSteps = STEPS_PER_NIGHT): Promise<void> {
  await removeAbandonedRecounts(bindings.DB, now - DAY_MS)
  const sites = await new SiteStore(bindings.DB).list()
  await forEachSite(sites, (site) => replayErasures(bindings, site.id, now))
  await countMonths(bindings.DB, sites, now)
  await forEachSite(sites, async (site) => {
    await retireOldResponses(bindings.DB, site, now)
    await adjustAskRates(bindings.DB, site, now)
  })
  let stepsLeft = mostSteps
  await forEachSite(sites, async (site) => {
    if (stepsLeft > 0) stepsLeft -= await rekey(bindings, site, true, stepsLeft)
  })
}

async function forEachSite(sites: readonly StoredSite[], act: (site: StoredSite) => Promise<unknown>): Promise<void> {
  for (const site of sites) {
    try {
      await act(site)
    } catch (error) {
      console.error(JSON.stringify({ event: 'house-not-kept', site: site.id, reason: String(error) }))
    }
  }
}

/** Deletes answers past the site's retention; their tallies stay. @returns how many */
async function retireOldResponses(database: D1Database, { id, retentionDays, timeZone }: StoredSite, now: number): Promise<number> {
  if (retentionDays === undefined) return 0
  const responses = new KeptResponsesStore(database, id)
  const time = now - retentionDays * DAY_MS
  await new MonthStore(database, id).close(toMonth(toLocalTime(time, timeZone).day))
  let retired = 0
  for await (const ids of responses.findOlderThan(time)) retired += await responses.retire(ids)
  return retired
}
