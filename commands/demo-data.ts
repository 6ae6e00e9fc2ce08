import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDemoHistory } from '../examples/cafe/seed.ts'
import { CAFE_SITE_ID, toCafeSite } from '../examples/cafe/site.ts'
import type { ManagementClient } from './management-client.ts'

const SEED = 1_908
/** Six months, so that it shows over several of them who comes back. */
const DAYS = 180

/**
 * Makes sure that the café's site exists and takes answers from where the café
 * runs now; at the very first start it also gets its seeded history.
 */
export async function prepareDemo(client: ManagementClient, cafeOrigin: string, stateFolder: string): Promise<void> {
  const site = await client.findSite(CAFE_SITE_ID)
  if (!site?.origins.includes(cafeOrigin)) {
    const definition = toCafeSite(cafeOrigin)
    await client.saveSite(CAFE_SITE_ID, { ...definition, origins: [...new Set([...(site?.origins ?? []), cafeOrigin])] })
  }
  if (!existsSync(toMarker(stateFolder))) await seedDemo(client, stateFolder)
}

/** Fills in the demo history, anew: what an interrupted run left is removed first. */
export async function seedDemo(client: ManagementClient, stateFolder: string): Promise<number> {
  rmSync(toMarker(stateFolder), { force: true })
  await client.removeDemo(CAFE_SITE_ID)
  const site = await client.findSite(CAFE_SITE_ID)
  const history = createDemoHistory({ now: Date.now(), timeZone: site?.timeZone ?? 'UTC', days: DAYS, seed: SEED })
  const stored = await client.importResponses(CAFE_SITE_ID, 'demo', history)
  // The night would do it; nobody who starts a demo waits for one.
  await client.countMonths(CAFE_SITE_ID)
  keepMarker(stateFolder)
  return stored
}

/** Removes the demo history; what people answered since stays. */
export async function removeDemo(client: ManagementClient, stateFolder: string): Promise<number> {
  const removed = await client.removeDemo(CAFE_SITE_ID)
  keepMarker(stateFolder)
  return removed
}

/** Says that the question of seeding is settled, so that a restart never brings removed demo data back. */
function keepMarker(stateFolder: string): void {
  writeFileSync(toMarker(stateFolder), 'The demo history was seeded or removed; `npm run demo -- seed` makes it anew.\n')
}

function toMarker(stateFolder: string): string {
  return join(stateFolder, 'demo-settled')
}
