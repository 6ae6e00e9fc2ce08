import { runCommand } from './fail.ts'
import { runProcess } from './run-process.ts'

/** Builds every workspace in order; turbo skips what has not changed. */
export async function build(): Promise<void> {
  await runProcess('turbo', ['run', 'build', '--output-logs=errors-only'])
}

if (import.meta.main) await runCommand(build)
