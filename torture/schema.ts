import { createSeededRandom, type SeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from './make-response.ts'
import { makeValue } from './make-value.ts'
import { PLAIN_SITE, type Product } from './product.ts'
import { readContract } from './read-contract.ts'
import type { TortureRow } from './row.ts'

const EACH = { full: 300, quick: 6 }

/**
 * Every documented operation with values made from its own schema, right and wrong,
 * on what the operations before have left. Not gentle: it lists and deletes tokens,
 * and those of a row beside it would be among them.
 */
export const schemaRow: TortureRow = {
  name: 'schema',
  promise: 'schema',
  goal: 'every documented operation fuzzed from /openapi.json, stateful: 0 undocumented status or shape',
  async run({ seed, isQuick, stage, note }) {
    const random = createSeededRandom(seed)
    const product = await stage.product()
    const contract = await readContract(product)
    const { paths, components } = contract.document
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    )
    const memory = createMemory(product, random)
    const sources = { random, components: components.schemas, known: memory.recall }
    const breaches: string[] = []
    const statuses = new Map<number, number>()
    let requests = 0
    for (let round = 0; round < (isQuick ? EACH.quick : EACH.full); round++) {
      await memory.renew()
      for (const { method, path, operation } of operations) {
        const query = operation.parameters.filter(({ in: place, required }) => place === 'query' && (required || random.below(2) === 0))
        const address =
          path.replace(/\{(\w+)\}/g, (_, name: string) => toPart(memory.recall(name) ?? 'nothing')) +
          (query.length === 0 ? '' : `?${query.map(({ name, schema }) => `${name}=${toPart(makeValue(schema, sources, name))}`).join('&')}`)
        const content = Object.entries(operation.requestBody?.content ?? {})[0]
        const init: RequestInit = { method, headers: memory.toHeaders(), redirect: 'manual' }
        if (content) {
          const [type, { schema }] = content
          init.headers = { ...init.headers, 'content-type': type }
          init.body = JSON.stringify(makeValue(schema, sources))
        }
        const answer = await fetch(`${product.origin}${address}`, init)
        requests++
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        const found = await contract.findBreaches({ method, url: `${product.origin}${address}` }, answer)
        breaches.push(...found.map((breach) => `${breach} (${address} ${String(init.body ?? '').slice(0, 300)})`))
        await memory.learn(answer)
      }
      if (round % 50 === 0) note(`${requests} requests`)
    }
    const failures = [...statuses].filter(([status]) => status >= 500).reduce((sum, [, count]) => sum + count, 0)
    // The shortest is the easiest to understand.
    const smallest = breaches.sort((left, right) => left.length - right.length)[0]
    return {
      measured: `${breaches.length} breaches, ${failures} 5xx of ${requests} requests at ${operations.length} operations`,
      isMet: breaches.length + failures === 0,
      detail: {
        statuses: [...statuses]
          .sort()
          .map(([status, count]) => `${status}: ${count}`)
          .join(', '),
        ...(smallest && { 'smallest breach': smallest }),
      },
    }
  },
}

const toPart = (value: unknown) =>
  encodeURIComponent(typeof value === 'string' ? value.replaceAll(/[\ud800-\udfff]/g, '') : JSON.stringify(value))

/** What there is to talk about: a site that exists, and whatever answers have named. */
function createMemory(product: Product, random: SeededRandom) {
  const ids: Record<string, unknown[]> = {}
  let networks = 0
  const remember = (name: string, value: unknown) => {
    if (typeof value !== 'string' || value === '') return
    ids[name] = [...(ids[name] ?? []).slice(-20), value]
  }
  return {
    /** A site of this round, since an operation may have spoilt or removed the last. */
    async renew() {
      const site = await product.createSite()
      remember('site', site.id)
      remember('siteKey', site.siteKey)
    },
    recall(name: string): unknown {
      if (name === 'responses') return Array.from({ length: random.below(3) }, () => makeResponse(random))
      if (name === 'sentAt') return Date.now()
      if (name === 'stages' || name === 'touchpoints' || name === 'prompts') return PLAIN_SITE[name]
      if (name === 'timeZone') return 'Europe/Madrid'
      if (/locale$/i.test(name)) return 'en'
      if (name === 'sites') return ids['site']?.slice(-1)
      return ids[name]?.at(-1 - random.below(Math.min(2, ids[name].length)))
    },
    toHeaders(): Record<string, string> {
      networks++
      // Each from a network of its own, so that who guesses tokens is refused and not told to wait, which holds the honest up too.
      const network = { 'cf-connecting-ip': `10.${networks >> 16}.${(networks >> 8) & 255}.${networks & 255}` }
      const right = { authorization: `Bearer ${product.adminToken}` }
      const all = [right, right, right, right, {}, { authorization: 'Bearer pulso_nobody' }, { authorization: 'Basic x' }]
      return { ...network, ...all[random.below(all.length)] }
    },
    /** Ids that an answer names are asked for later. */
    async learn(answer: Response) {
      const text = await answer.text()
      if (text === '' || !answer.headers.get('content-type')?.includes('json')) return
      const body: unknown = JSON.parse(text)
      const look = (value: unknown, name: string): void => {
        if (Array.isArray(value)) for (const item of value.slice(0, 3)) look(item, name.replace(/s$/, ''))
        else if (typeof value === 'object' && value !== null) {
          for (const [key, inner] of Object.entries(value)) look(inner, key === 'id' ? name : key)
        } else if (['token', 'key', 'respondent', 'response', 'cursor', 'next', 'id'].includes(name))
          remember(name === 'next' ? 'cursor' : name, value)
      }
      look(body, new URL(answer.url).pathname.split('/').at(-1)?.replace(/s$/, '') ?? '')
    },
  }
}
