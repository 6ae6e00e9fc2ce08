import { parseArgs } from 'node:util'
import { judge, type TortureOptions, type Verdict } from '../torture/row.ts'
import { TORTURE_ROWS } from '../torture/rows.ts'
import { createStage } from '../torture/stage.ts'
import { build } from './build.ts'
import { CommandError, runCommand } from './fail.ts'
import type { Step } from './steps.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Part of `npm test`: every promise in its quick form, a row a test. */
export const tortureStep: Step = {
  name: 'torture, quick',
  async run() {
    const verdicts = await torture({ names: [], seed: 1, isQuick: true, onVerdict: (verdict) => console.log(toLines(verdict)) })
    const failed = verdicts.filter(({ isMet }) => !isMet).length
    return { passed: verdicts.length - failed, failed }
  },
}

interface TortureRun {
  /** All of them when there is none. */
  names: readonly string[]
  seed: number
  isQuick: boolean
  onVerdict(verdict: Verdict): void
}

/** Runs the rows one after another, so that each has the machine to itself. */
async function torture({ names, seed, isQuick, onVerdict }: TortureRun): Promise<Verdict[]> {
  const unknown = names.filter((name) => !TORTURE_ROWS.some((row) => row.name === name))
  if (unknown.length > 0) {
    throw new CommandError(`there is no ${unknown.join(', ')}; there are ${TORTURE_ROWS.map(({ name }) => name).join(', ')}.`)
  }
  const stage = createStage()
  const verdicts: Verdict[] = []
  // What a row has started is in groups of its own and would go on without this process.
  const onSignal = () => void stage.destroy().finally(() => process.exit(1))
  for (const signal of SIGNALS) process.once(signal, onSignal)
  try {
    for (const row of TORTURE_ROWS) {
      if (names.length > 0 && !names.includes(row.name)) continue
      // Progress goes to stderr: stdout is the report and nothing else.
      const note = (text: string) => void process.stderr.write(`${row.name}: ${text}\n`)
      const options: TortureOptions = { seed, isQuick, stage, note }
      const verdict = await judge(row, options)
      verdicts.push(verdict)
      onVerdict(verdict)
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal)
    await stage.destroy()
  }
  return verdicts
}

function toLines({ name, promise, goal, measured, isMet, seed, seconds, detail = {} }: Verdict): string {
  const more = Object.entries(detail).map(([what, figure]) => `    ${what}: ${figure}`)
  return [
    `${isMet ? 'met   ' : 'MISSED'}  ${promise} (${name}, seed ${seed}, ${seconds} s)`,
    `  goal: ${goal}`,
    `  measured: ${measured}`,
    ...more,
  ].join('\n')
}

/** `npm run torture [-- --quick] [--json] [--only name] [--seed n]`: breaks what it can and prints what held; see docs/torture.md. */
if (import.meta.main) {
  await runCommand(async () => {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      },
    })
    const seed = Number(values.seed)
    if (!Number.isInteger(seed) || seed < 0) throw new CommandError(`--seed is "${values.seed}": give a whole number.`)
    await build()
    const onVerdict = (verdict: Verdict) => (values.json ? undefined : console.log(toLines(verdict)))
    const verdicts = await torture({ names: values.only, seed, isQuick: values.quick, onVerdict })
    if (values.json) console.log(JSON.stringify({ seed, quick: values.quick, verdicts }, null, 2))
    const missed = verdicts.filter(({ isMet }) => !isMet).map(({ name }) => name)
    if (missed.length > 0) throw new CommandError(`missed: ${missed.join(', ')}; again with --seed ${seed}.`)
  })
}
