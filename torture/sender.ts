import type { Response as PulsoResponse, Site } from '@pulso/protocol'
import type { SeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse, revise } from './make-response.ts'
import { isKept, type StoredDatabase } from './read-database.ts'
import { type Sent, sendBatch } from './send-batch.ts'

/** Many visitors' outboxes in one: what is not acknowledged is sent again, in its newest revision, as the widget does. */
export interface Sender {
  /** Sends batches, new answers and newer revisions of old ones, until `isOver`. */
  load(isOver: () => boolean, connections: number, largest: number): Promise<void>
  /** Sends what is left until all of it is acknowledged, and nothing new. */
  drain(): Promise<void>
  /** Responses that were acknowledged, each in its newest acknowledged revision. */
  acknowledged: ReadonlyMap<string, PulsoResponse>
  /** How often each status was the answer; 0 is none. */
  statuses: Map<number, number>
  /** Acknowledged responses that are not in the database. */
  findLost(stored: StoredDatabase): PulsoResponse[]
}

export function createSender(origin: string, site: Site, random: SeededRandom): Sender {
  const acknowledged = new Map<string, PulsoResponse>()
  const waiting = new Map<string, PulsoResponse>()
  const statuses = new Map<number, number>()
  /** A few that were acknowledged and may still be revised. */
  const recent: PulsoResponse[] = []

  const settle = (batch: readonly PulsoResponse[], { status, fates }: Sent) => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    for (const response of batch) {
      const fate = fates.get(response.id)
      if (fate === 'rejected') throw new Error(`${response.id} was rejected`)
      if (!fate) {
        waiting.set(response.id, response)
        continue
      }
      const before = acknowledged.get(response.id)
      if (!before || before.rev < response.rev) acknowledged.set(response.id, response)
      recent.push(response)
    }
    recent.splice(0, recent.length - 100)
  }

  const takeWaiting = (most: number) => {
    const taken = [...waiting.values()].slice(0, most)
    for (const { id } of taken) waiting.delete(id)
    return taken
  }

  const makeBatch = (largest: number) => {
    const size = 1 + random.below(largest)
    const batch = takeWaiting(Math.ceil(size / 2))
    while (batch.length < size) {
      const old = random.below(4) === 0 ? recent.splice(random.below(recent.length), 1)[0] : undefined
      batch.push(old ? revise(old, random) : makeResponse(random))
    }
    return batch
  }

  const send = async (batch: PulsoResponse[]) => {
    const sent = await sendBatch(origin, site, batch)
    settle(batch, sent)
    return sent
  }

  return {
    acknowledged,
    statuses,
    async load(isOver, connections, largest) {
      const connection = async () => {
        while (!isOver()) {
          const { status } = await send(makeBatch(largest))
          // A server that is gone answers at once, and asking it again at once is no load.
          if (status === 0) await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
      await Promise.all(Array.from({ length: connections }, connection))
    },
    async drain() {
      while (waiting.size > 0) await send(takeWaiting(20))
    },
    findLost: ({ rows }) => [...acknowledged.values()].filter((response) => !isKept(response, rows.get(response.id))),
  }
}
