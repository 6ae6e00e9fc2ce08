import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PATHS } from '@pulso/protocol'
import { measureAlerts } from '../bench/alerts/measure-alerts.ts'
import { measureDashboard } from '../bench/dashboard/measure-dashboard.ts'
import { toDashboardRows } from '../bench/dashboard/verdict-dashboard.ts'
import { toJudgedTable } from '../bench/judged-row.ts'
import { measureLive } from '../bench/live/measure-live.ts'
import { toLiveRows } from '../bench/live/verdict-live.ts'
import { measureSampling } from '../bench/sampling/measure-sampling.ts'
import { measureStats } from '../bench/stats/measure-stats.ts'
import { toStatsRows } from '../bench/stats/verdict-stats.ts'
import { measure } from '../bench/widget/measure.ts'
import { toRows, toTable } from '../bench/widget/verdict.ts'
import { MEASURED_SITE } from '../bench/widget/visits.ts'
import { createAdminToken } from './admin-token.ts'
import { build } from './build.ts'
import { CommandError, runCommand } from './fail.ts'
import { bringChromium } from './find-chromium.ts'
import { type LocalWorker, startLocalWorker } from './local-worker.ts'
import { ManagementClient } from './management-client.ts'
import { findFreePorts } from './running-product.ts'

interface Outcome {
  table: string
  /** The same and more, for `--json`. */
  data: object
  /** Measures that miss their goal. */
  missed: string[]
}

const missedOf = (rows: readonly { measure: string; isMet: boolean }[]) => rows.filter(({ isMet }) => !isMet).map(({ measure }) => measure)
/** Progress goes to stderr: stdout is the table or the JSON and nothing else. */
const say = (text: string) => void process.stderr.write(`${text}\n`)

/** Responses of each database; the large one takes ten minutes to write and three gigabytes. */
const STATS_SIZES = [10_000, 1_000_000]
const LARGE_STATS_SIZE = 10_000_000
const DASHBOARD_RESPONSES = 1_000_000

/** What can be measured, and how many runs that takes when nobody says. */
const BENCHES: Record<string, { runs: number; measure: (runs: number, isLarge: boolean) => Outcome | Promise<Outcome> }> = {
  widget: {
    runs: 11,
    measure: (runs) =>
      withProduct(async ({ origin }, client) => {
        const { siteKey } = await client.saveSite('bench', MEASURED_SITE)
        const script = `${origin}${PATHS.siteScript(siteKey)}`
        const executablePath = await bringChromium()
        const measurements = await measure({ runs, script, executablePath, onRun: (run) => say(`run ${run} of ${runs}`) })
        const rows = toRows(measurements)
        return { table: toTable(rows), data: { runs, rows, measurements }, missed: missedOf(rows) }
      }),
  },
  live: {
    runs: 1,
    measure: () =>
      withProduct(async ({ origin }, client) => {
        const rows = toLiveRows(await measureLive({ origin, client, executablePath: await bringChromium() }))
        return { table: toJudgedTable(rows), data: { rows }, missed: missedOf(rows) }
      }),
  },
  stats: {
    runs: 11,
    measure: async (runs, isLarge) => {
      await build()
      const measurements = await measureStats({ sizes: isLarge ? [...STATS_SIZES, LARGE_STATS_SIZE] : STATS_SIZES, runs, say })
      const rows = toStatsRows(measurements)
      return { table: toJudgedTable(rows), data: { runs, rows, measurements }, missed: missedOf(rows) }
    },
  },
  dashboard: {
    runs: 3,
    measure: async (runs, isLarge) => {
      await build()
      const executablePath = await bringChromium()
      const responses = DASHBOARD_RESPONSES
      const measurements = await measureDashboard({ responses, runs, executablePath, isLighthouseWanted: isLarge, say })
      const rows = toDashboardRows(measurements)
      return { table: toJudgedTable(rows), data: { runs, responses, rows, measurements }, missed: missedOf(rows) }
    },
  },
  alerts: { runs: 1000, measure: measureAlerts },
  sampling: { runs: 5, measure: measureSampling },
}

/** `npm run bench -- NAME [--runs N] [--json] [--assert]`, of stats and dashboard also `[--large]`: how long things take; see bench/README.md. */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string' },
      json: { type: 'boolean' },
      assert: { type: 'boolean' },
      large: { type: 'boolean' },
    },
  })
  const [name = '', ...others] = positionals
  const bench = Object.hasOwn(BENCHES, name) && others.length === 0 ? BENCHES[name] : undefined
  const runs = Number(values.runs ?? bench?.runs)
  if (!bench || !Number.isInteger(runs) || runs < 1) {
    const names = Object.keys(BENCHES).map((one) => `\`npm run bench -- ${one}\``)
    throw new CommandError(`say what to measure: ${names.join(', ')}, with \`--runs N\`, \`--json\` or \`--assert\` if wished.`)
  }
  const { table, data, missed } = await bench.measure(runs, values.large ?? false)
  console.log(values.json ? JSON.stringify(data, null, 2) : table)
  if (values.assert && missed.length > 0) throw new CommandError(`missed: ${missed.join('; ')}.`)
})

/** Builds and starts a product of its own, with nothing in it, and ends it. */
async function withProduct<Result>(act: (worker: LocalWorker, client: ManagementClient) => Promise<Result>): Promise<Result> {
  await build()
  const stateFolder = mkdtempSync(join(tmpdir(), 'pulso-bench-'))
  const adminToken = createAdminToken()
  const port = Number(process.env['PULSO_BENCH_PORT']) || (await findFreePorts()).pulso
  // One machine is one network, and no visitor does what a bench does.
  const worker = await startLocalWorker({ port, stateFolder, adminToken, variables: { PULSO_RATE_LIMITS: 'off' } })
  try {
    return await act(worker, new ManagementClient(worker.origin, adminToken))
  } finally {
    await worker.destroy()
    rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}
