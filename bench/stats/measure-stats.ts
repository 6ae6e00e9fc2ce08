import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PATHS } from '@pulso/protocol'
import { createAdminToken } from '../../commands/admin-token.ts'
import { type LocalWorker, startLocalWorker } from '../../commands/local-worker.ts'
import { ManagementClient } from '../../commands/management-client.ts'
import { findFreePorts } from '../../commands/running-product.ts'
import { writePlanted } from '../../commands/write-planted.ts'
import { createPlantedHistory } from '../../examples/planted/history.ts'
import { toPlantedSite } from '../../examples/planted/site.ts'

/** One database of so many responses, and what a year of it costs to read. */
export interface StatsMeasurement {
  responses: number
  /** Of everything that the request asks the database. */
  rowsRead: number
  /** Of each request, from its beginning to the last byte. */
  readMs: number[]
  writtenPerSecond: number
}

interface StatsOptions {
  sizes: readonly number[]
  runs: number
  say(text: string): void
}

const DAYS = 365
const SITE = 'bench'
/** Of one database after another, before it is the next one's turn. */
const READS_IN_A_RUN = 5
const WARM_UP_READS = 10

/** Reads a year of ten touchpoints from databases of different sizes, by turns, so that whatever else the machine does meets all of them. */
export async function measureStats({ sizes, runs, say }: StatsOptions): Promise<StatsMeasurement[]> {
  const shops: Shop[] = []
  try {
    for (const responses of sizes) shops.push(await openShop(responses, say))
    for (const shop of shops) for (let read = 0; read < WARM_UP_READS; read += 1) await shop.read()
    for (let run = 1; run <= runs; run += 1) {
      say(`run ${run} of ${runs}`)
      // Whoever is first in one run is last in the next.
      for (const shop of run % 2 === 0 ? shops.toReversed() : shops) {
        for (let read = 0; read < READS_IN_A_RUN; read += 1) shop.measurement.readMs.push(await shop.read())
      }
    }
    return shops.map(({ measurement }) => measurement)
  } finally {
    for (const shop of shops) await shop.destroy()
  }
}

interface Shop {
  measurement: StatsMeasurement
  /** Reads the year once; milliseconds. */
  read(): Promise<number>
  destroy(): Promise<void>
}

/** A product of its own that says how many rows it reads, with that many responses in its database. */
async function openShop(responses: number, say: (text: string) => void): Promise<Shop> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'pulso-bench-'))
  const adminToken = createAdminToken()
  const removeState = () => rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const start = async (): Promise<LocalWorker> =>
      startLocalWorker({ port: (await findFreePorts()).pulso, stateFolder, adminToken, entry: 'test/measured-worker.ts', isAlone: true })
    const empty = await start()
    await new ManagementClient(empty.origin, adminToken).saveSite(SITE, toPlantedSite({ name: 'Bench', segments: [] }))
    await empty.destroy()
    const history = createPlantedHistory({ now: Date.now(), responses, days: DAYS, seed: 1, isSegmented: false })
    const startedAt = performance.now()
    const onProgress = (written: number) => void (written % 500_000 === 0 && say(`${written} of ${responses}`))
    writePlanted({ stateFolder, siteId: SITE, responses: history.responses, onProgress })
    const writtenPerSecond = Math.round(responses / ((performance.now() - startedAt) / 1000))
    const worker = await start()
    const measurement: StatsMeasurement = { responses, rowsRead: 0, readMs: [], writtenPerSecond }
    return {
      measurement,
      async read() {
        const begin = performance.now()
        const headers = { authorization: `Bearer ${adminToken}` }
        const answer = await fetch(`${worker.origin}${PATHS.stats(SITE)}?days=${DAYS}`, { headers })
        await answer.arrayBuffer()
        const tookMs = performance.now() - begin
        if (!answer.ok) throw new Error(`the stats were answered with ${answer.status}`)
        measurement.rowsRead = Number(answer.headers.get('Pulso-Rows-Read'))
        return tookMs
      },
      async destroy() {
        await worker.destroy()
        removeState()
      },
    }
  } catch (error) {
    removeState()
    throw error
  }
}
