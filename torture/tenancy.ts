import type { Response as PulsoResponse, Site } from '@pulso/protocol'
import { createSeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from './make-response.ts'
import { PLAIN_SITE } from './product.ts'
import { importOfWorker, readContract } from './read-contract.ts'
import type { TortureRow } from './row.ts'
import { sendBatch } from './send-batch.ts'

const FOREIGN_SITES = { full: 5, quick: 1 }

/** What apps/worker/test/tenancy.ts does, whatever the connection. */
interface TenancyModule {
  runTenancy(options: {
    call(path: string, init?: RequestInit): Promise<Response>
    origin: string
    operator: Record<string, string>
    document: unknown
    definition: typeof PLAIN_SITE
    storeComment(site: Site, comment: string): Promise<void>
    foreignSites: number
    name: string
  }): Promise<{ requests: number; routes: string[]; siteRoutes: string[]; leaks: string[] }>
}

/** Everybody who may not, at every route that there is, at sites of others: the routes are read from the contract, which a test holds to the router. */
export const tenancyRow: TortureRow = {
  name: 'tenancy',
  promise: 'tenancy',
  goal: 'every route × foreign token × foreign ids: 0 leaks, 100 % of routes',
  isGentle: true,
  async run({ seed, isQuick, stage }) {
    const random = createSeededRandom(seed)
    const product = await stage.product()
    const { document } = await readContract(product)
    const { runTenancy } = (await importOfWorker('test/tenancy.ts')) as TenancyModule
    let networks = 0
    const report = await runTenancy({
      // Each from a network of its own, so that who guesses is not told to wait but refused.
      call: (path, init) => {
        networks++
        const headers = new Headers(init?.headers)
        headers.set('cf-connecting-ip', `10.${networks >> 16}.${(networks >> 8) & 255}.${networks & 255}`)
        return fetch(`${product.origin}${path}`, { ...init, headers })
      },
      origin: product.origin,
      operator: { authorization: `Bearer ${product.adminToken}` },
      document,
      definition: PLAIN_SITE,
      storeComment: async (site, comment) => {
        const response: PulsoResponse = { ...makeResponse(random), state: 'completed', score: 1, answeredAt: Date.now(), comment }
        await sendBatch(product.origin, site, [response])
      },
      foreignSites: isQuick ? FOREIGN_SITES.quick : FOREIGN_SITES.full,
      name: `tenancy-${seed}`,
    })
    const documented = Object.values(document.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0)
    return {
      measured: `${report.leaks.length} leaks, ${report.routes.length} of ${documented} routes`,
      isMet: report.leaks.length === 0 && report.routes.length === documented,
      detail: {
        requests: report.requests,
        'routes of a site': report.siteRoutes.length,
        ...(report.leaks[0] && { 'first leak': report.leaks[0] }),
      },
    }
  },
}
