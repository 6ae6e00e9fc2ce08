import { type SamplingRun, simulateSampling } from '@pulso/stats/simulation'

const SEED = 2026
const SHARES = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]
const BUDGETS = [
  { name: 'no budget', budgetDays: 0 },
  { name: 'one question a week', budgetDays: 7 },
]

/** One way of sampling over all runs: how many it asked, and at how many touchpoints it reached the target, in its worst run. */
interface Outcome {
  budget: string
  /** Null: each touchpoint what its margin takes. */
  share: number | null
  asks: number
  reached: number
  places: number
}

/** Compares one share for all touchpoints with the share that each one's margin takes, on sites that a seed makes: as many as there are runs. */
export function measureSampling(runs: number): { data: Outcome[]; table: string; missed: string[] } {
  const outcomes = BUDGETS.flatMap(({ name, budgetDays }) =>
    [null, ...SHARES].map((share): Outcome => {
      const all = Array.from({ length: runs }, (_, run) => simulateSampling({ share, budgetDays, seed: SEED + run }))
      const asks = Math.round(all.reduce((sum, run) => sum + run.asks, 0) / runs)
      const worst = all.reduce<SamplingRun | undefined>((least, run) => (least && least.reached <= run.reached ? least : run), undefined)
      return { budget: name, share, asks, reached: worst?.reached ?? 0, places: worst?.places ?? 0 }
    }),
  )
  const adapted = outcomes.filter(({ share }) => share === null)
  const missed = adapted
    .filter(({ reached, places }) => reached < places)
    .map(({ budget, reached, places }) => `${budget}: ${reached} of ${places} targets`)
  return { data: outcomes, table: toTable(outcomes, adapted), missed }
}

function toTable(outcomes: readonly Outcome[], adapted: readonly Outcome[]): string {
  const lines = adapted.flatMap((own) => {
    const fixed = outcomes.filter(({ budget, share }) => budget === own.budget && share !== null)
    const enough = fixed.filter(({ reached, places }) => reached === places).at(-1)
    const best = enough ?? fixed.reduce((most, one) => (one.reached >= most.reached ? one : most))
    const verdict = enough ? 'the least that reaches them' : 'none reaches all; the least that reaches most'
    return [
      `| ${own.budget} | what each margin takes | ${own.asks} | ${own.reached} of ${own.places} | |`,
      `| ${own.budget} | ${100 * (best.share ?? 1)} % everywhere: ${verdict} | ${best.asks} | ${best.reached} of ${best.places} | ${(own.asks / best.asks).toFixed(2)} |`,
      ...fixed
        .slice(0, 1)
        .map(
          ({ asks, reached, places }) =>
            `| ${own.budget} | everybody | ${asks} | ${reached} of ${places} | ${(own.asks / asks).toFixed(2)} |`,
        ),
    ]
  })
  return ['| visitors’ budget | who is asked | questions in 12 weeks | targets reached | ratio |', '|---|---|--:|--:|--:|', ...lines].join(
    '\n',
  )
}
