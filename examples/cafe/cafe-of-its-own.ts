import { randomUUID } from 'node:crypto'
import type { Site } from '@pulso/protocol'
import { test as base, createSite, importHistory } from '../product.ts'
import { PULSO_URL } from '../product-address.ts'
import { createDemoHistory } from './seed.ts'
import { serveCafe } from './serve.ts'
import { CAFE_TIME_ZONE, toCafeSite } from './site.ts'

/** A week of history is one import, and enough for scores to stand on. */
const DAYS_OF_HISTORY = 7

/** The café as `npm start` makes it, but for one test alone: its own origin, its own site, its own answers. */
export interface CafeOfItsOwn {
  url: string
  site: Site
}

/** The suite's `test`, with a café that no other test visits. */
export const test = base.extend<{ cafe: CafeOfItsOwn }>({
  cafe: async ({ browserName: _ }, use) => {
    const siteKey = `pk_${randomUUID().replaceAll('-', '')}`
    const server = await serveCafe({ port: 0, pulsoOrigin: PULSO_URL, siteKey })
    const site = await createSite({ ...toCafeSite(server.url), siteKey })
    await importHistory(site, createDemoHistory({ now: Date.now(), timeZone: CAFE_TIME_ZONE, days: DAYS_OF_HISTORY, seed: 1 }))
    await use({ url: server.url, site })
    await server.close()
  },
})
