import { tryProcess } from './run-process.ts'
import { readTotals, runSteps, type Step, type Totals, toReportFile } from './steps.ts'

/** Everything that needs neither workerd nor a browser. */
const unitStep: Step = { name: 'unit tests', run: () => runVitest('unit', ['--project', '!@pulso/worker']) }

/** On two cores vitest would take one, and its projects do not look at the root's configuration; most workers wait for workerd or for a command most of the time. */
const MAX_WORKERS = 4

/** Whether something is slow is asked by the benchmarks; here it ends what hangs, also on a machine that is busy. */
const TIMEOUT_MS = 60_000

/** Runs vitest for some projects and counts their tests. */
export async function runVitest(name: string, args: readonly string[]): Promise<Totals> {
  const file = toReportFile(name)
  const { status } = await tryProcess(
    'vitest',
    [
      'run',
      ...args,
      `--maxWorkers=${MAX_WORKERS}`,
      `--testTimeout=${TIMEOUT_MS}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { show: true },
  )
  return readTotals(file, status, (report: { numPassedTests: number; numFailedTests: number }) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }))
}

if (import.meta.main) await runSteps([unitStep])
