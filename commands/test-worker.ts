import { build } from './build.ts'
import { runCommand } from './fail.ts'
import { runSteps, type Step } from './steps.ts'
import { runVitest } from './test-unit.ts'

/** The worker inside workerd, on a migrated local D1, with the built assets. */
const workerStep: Step = { name: 'worker tests', run: () => runVitest('worker', ['--project', '@pulso/worker']) }

if (import.meta.main) {
  await runCommand(build)
  await runSteps([workerStep])
}
