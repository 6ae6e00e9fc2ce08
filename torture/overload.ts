import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { PATHS, type Site } from '@pulso/protocol'
import { createSeededRandom, type SeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse } from './make-response.ts'
import type { Product } from './product.ts'
import type { TortureRow } from './row.ts'

const TIMES_CAPACITY = 10
const PHASES = { full: { capacityMs: 8000, overloadMs: 30_000 }, quick: { capacityMs: 1500, overloadMs: 2500 } }
const RESPONSES_EACH = 20
const RECOVERS_WITHIN_MS = 5000
const TICK_MS = 20
/** Memory that comes back: what is left after the storm may be a little more than before it, as every cache is. */
const MOST_GROWTH = 1.3

/** Requests at ten times the rate that the worker can answer, whether or not it has answered the ones before. */
export const overloadRow: TortureRow = {
  name: 'overload',
  promise: 'overload',
  goal: 'open loop at 10 × capacity: beside 2xx only 429 and 503 with Retry-After; recovery ≤ 5 s; memory flat',
  async run({ seed, isQuick, stage, note }) {
    const { capacityMs, overloadMs } = isQuick ? PHASES.quick : PHASES.full
    const product = await stage.product()
    const site = await product.createSite()
    const client = createClient(product, site, createSeededRandom(seed))

    const capacity = await measureCapacity(client, capacityMs)
    const memoryBefore = await product.readMemoryMb()
    note(`capacity ${Math.round(capacity)} requests a second`)
    client.answers.clear()

    const ending = performance.now() + overloadMs
    const startedAt = performance.now()
    let sent = 0
    let memoryPeak = memoryBefore
    const pending = new Set<Promise<number>>()
    while (performance.now() < ending) {
      const due = ((performance.now() - startedAt) / 1000) * capacity * TIMES_CAPACITY
      for (; sent < due; sent++) {
        const one = client.send()
        pending.add(one)
        one.finally(() => pending.delete(one))
      }
      if (sent % 50 === 0) memoryPeak = Math.max(memoryPeak, await product.readMemoryMb())
      await wait(TICK_MS)
    }
    memoryPeak = Math.max(memoryPeak, await product.readMemoryMb())
    const stillPending = pending.size
    const endedAt = performance.now()
    let recoveryMs = Number.POSITIVE_INFINITY
    // Well again is when a visitor gets an answer as before.
    for (let healthy = 0; healthy < 3; ) {
      const askedAt = performance.now()
      const status = await client.send()
      healthy = status === 200 && performance.now() - askedAt < 1000 ? healthy + 1 : 0
      recoveryMs = performance.now() - endedAt
      if (recoveryMs > 60_000) break
    }
    await Promise.all(pending)
    await wait(isQuick ? 500 : 10_000)
    const memoryAfter = await product.readMemoryMb()
    const answers = [...client.answers].sort(([left], [right]) => (left < right ? -1 : 1))
    const odd = answers.filter(([kind]) => !/^(200|202|429 with Retry-After|503 with Retry-After)$/.test(kind))
    const oddCount = odd.reduce((sum, [, count]) => sum + count, 0)
    return {
      measured: `${oddCount} other answers of ${sent}; recovery ${(recoveryMs / 1000).toFixed(1)} s; memory ${Math.round(memoryBefore)} → ${Math.round(memoryAfter)} MB`,
      // How fast and how large depends on what else the machine does: the quick form, which runs among other tests, only tells it.
      isMet: oddCount === 0 && (isQuick || (recoveryMs <= RECOVERS_WITHIN_MS && memoryAfter <= memoryBefore * MOST_GROWTH)),
      detail: {
        'capacity, requests a second': Math.round(capacity),
        'responses in each': RESPONSES_EACH,
        'offered, requests a second': Math.round((sent / overloadMs) * 1000),
        'unanswered when the storm ended': stillPending,
        'memory at most, MB': Math.round(memoryPeak),
        answers: answers.map(([kind, count]) => `${kind}: ${count}`).join(', '),
      },
    }
  },
}

interface Client {
  /** The status, or 0 when there was no answer. */
  send(): Promise<number>
  answers: Map<string, number>
}

function createClient(product: Product, site: Site, random: SeededRandom): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const answers = new Map<string, number>()
  const { hostname, port } = new URL(product.origin)
  return {
    answers,
    async send() {
      const responses = Array.from({ length: RESPONSES_EACH }, () => makeResponse(random))
      const body = JSON.stringify({ siteKey: site.siteKey, sentAt: Date.now(), responses })
      const { status, kind } = await post({ agent, hostname, port, path: PATHS.responses, method: 'POST' }, body)
      answers.set(kind, (answers.get(kind) ?? 0) + 1)
      return status
    },
  }
}

/** By node's own client: `fetch` keeps requests back when there are many, and the loop would not be open any more. */
function post(options: object, body: string): Promise<{ status: number; kind: string }> {
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ status: 0, kind: `no answer (${'code' in error ? error.code : error.message})` })
    const sent = request(options, (answer) => {
      const status = answer.statusCode ?? 0
      const waits = Number(answer.headers['retry-after']) > 0 ? ' with Retry-After' : ''
      answer.on('error', fail)
      answer.on('end', () => resolve({ status, kind: `${status}${waits}` }))
      answer.resume()
    })
    sent.on('error', fail)
    sent.end(body)
  })
}

/** Requests a second that are answered well, when as many as that are always on their way. */
async function measureCapacity(client: Client, durationMs: number): Promise<number> {
  const ending = performance.now() + durationMs
  let stored = 0
  const connection = async () => {
    while (performance.now() < ending) if ((await client.send()) === 200) stored++
  }
  await Promise.all(Array.from({ length: 16 }, connection))
  return (stored / durationMs) * 1000
}
