import { runProcess } from './run-process.ts'
import { runSteps, type Step, toCheck } from './steps.ts'

/** Formatting, lint (import directions and cycles included), types and unused code. */
export const checkSteps: readonly Step[] = [
  { name: 'format and lint', run: toCheck(() => runProcess('biome', ['ci', '--error-on-warnings', '--colors=off', '.'])) },
  { name: 'types', run: toCheck(checkTypes) },
  { name: 'unused code', run: toCheck(() => runProcess('knip', ['--no-progress'])) },
]

async function checkTypes(): Promise<void> {
  await runProcess('turbo', ['run', 'types', '--output-logs=errors-only'])
  await runProcess('tsc', ['-p', 'commands'])
}

if (import.meta.main) await runSteps(checkSteps)
