import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './workspace.ts'

/** How many checks or tests a step passed and failed. */
export interface Totals {
  passed: number
  failed: number
}

export interface Step {
  name: string
  run: () => Promise<Totals>
}

/**
 * Runs steps one after another, all of them even when one fails, so that one
 * run tells everything there is to mend. Ends the process: its last line is
 * `N passed, N failed`, its exit code says whether anything failed.
 */
export async function runSteps(steps: readonly Step[]): Promise<never> {
  const totals: Totals = { passed: 0, failed: 0 }
  const failures: string[] = []
  for (const step of steps) {
    const startedAt = performance.now()
    console.log(`\n▸ ${step.name}`)
    const result = await step.run().catch((error: unknown): Totals => {
      console.error(error instanceof Error ? error.message : error)
      return { passed: 0, failed: 1 }
    })
    totals.passed += result.passed
    totals.failed += result.failed
    if (result.failed > 0) failures.push(step.name)
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(`${result.failed > 0 ? '✗' : '✓'} ${step.name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`)
  }
  console.log(failures.length > 0 ? `\nFailed: ${failures.join(', ')}` : '\nAll is well.')
  console.log(`${totals.passed} passed, ${totals.failed} failed`)
  process.exit(totals.failed > 0 ? 1 : 0)
}

/** A step that either holds or throws. */
export function toCheck(check: () => Promise<unknown>): () => Promise<Totals> {
  return async () => {
    await check()
    return { passed: 1, failed: 0 }
  }
}

/** Where a runner writes its machine-readable report, empty before the run so that an old one is never read as new. */
export function toReportFile(name: string): string {
  const folder = join(ROOT, '.pulso', 'reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** Totals of a runner's report; a runner that failed without a failed test (it crashed, or found none) counts as one failure. */
export function readTotals(file: string, status: number, toTotals: (report: never) => Totals): Totals {
  let totals: Totals = { passed: 0, failed: 0 }
  try {
    totals = toTotals(JSON.parse(readFileSync(file, 'utf8')) as never)
  } catch {
    // No report: the runner did not get that far, and its exit status below says so.
  }
  const crashed = totals.failed === 0 && (status !== 0 || totals.passed === 0)
  return crashed ? { ...totals, failed: 1 } : totals
}
