import type { Score, TouchpointReport, Trend } from '@pulso/protocol'
import { hasEnoughData } from './has-enough-data.ts'
import { toChange } from './to-change.ts'
import { toScoreCounts } from './to-score-counts.ts'

type Scored = Pick<TouchpointReport, 'key' | 'scores'>

/** A score now and in the earlier period, as far as there was one. */
interface Pair extends Pick<Score, 'kind' | 'scaleMax'> {
  key: string
  now: Score | undefined
  before: Score | undefined
}

/**
 * How each score of each touchpoint moved against an earlier period: one for every
 * kind and scale that has a value in either. `change` is that of the stats (see
 * `toChange`), looked at together with all others of the journey.
 *
 * @param before the same touchpoints in the earlier period, as far as they were on the journey
 * @returns by the key of the touchpoint
 */
export function toTrends(now: readonly Scored[], before: readonly Scored[]): Map<string, Trend[]> {
  const earlier = new Map(before.map((touchpoint) => [touchpoint.key, touchpoint.scores]))
  const pairs = now.flatMap(({ key, scores }) => pair(key, scores, earlier.get(key) ?? []))
  // What cannot be compared was not looked at.
  const lookedAt = pairs.filter((one) => compare(one, 1) !== null).length
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, ofIt]) => [key, ofIt.map((one) => toTrend(one, lookedAt))]))
}

function pair(key: string, now: readonly Score[], earlier: readonly Score[]): Pair[] {
  const find = (scores: readonly Score[], { kind, scaleMax }: Score) =>
    scores.find((score) => score.kind === kind && score.scaleMax === scaleMax && score.value !== null)
  const gone = earlier.filter((score) => !now.some(({ kind, scaleMax }) => kind === score.kind && scaleMax === score.scaleMax))
  return [...now, ...gone].flatMap((score) => {
    const both = { key, kind: score.kind, scaleMax: score.scaleMax, now: find(now, score), before: find(earlier, score) }
    return both.now || both.before ? both : []
  })
}

function compare({ now, before }: Pair, lookedAt: number) {
  return now && before ? toChange(toScoreCounts([now]), toScoreCounts([before]), lookedAt) : null
}

function toTrend(one: Pair, lookedAt: number): Trend {
  return {
    kind: one.kind,
    scaleMax: one.scaleMax,
    before: one.before?.value ?? null,
    nBefore: one.before?.n ?? 0,
    change: compare(one, Math.max(1, lookedAt)),
    enoughData: hasEnoughData(one.now?.n ?? 0) && hasEnoughData(one.before?.n ?? 0),
  }
}
