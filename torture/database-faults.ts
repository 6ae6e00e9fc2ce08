import { createSeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import type { Product } from './product.ts'
import { readDatabase } from './read-database.ts'
import type { TortureRow } from './row.ts'
import { createSender } from './sender.ts'

/** What apps/worker/test/faulty-worker.ts has done to its database so far. */
interface Faults {
  operations: number
  failed: number
  failedAfterCommit: number
  stalled: number
}

const FULL_OPERATIONS = 100_000
const QUICK_OPERATIONS = 300
/** Most of them wait: for a stall, or before an attempt is repeated. */
const CONNECTIONS = 96

/** A database whose every third answer is an error before the commit, every third one after it, and that stalls now and then. */
export const databaseFaultsRow: TortureRow = {
  name: 'database-faults',
  promise: 'faults of D1',
  goal: '0 lost, 0 double of ≥ 100,000 operations, 30 % failing before and 30 % after the commit, with stalls',
  async run({ seed, isQuick, stage, note }) {
    const target = isQuick ? QUICK_OPERATIONS : FULL_OPERATIONS
    const product = await stage.product()
    const site = await product.createSite()
    await product.stop()
    await product.start({ entry: 'test/faulty-worker.ts', variables: { PULSO_TORTURE_SEED: String(seed) } })
    const sender = createSender(product.origin, site, createSeededRandom(seed))
    let faults = await setFaults(product, 'on')
    const watch = setInterval(
      async () => {
        faults = await setFaults(product, 'on')
        note(`${faults.operations} operations`)
      },
      isQuick ? 250 : 5000,
    )
    await sender.load(() => faults.operations >= target, isQuick ? 24 : CONNECTIONS, 4)
    clearInterval(watch)
    faults = await setFaults(product, 'off')
    await sender.drain()
    await product.stop()
    const stored = readDatabase(product.findDatabase(), site.id)
    const lost = sender.findLost(stored)
    const odd = [...sender.statuses].filter(([status]) => ![200, 202, 503].includes(status))
    const extra = stored.rows.size - sender.acknowledged.size
    return {
      measured: `${lost.length} lost, ${stored.duplicates + stored.drift} double of ${faults.operations} operations`,
      isMet: lost.length + stored.duplicates + stored.drift + extra === 0 && odd.length === 0 && faults.operations >= target,
      detail: {
        'failed before the commit': faults.failed,
        'failed after the commit': faults.failedAfterCommit,
        stalled: faults.stalled,
        responses: sender.acknowledged.size,
        'rows that nobody sent': extra,
        answers: [...sender.statuses].map(([status, count]) => `${status}: ${count}`).join(', '),
        ...(lost[0] && { 'first lost': JSON.stringify(lost[0]) }),
      },
    }
  },
}

/** Tells the faulty worker how to be, and hears what it has done so far. */
async function setFaults(product: Product, state: 'on' | 'off'): Promise<Faults> {
  const answer = await fetch(`${product.origin}/v1/torture/${state}`, { method: 'POST' })
  return (await answer.json()) as Faults
}
