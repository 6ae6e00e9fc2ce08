import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PATHS } from '@pulso/protocol'
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

/** `npm run bench -- widget [--runs 11] [--json] [--assert]`: what the widget costs a page, in milliseconds; see bench/README.md. */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: 'string', default: '11' }, json: { type: 'boolean' }, assert: { type: 'boolean' } },
  })
  const runs = Number(values.runs)
  if (positionals.join() !== 'widget' || !Number.isInteger(runs) || runs < 1) {
    throw new CommandError('say what to measure: `npm run bench -- widget`, with `--runs N`, `--json` or `--assert` if wished.')
  }
  const measurements = await measureWidget(runs)
  const rows = toRows(measurements)
  console.log(values.json ? JSON.stringify({ runs, rows, measurements }, null, 2) : toTable(rows))
  const missed = rows.filter(({ isMet }) => !isMet).map(({ measure }) => measure)
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
