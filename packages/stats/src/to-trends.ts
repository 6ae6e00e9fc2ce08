import type { Score, TouchpointReport, Trend } from '@pulso/protocol'
import type { Estimate } from './estimate.ts'
import { hasEnoughData } from './has-enough-data.ts'
import { toDifference } from './to-difference.ts'

/**
 * How each score of a touchpoint moved against an earlier period: one for every
 * kind and scale that has a value in either. The difference has its own interval
 * (Newcombe 1998, Zou and Donner 2008, see `toDifference`), in the unit of the score.
 *
 * @param before the same touchpoint in the earlier period; undefined when it was not on the journey
 */
export function toTrends(now: Pick<TouchpointReport, 'scores'>, before: Pick<TouchpointReport, 'scores'> | undefined): Trend[] {
  const earlier = before?.scores ?? []
  const find = (scores: readonly Score[], { kind, scaleMax }: Score) =>
    scores.find((score) => score.kind === kind && score.scaleMax === scaleMax)
  const gone = earlier.filter((score) => !find(now.scores, score))
  return [...now.scores, ...gone].flatMap((score) => {
    const [current, previous] = [find(now.scores, score), find(earlier, score)].map((one) => one && toEstimate(one))
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
