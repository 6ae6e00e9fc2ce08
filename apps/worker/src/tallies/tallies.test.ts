import { env } from 'cloudflare:workers'
import type { Site } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { runTallies } from '../../test/run-tallies.ts'
import { callWorker, OPERATOR, readStoredSite } from '../../test/talk-to-worker.ts'
import { toKey } from '../../test/tally-model.ts'
import { KeptResponsesStore } from '../privacy/kept-responses-store.ts'
import { TALLY_COLUMNS } from './tally-columns.ts'

const SEED = 4
const OPERATIONS = 2000

async function readTable(site: Site, table: 'tallies_day' | 'tallies_hour', period: 'day' | 'hour_at') {
  const { results } = await env.DB.prepare(`SELECT * FROM ${table} WHERE site_id = ?1`).bind(site.id).all<Record<string, string | number>>()
  return new Map(
    results.map((row) => [
      toKey(['lane', period, 'touchpoint', 'prompt_id', 'segment'].map((name) => row[name] ?? '')),
      TALLY_COLUMNS.map((name) => Number(row[name])),
    ]),
  )
}

test('keeps tallies equal to a plain count in memory through thousands of random changes, from several senders at once', async () => {
  const report = await runTallies({
    call: callWorker,
    operator: OPERATOR,
    seed: SEED,
    operations: OPERATIONS,
    roundsBetweenMoves: 8,
    name: 'counted',
    readTables: async (site) => ({
      days: await readTable(site, 'tallies_day', 'day'),
      hours: await readTable(site, 'tallies_hour', 'hour_at'),
    }),
    retire: async (site, ids) => {
      await new KeptResponsesStore(env.DB, (await readStoredSite(site)).id).retire(ids)
    },
  })
  console.log(`tallies: ${report.operations} operations, ${JSON.stringify(report.counts)}`)
  expect(report.drift).toEqual([])
  expect(report.operations).toBeGreaterThanOrEqual(OPERATIONS)
  expect(report.comparisons).toBeGreaterThanOrEqual(3)
}, 60_000)
