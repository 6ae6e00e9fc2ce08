import type { Score } from '@pulso/protocol/types'
import type { ChartStep } from './chart-steps.ts'

const ENDS: Record<Score['unit'], readonly [number, number]> = { points: [-100, 100], percent: [0, 100] }
/** A quiet week is not to look like an earthquake: less than this is never the whole height. */
const LEAST_SPAN: Record<Score['unit'], number> = { points: 40, percent: 20 }

/**
 * What of the scale is shown: round ends around every value, around the bands of steps with enough
 * answers, and around the target. Bands of three answers reach from end to end; they are cut off.
 */
export function toValueRange(steps: readonly ChartStep[], unit: Score['unit'], target: number | null): [number, number] {
  const [lowest, highest] = ENDS[unit]
  const seen = steps.filter(({ value }) => value !== null)
  if (seen.length === 0) return [lowest, highest]
  const sure = seen.filter(({ isThin }) => !isThin)
  const numbers = [
    ...seen.map(({ value }) => value ?? 0),
    ...(sure.length > 0 ? sure : seen).flatMap(({ low, high }) => [low ?? 0, high ?? 0]),
    ...(target === null ? [] : [target]),
  ]
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const lacking = Math.max(0, LEAST_SPAN[unit] - (most - least)) / 2
  const grid = most - least > 100 ? 20 : 10
  // A little air, so that no line lies on the frame.
  const air = (most - least) * 0.04
  const from = Math.max(lowest, Math.floor((least - lacking - air) / grid) * grid)
  const to = Math.min(highest, Math.ceil((most + lacking + air) / grid) * grid)
  return [from, to]
}

/** Round numbers from end to end, four to seven of them. */
export function toValueTicks([from, to]: readonly [number, number]): number[] {
  const span = to - from
  const by = span > 120 ? 50 : span > 60 ? 20 : span > 30 ? 10 : 5
  const first = Math.ceil(from / by) * by
  return Array.from({ length: Math.floor((to - first) / by) + 1 }, (_, index) => first + index * by)
}

/**
 * Which steps have their date written under them: as many as fit, evenly, the newest always.
 *
 * @param width of the axis, and `labelWidth` of one date with its air, in the same unit
 */
export function toLabelledSteps(steps: readonly ChartStep[], width: number, labelWidth: number): ChartStep[] {
  const most = Math.max(1, Math.floor(width / labelWidth))
  const every = Math.max(1, Math.ceil(steps.length / most))
  return steps.filter((_, index) => (steps.length - 1 - index) % every === 0)
}
