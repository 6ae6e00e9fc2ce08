import { runCommand } from './fail.ts'
import { runProcess } from './run-process.ts'

/** `npm run format`: formats and mends what the linter can mend. */
await runCommand(async () => {
  await runProcess('biome', ['check', '--write', '.'], { show: true })
})
