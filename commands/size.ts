import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureDashboard } from '../apps/dashboard/sizes.ts'
import { measureSizes } from '../packages/widget/sizes.ts'
import { build } from './build.ts'
import { CommandError, runCommand } from './fail.ts'
import { type Step, toCheck } from './steps.ts'
import { ROOT } from './workspace.ts'

/** What visitors and the team download, brotli 11, against its budget; that of visitors also against what the README says. */
export const sizeStep: Step = { name: 'size', run: toCheck(checkSizes) }

async function checkSizes(): Promise<void> {
  const sizes = measureSizes()
  const all = [...sizes, ...measureDashboard()]
  console.log(toTable(all))
  const over = all.filter((size) => size.bytes > size.limitBytes)
  if (over.length > 0)
    throw new CommandError(`over budget: ${over.map((size) => `${size.name} by ${size.bytes - size.limitBytes} bytes`).join(', ')}.`)
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const missing = sizes.map((size) => `| ${size.name} | ${toKilobytes(size.bytes)} |`).filter((row) => !readme.includes(row))
  if (missing.length > 0) throw new CommandError(`the README's sizes are not the measured ones; it should have:\n${missing.join('\n')}`)
}

function toTable(sizes: ReturnType<typeof measureSizes>): string {
  const width = Math.max(...sizes.map((size) => size.name.length))
  return sizes
    .map(
      (size) =>
        `${size.name.padEnd(width)}  ${String(size.bytes).padStart(6)} B  of ${String(size.limitBytes).padStart(6)} B  ${toKilobytes(size.bytes)}`,
    )
    .join('\n')
}

function toKilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(2)} KB`
}

if (import.meta.main) {
  await runCommand(async () => {
    await build()
    if (process.argv.includes('--json')) console.log(JSON.stringify([...measureSizes(), ...measureDashboard()], null, 2))
    else await checkSizes()
  })
}
