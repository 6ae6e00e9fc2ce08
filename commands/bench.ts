import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PATHS } from '@pulso/protocol'
import { measureAlerts } from '../bench/alerts/measure-alerts.ts'
import { measureSampling } from '../bench/sampling/measure-sampling.ts'
import { type Measurements, measure } from '../bench/widget/measure.ts'
import { toRows, toTable } from '../bench/widget/verdict.ts'
import { MEASURED_SITE } from '../bench/widget/visits.ts'
import { createAdminToken } from './admin-token.ts'
import { build } from './build.ts'
import { CommandError, runCommand } from './fail.ts'
import { bringChromium } from './find-chromium.ts'
import { startLocalWorker } from './local-worker.ts'
import { ManagementClient } from './management-client.ts'
import { findFreePorts } from './running-product.ts'

/** What was measured: as data, as a table, and the goals that it missed. */
interface Bench {
  data: object
  table: string
  missed: string[]
}

/** What can be measured, and how many runs that takes when nobody says. */
const BENCHES: Record<string, { runs: number; measure: (runs: number) => Bench | Promise<Bench> }> = {
  widget: {
    runs: 11,
    async measure(runs) {
      const measurements = await measureWidget(runs)
      const rows = toRows(measurements)
      const missed = rows.filter(({ isMet }) => !isMet).map(({ measure }) => measure)
      return { data: { runs, rows, measurements }, table: toTable(rows), missed }
    },
  },
  alerts: { runs: 1000, measure: measureAlerts },
  sampling: { runs: 5, measure: measureSampling },
}

/** `npm run bench -- widget|alerts|sampling [--runs N] [--json] [--assert]`: see bench/README.md. */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string' }, json: { type: 'boolean' }, assert: { type: 'boolean' } },
  })
  const [name = '', ...others] = positionals
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
  const runs = Number(values.runs ?? bench?.runs)
  if (!bench || others.length > 0 || !Number.isInteger(runs) || runs < 1) {
    const names = Object.keys(BENCHES).join(' or ')
    throw new CommandError(`say what to measure: \`npm run bench -- ${names}\`, with \`--runs N\`, \`--json\` or \`--assert\` if wished.`)
  }
  const { data, table, missed } = await bench.measure(runs)
  console.log(values.json ? JSON.stringify(data, null, 2) : table)
  if (values.assert && missed.length > 0) throw new CommandError(`missed: ${missed.join('; ')}.`)
})

/** Builds and starts a product of its own, with nothing in it but the measured site, and ends it. */
async function measureWidget(runs: number): Promise<Measurements> {
  await build()
  const executablePath = await bringChromium()
  const stateFolder = mkdtempSync(join(tmpdir(), 'pulso-bench-'))
  const adminToken = createAdminToken()
  const port = Number(process.env['PULSO_BENCH_PORT']) || (await findFreePorts()).pulso
  const worker = await startLocalWorker({ port, stateFolder, adminToken })
  try {
    const { siteKey } = await new ManagementClient(worker.origin, adminToken).saveSite('bench', MEASURED_SITE)
    // Progress goes to stderr: stdout is the table or the JSON and nothing else.
    const onRun = (run: number) => void process.stderr.write(`run ${run} of ${runs}\n`)
    return await measure({ runs, script: `${worker.origin}${PATHS.siteScript(siteKey)}`, executablePath, onRun })
  } finally {
    await worker.destroy()
    rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}
