import type { Stage } from './stage.ts'

/** One promise of Pulso, and how it is broken on purpose to see whether it holds. */
export interface TortureRow {
  /** For `--only`. */
  name: string
  promise: string
  /** Of the full form, in words. The quick form proves the same with fewer tries. */
  goal: string
  run(options: TortureOptions): Promise<Finding>
}

export interface TortureOptions {
  seed: number
  /** A few tries in a few seconds, for `npm test`, instead of as many as the goal says. */
  isQuick: boolean
  stage: Stage
  /** Progress for the person at the terminal, never part of the report. */
  note(text: string): void
}

/** What was measured. Whether that is good enough is the row's own verdict, and apart from it. */
interface Finding {
  measured: string
  isMet: boolean
  /** More figures, and the smallest case of a failure. */
  detail?: Record<string, string | number>
}

/** A row of the report. */
export interface Verdict extends Finding {
  name: string
  promise: string
  goal: string
  seed: number
  seconds: number
}

/** Runs a row. One that ends in an error has not kept its promise. */
export async function judge(row: TortureRow, options: TortureOptions): Promise<Verdict> {
  const startedAt = performance.now()
  const finding = await row.run(options).catch(
    (error: unknown): Finding => ({
      measured: 'broke off',
      isMet: false,
      detail: { error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    }),
  )
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  return { name: row.name, promise: row.promise, goal: row.goal, seed: options.seed, seconds, ...finding }
}
