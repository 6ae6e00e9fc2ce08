import { runTallies } from '../apps/worker/test/run-tallies.ts'
import type { TortureRow } from './row.ts'

const OPERATIONS = { full: 100_000, quick: 600 }
const ROUNDS_BETWEEN_MOVES = { full: 100, quick: 4 }

/** Anything that can become of responses, by several senders at once, against a model that counts plainly in memory. */
export const talliesRow: TortureRow = {
  name: 'tallies',
  promise: 'tallies',
  goal: 'drift 0 after ≥ 100,000 random inserts, revisions, retries, verdicts, erasures, imports and moves of the whole site',
  isGentle: true,
  async run({ seed, isQuick, stage, note }) {
    const product = await stage.product()
    const form = isQuick ? 'quick' : 'full'
    const report = await runTallies({
      call: (path, init) => fetch(product.origin + path, init),
      operator: { Authorization: `Bearer ${product.adminToken}` },
      seed,
      operations: OPERATIONS[form],
      roundsBetweenMoves: ROUNDS_BETWEEN_MOVES[form],
      name: `tallies-${seed}`,
      readTables: (site) => product.readTallies(site),
      note,
    })
    return {
      measured: `drift ${report.drift.length} after ${report.operations} operations`,
      isMet: report.drift.length === 0 && report.operations >= OPERATIONS[form],
      detail: {
        comparisons: report.comparisons,
        ...report.counts,
        ...(report.drift[0] !== undefined && { 'first of the drift': report.drift[0] }),
      },
    }
  },
}
