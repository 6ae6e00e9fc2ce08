import type { SeriesStep } from '@pulso/protocol/types'

/** A small drawing of a score over time, 100 wide and 100 high. */
type Sparkline = { line: string; band: string; last: { x: number; y: number } | null }

/** However steady a score is, its line shows at least this many points, or noise would fill the picture. */
const LEAST_SPAN = 20

/** Null with fewer than two steps that have answers: one point is no course. Steps without answers leave a gap. */
export function toSparkline(series: readonly SeriesStep[]): Sparkline | null {
  const steps = series.map(({ score: { value, low, high } }) =>
    value === null || low === null || high === null ? null : { value, low, high },
  )
  const known = steps.filter((step) => step !== null)
  if (known.length < 2) return null
  const [lowest, highest] = [Math.min(...known.map(({ value }) => value)), Math.max(...known.map(({ value }) => value))]
  const room = Math.max(0, LEAST_SPAN - (highest - lowest)) / 2 + (highest - lowest) * 0.25
  const [bottom, top] = [lowest - room, highest + room]
  const toY = (value: number) => round(Math.min(100, Math.max(0, ((top - value) / (top - bottom)) * 100)))
  const toX = (place: number) => round((place / Math.max(1, steps.length - 1)) * 100)
  const runs = toRuns(steps.map((step, place) => step && { ...step, x: toX(place) }))
  const last = runs.at(-1)?.at(-1)
  return {
    line: runs.map((run) => `M${run.map(({ x, value }) => `${x},${toY(value)}`).join('L')}`).join(''),
    band: runs
      .map(
        (run) =>
          `M${[...run.map(({ x, high }) => `${x},${toY(high)}`), ...run.toReversed().map(({ x, low }) => `${x},${toY(low)}`)].join('L')}Z`,
      )
      .join(''),
    last: last ? { x: last.x, y: toY(last.value) } : null,
  }
}

/** Stretches without a gap. */
function toRuns<Step>(steps: readonly (Step | null)[]): Step[][] {
  const runs: Step[][] = []
  let run: Step[] = []
  for (const step of [...steps, null]) {
    if (step !== null) run.push(step)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return runs
}

const round = (value: number) => Math.round(value * 10) / 10
