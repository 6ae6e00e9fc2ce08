import type { Score, TouchpointReport, Trend } from '@pulso/protocol'
import type { Estimate } from './estimate.ts'
import { FALSE_ALARM_RATE } from './false-alarm-rate.ts'
import { hasEnoughData } from './has-enough-data.ts'
import { toDifference } from './to-difference.ts'
import { toDifferencePValue } from './to-difference-p-value.ts'
import { toHolm } from './to-holm.ts'

type Scored = Pick<TouchpointReport, 'key' | 'scores'>

/**
 * How each score of each touchpoint moved against an earlier period: one for every
 * kind and scale that has a value in either. The difference has its own interval
 * (Newcombe 1998, Zou and Donner 2008, see `toDifference`), in the unit of the score.
 * `hasMoved` takes into account how many were looked at: those with enough answers
 * on both sides, all together (Holm 1979, see `toHolm`).
 *
 * @param before the same touchpoints in the earlier period, as far as they were on the journey
 * @returns by the key of the touchpoint
 */
export function toTrends(now: readonly Scored[], before: readonly Scored[]): Map<string, Trend[]> {
  const earlier = new Map(before.map((touchpoint) => [touchpoint.key, touchpoint.scores]))
  const found = now.map(({ key, scores }) => [key, compare(scores, earlier.get(key) ?? [])] as const)
  const judged = found.flatMap(([, trends]) => trends.filter((trend) => trend.enoughData && trend.difference))
  const moved = toHolm(
    judged.map(({ difference }) => (difference ? toDifferencePValue(difference) : 1)),
    FALSE_ALARM_RATE,
  )
  const movers = new Set(judged.filter((_, at) => moved[at]))
  return new Map(found.map(([key, trends]) => [key, trends.map((trend) => ({ ...trend, hasMoved: movers.has(trend) }))]))
}

function compare(now: readonly Score[], earlier: readonly Score[]): Omit<Trend, 'hasMoved'>[] {
  const find = (scores: readonly Score[], { kind, scaleMax }: Score) =>
    scores.find((score) => score.kind === kind && score.scaleMax === scaleMax)
  const gone = earlier.filter((score) => !find(now, score))
  return [...now, ...gone].flatMap((score) => {
    const [current, previous] = [find(now, score), find(earlier, score)].map((one) => one && toEstimate(one))
    if (!current && !previous) return []
    const [n, nBefore] = [current?.n ?? 0, previous?.n ?? 0]
    return {
      kind: score.kind,
      scaleMax: score.scaleMax,
      before: previous?.value ?? null,
      nBefore,
      difference: current && previous ? toDifference(current, previous) : null,
      enoughData: hasEnoughData(n) && hasEnoughData(nBefore),
    }
  })
}

function toEstimate({ value, low, high, n }: Score): Estimate | null {
  return value === null || low === null || high === null ? null : { value, low, high, n }
}
