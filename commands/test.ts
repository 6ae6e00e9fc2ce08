import { build } from './build.ts'
import { checkSteps } from './check.ts'
import { deployDryRun } from './deploy.ts'
import { bringChromium } from './find-chromium.ts'
import { sizeStep } from './size.ts'
import { runSteps, toCheck } from './steps.ts'
import { e2eStep } from './test-e2e.ts'
import { runVitest } from './test-unit.ts'
import { tortureStep } from './torture.ts'

/** `npm test`: everything, on a fresh machine. */
await runSteps([
  // First, because a missing browser should not be news after minutes of other tests.
  { name: 'browser', run: toCheck(bringChromium) },
  { name: 'build', run: toCheck(build) },
  ...checkSteps,
  // Together, since either waits for other processes half of the time.
  { name: 'unit and worker tests', run: () => runVitest('vitest', []) },
  sizeStep,
  { name: 'deploy, dry run', run: toCheck(deployDryRun) },
  e2eStep,
  tortureStep,
])
