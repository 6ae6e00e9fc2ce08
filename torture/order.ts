import { setTimeout as wait } from 'node:timers/promises'
import type { Response as PulsoResponse, Site } from '@pulso/protocol'
import { createSeededRandom, type SeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { makeResponse, revise } from './make-response.ts'
import type { Product } from './product.ts'
import { isKept, readDatabase } from './read-database.ts'
import type { TortureRow } from './row.ts'
import { sendBatch } from './send-batch.ts'

const SEQUENCES = { full: 12_000, quick: 600 }
const LARGEST = 4
const LANES = 4
const TOGETHER = 30

/** The revisions of one response in the order in which they arrive, some of them more than once. */
interface Sequence {
  arrivals: PulsoResponse[]
  last: PulsoResponse
}

/** Every order in which up to four revisions can arrive, alone and with repetitions put in anywhere, many responses side by side. */
export const orderRow: TortureRow = {
  name: 'order',
  promise: 'order',
  goal: 'last revision wins, tallies exact, of ≥ 10,000 sequences: every permutation of the revisions, with repetitions',
  async run({ seed, isQuick, stage }) {
    const random = createSeededRandom(seed)
    const product = await stage.product()
    const site = await product.createSite()
    const orders = Array.from({ length: LARGEST }, (_, index) => permute(Array.from({ length: index + 1 }, (_, rev) => rev))).flat()
    const sequences = Array.from({ length: isQuick ? SEQUENCES.quick : SEQUENCES.full }, (_, number) =>
      makeSequence(orders[number % orders.length] ?? [0], random),
    )
    const groups = Array.from({ length: Math.ceil(sequences.length / TOGETHER) }, (_, group) =>
      sequences.slice(group * TOGETHER, (group + 1) * TOGETHER),
    )
    const lane = async () => {
      for (let group = groups.pop(); group; group = groups.pop()) await sendSequences(product, site, group)
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    await product.stop()
    const { rows, drift, duplicates } = readDatabase(product.findDatabase(), site.id)
    const wrong = sequences.filter(({ last }) => !isKept(last, rows.get(last.id)) || rows.get(last.id)?.rev !== last.rev)
    const smallest = wrong.sort((left, right) => left.arrivals.length - right.arrivals.length)[0]
    return {
      measured: `${wrong.length} wrong of ${sequences.length}, ${drift} tallies off`,
      isMet: wrong.length + drift + duplicates === 0 && rows.size === sequences.length,
      detail: {
        'different orders': orders.length,
        arrivals: sequences.reduce((sum, { arrivals }) => sum + arrivals.length, 0),
        ...(smallest && {
          'smallest wrong': `${smallest.arrivals.map(({ rev }) => rev).join(', ')}: ${JSON.stringify(rows.get(smallest.last.id))}`,
        }),
      },
    }
  },
}

/** All orders of these. */
function permute(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, index) => permute(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}

function makeSequence(order: readonly number[], random: SeededRandom): Sequence {
  const revisions = [makeResponse(random)]
  while (revisions.length < order.length) revisions.push(revise(revisions.at(-1) as PulsoResponse, random))
  const arrivals = order.map((index) => revisions[index] as PulsoResponse)
  for (let repetition = random.below(4); repetition > 0; repetition--) {
    const again = revisions[random.below(revisions.length)] as PulsoResponse
    arrivals.splice(random.below(arrivals.length + 1), 0, again)
  }
  return { arrivals, last: revisions.at(-1) as PulsoResponse }
}

/** One arrival of each sequence after another; where one has several left, sometimes two in one batch. */
async function sendSequences(product: Product, site: Site, sequences: readonly Sequence[]): Promise<void> {
  const queues = sequences.map(({ arrivals }) => [...arrivals])
  while (queues.some((queue) => queue.length > 0)) {
    const batch = queues.flatMap((queue, index) => queue.splice(0, index % 5 === 0 ? 2 : 1)).slice(0, 50)
    const { status } = await sendBatch(product.origin, site, batch)
    if (status === 200) continue
    if (status !== 503) throw new Error(`a batch was answered with ${status}`)
    // Not stored, or stored and not said: sent again, it must make no difference.
    for (const response of batch) queues[sequences.findIndex(({ last }) => last.id === response.id)]?.unshift(response)
    await wait(200)
  }
}
