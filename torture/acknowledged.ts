import { createSeededRandom } from '../examples/cafe/seed/seeded-random.ts'
import { readDatabase } from './read-database.ts'
import type { TortureRow } from './row.ts'
import { createSender } from './sender.ts'

const FULL = { kills: 100, responses: 100_000 }
const QUICK = { kills: 2, responses: 400 }
const CONNECTIONS = 8

/** Kills the server in the middle of its work, over and over, and then compares what it had promised with what lies on the disk. */
export const acknowledgedRow: TortureRow = {
  name: 'acknowledged',
  promise: 'no acknowledged response lost',
  goal: '0 lost of ≥ 100,000, ≥ 100 kills; 0 duplicates; tallies = rows',
  async run({ seed, isQuick, stage, note }) {
    const target = isQuick ? QUICK : FULL
    const random = createSeededRandom(seed)
    const product = await stage.product()
    const site = await product.createSite()
    const sender = createSender(product.origin, site, random)
    for (let kill = 1; kill <= target.kills; kill++) {
      await product.start()
      const enough = Math.ceil((target.responses * kill) / target.kills)
      let isOver = false
      const load = sender.load(() => isOver, CONNECTIONS, 40)
      // Not between two requests, but whenever chance has it, once this round has done its part.
      await until(() => sender.acknowledged.size >= enough)
      await new Promise((resolve) => setTimeout(resolve, random.below(60)))
      await product.kill()
      isOver = true
      await load
      if (kill % 10 === 0) note(`${kill} kills, ${sender.acknowledged.size} acknowledged`)
    }
    await product.start()
    await sender.drain()
    await product.stop()
    const stored = readDatabase(product.findDatabase(), site.id)
    const lost = sender.findLost(stored)
    const extra = stored.rows.size - sender.acknowledged.size
    const isMet = lost.length + stored.duplicates + stored.drift + extra === 0 && sender.acknowledged.size >= target.responses
    return {
      measured: `${lost.length} lost of ${sender.acknowledged.size}, ${target.kills} kills; ${stored.duplicates} duplicates; ${stored.drift} tallies off`,
      isMet,
      detail: {
        'rows that nobody sent': extra,
        'requests cut off': sender.statuses.get(0) ?? 0,
        ...(lost[0] && { 'first lost': JSON.stringify(lost[0]) }),
      },
    }
  },
}

/** Resolves at the next look, a few milliseconds later, at which this is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
