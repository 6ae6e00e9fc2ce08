import { createHash } from 'node:crypto'
import { PATHS } from '@pulso/protocol'
import { createSeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from './make-response.ts'
import type { Product } from './product.ts'
import type { TortureRow } from './row.ts'

/** What every request carries that must leave no trace. Addresses are from the blocks that RFC 5737 and RFC 3849 keep for examples. */
const CANARIES = {
  ip: '203.0.113.77',
  ipv6: '2001:db8:7077:abcd:1234:5678:9abc:def0',
  cookie: 'canary-cookie-5f1e77',
  query: 'canary-query-5f1e77',
  referer: 'canary-referer-5f1e77',
  agent: 'canary-agent-5f1e77',
  fragment: 'canary-authorization-5f1e77',
}
/** A text that is meant to be stored: if it is not found, looking proves nothing. */
const MARKER = 'meant to be stored 5f1e77'
const ROUNDS = { full: 200, quick: 5 }

/** A known address, cookie and query string through every path there is, well and badly asked for, and then a look into every file. */
export const canaryRow: TortureRow = {
  name: 'canary',
  promise: 'canary',
  goal: 'a known IP, cookie and query string through every path: 0 hits in database and logs',
  async run({ seed, isQuick, stage }) {
    const random = createSeededRandom(seed)
    const product = await stage.product()
    const site = await product.createSite()
    const paths = await listPaths(product, site.id, site.siteKey)
    let requests = 0
    for (let round = 0; round < (isQuick ? ROUNDS.quick : ROUNDS.full); round++) {
      const responses = [{ ...makeResponse(random), state: 'completed', score: 1, answeredAt: Date.now(), comment: MARKER }]
      const bodies = [JSON.stringify({ siteKey: site.siteKey, sentAt: Date.now(), responses }), '{"siteKey":', '[]', '']
      const headers = toHeaders(round % 2 === 0 ? CANARIES.ip : CANARIES.ipv6)
      for (const path of paths) {
        for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
          const authorization = random.below(2) === 0 ? `Bearer ${product.adminToken}` : `Bearer ${CANARIES.fragment}`
          // What the operator may do is done by reading alone: this row is about traces, not about what a DELETE does.
          const token = method === 'GET' ? authorization : `Bearer ${CANARIES.fragment}`
          const body = ['POST', 'PUT', 'PATCH'].includes(method)
            ? (bodies[path === PATHS.responses ? round % 4 : 1 + (round % 3)] ?? '')
            : null
          const answer = await fetch(`${product.origin}${path}?q=${CANARIES.query}`, {
            method,
            headers: { ...headers, authorization: token },
            body,
          })
          await answer.arrayBuffer()
          requests++
        }
      }
    }
    const printed = await product.stop()
    const hashes = Object.values(CANARIES).flatMap((canary) =>
      // A plain hash of an address is the address: there are only so many.
      ['sha256', 'sha1', 'md5'].map((algorithm) => createHash(algorithm).update(canary).digest('hex')),
    )
    const wanted = [...Object.values(CANARIES), ...hashes]
    const hits = [...product.findTraces(wanted), ...wanted.filter((text) => printed.includes(text)).map((text) => `${text} in the log`)]
    const isLooking = product.findTraces([MARKER]).length > 0
    return {
      measured: `${hits.length} hits after ${requests} requests`,
      isMet: hits.length === 0 && isLooking,
      detail: {
        paths: paths.length,
        'found what was meant to be stored': String(isLooking),
        ...(hits.length > 0 && { hits: hits.join(', ') }),
      },
    }
  },
}

function toHeaders(address: string): Record<string, string> {
  return {
    'cf-connecting-ip': address,
    'x-forwarded-for': address,
    'x-real-ip': address,
    cookie: `session=${CANARIES.cookie}; pulso_session=${CANARIES.cookie}`,
    referer: `https://shop.example/?${CANARIES.referer}`,
    'user-agent': CANARIES.agent,
  }
}

/** Every path of the contract, if the product serves one, and those that it always had. */
async function listPaths(product: Product, site: string, siteKey: string): Promise<string[]> {
  const known = [
    PATHS.responses,
    PATHS.siteScript(siteKey),
    PATHS.sitePrompts(siteKey),
    PATHS.wording(siteKey, 'en'),
    PATHS.sites,
    PATHS.site(site),
    PATHS.stats(site),
    PATHS.siteResponses(site),
    PATHS.siteImport(site),
    PATHS.live(site),
    PATHS.signInLinks,
    PATHS.session,
    PATHS.health,
    '/',
    '/v1/nowhere',
  ]
  const contract = await fetch(`${product.origin}/openapi.json`)
  if (!contract.headers.get('content-type')?.includes('json')) return known
  const { paths } = (await contract.json()) as { paths: Record<string, unknown> }
  const filled = Object.keys(paths).map((path) =>
    path
      .replace('{site}', site)
      .replace('{siteKey}', siteKey)
      .replace(/\{\w+\}/g, 'en'),
  )
  return [...new Set([...known, ...filled])]
}
