import type { SeriesInterval, SeriesStep } from '@pulso/protocol/types'

/** One step of a series as it is drawn: where it lies on the axis of time, and what was measured there. */
export type ChartStep = {
  /** Milliseconds: see `toPlaceMs`. */
  start: number
  end: number
  /** Where its point stands: its answers came from all of it. */
  middle: number
  value: number | null
  low: number | null
  high: number | null
  n: number
  /** Under 30 answers. */
  isThin: boolean
  isWhole: boolean
  from: string
  to: string
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Steps with their places. Days are calendar days of the site, all of one width: they lie
 * where UTC has them, which knows no summer time. Hours are instants, so that the hour that
 * comes twice in autumn has two places; those that have not begun yet are none.
 *
 * @param asOf when the series was read, in milliseconds since 1970
 */
export function toChartSteps(series: readonly SeriesStep[], interval: SeriesInterval, asOf: number): ChartStep[] {
  const begun = interval === 'hour' ? series.filter(({ from }) => Date.parse(from) <= asOf) : series
  return begun.map(({ from, to, isWhole, score }) => {
    const start = Date.parse(from)
    const end = interval === 'hour' ? start + HOUR_MS : Date.parse(to) + DAY_MS
    const { value, low, high, n, enoughData } = score
    return { start, end, middle: (start + end) / 2, value, low, high, n, isThin: !enoughData, isWhole, from, to }
  })
}

/** Where a moment lies between steps: hours by the instant, days by what the clock of the site showed. */
export function toPlaceMs(atMs: number, interval: SeriesInterval, timeZone: string): number {
  if (interval === 'hour') return atMs
  const format = new Intl.DateTimeFormat('en-u-hc-h23', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    timeZone,
  })
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]))
  const of = (part: Intl.DateTimeFormatPartTypes) => parts.get(part) ?? 0
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))
}

/** Steps that are drawn in one go. A single one is drawn by itself: there is nothing to join it with. */
export type Run = { isThin: boolean; steps: readonly ChartStep[] }

/**
 * Cuts a series into runs that look alike. Where nothing was answered there is a gap, never a line
 * across it; between a step with enough answers and one without, the doubt is drawn.
 */
export function toRuns(steps: readonly ChartStep[]): Run[] {
  const runs: { isThin: boolean; steps: ChartStep[] }[] = []
  let previous: ChartStep | null = null
  for (const step of steps) {
    if (step.value === null) {
      previous = null
      continue
    }
    const open = runs.at(-1)
    if (previous === null || !open) runs.push({ isThin: step.isThin, steps: [step] })
    else {
      const isThin = previous.isThin || step.isThin
      // A run of one has no look yet: its first line gives it.
      if (open.isThin === isThin || open.steps.length === 1) {
        open.isThin = isThin
        open.steps.push(step)
      } else runs.push({ isThin, steps: [previous, step] })
    }
    previous = step
  }
  return runs
}
