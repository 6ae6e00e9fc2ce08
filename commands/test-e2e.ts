import { build } from './build.ts'
import { runCommand } from './fail.ts'
import { bringChromium } from './find-chromium.ts'
import { tryProcess } from './run-process.ts'
import { readTotals, runSteps, type Step, type Totals, toReportFile } from './steps.ts'

/** The examples in a real Chromium against the running product. */
export const e2eStep: Step = { name: 'end-to-end tests', run: () => runPlaywright([]) }

async function runPlaywright(args: readonly string[]): Promise<Totals> {
  const file = toReportFile('e2e')
  const { status } = await tryProcess(
    'playwright',
    ['test', '--config', 'examples/playwright.config.ts', '--reporter=list,json', ...args],
    {
      show: true,
      environment: { PULSO_CHROMIUM: await bringChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    },
  )
  return readTotals(file, status, (report: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky,
  }))
}

if (import.meta.main) {
  await runCommand(build)
  await runSteps([{ name: 'end-to-end tests', run: () => runPlaywright(process.argv.slice(2)) }])
}
