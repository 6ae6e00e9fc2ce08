import type { Breakdown, Comparison, Dimension, Group, GroupScore, Score, SeriesInterval, SeriesStep, Site, Tally } from '@pulso/protocol'
import { AUDIENCES, CHANNELS, KINDS, SCALES, UNMAPPED_TOUCHPOINT } from '@pulso/protocol/constants'
import { sumTallies } from './sum-tallies.ts'
import type { Bucket } from './to-buckets.ts'
import { toChange } from './to-change.ts'
import { type ScoreCounts, toScore } from './to-score.ts'

/** Counts with the step of time that they belong to: the `from` of a bucket. */
export interface TimedTally extends Tally {
  readonly at: string
}

export interface BreakdownInput {
  readonly site: Site
  readonly by: Dimension
  /** Of the range, any number per step, in any order. */
  readonly tallies: readonly TimedTally[]
  /** The steps of a series, in order; null for none. */
  readonly series: { readonly interval: SeriesInterval; readonly buckets: readonly Bucket[] } | null
  /** With what the groups are compared; the tallies are those of the other days, and are not looked at for `rest`. */
  readonly compare: { readonly with: Comparison; readonly range: Breakdown['otherRange']; readonly tallies: readonly Tally[] } | null
}

/**
 * The answers of a range put together by one thing that they have in common. Each
 * group has a score per kind and scale (and per prompt of a choice): different ones
 * are never mixed. A group that only the other days know is there too, with nothing now.
 */
export function toBreakdown({ site, by, tallies, series, compare }: BreakdownInput): Breakdown {
  const toKey = toGrouping(site, by)
  const groupsOf = Map.groupBy(tallies, toKey)
  const othersOf = Map.groupBy(compare?.with === 'rest' ? [] : (compare?.tallies ?? []), toKey)
  const keys = toOrder(site, by, new Set([...groupsOf.keys(), ...othersOf.keys()]))
  const drafts = keys.map((key) => {
    const own = groupsOf.get(key) ?? []
    const others = compare?.with === 'rest' ? tallies.filter((tally) => toKey(tally) !== key) : (othersOf.get(key) ?? [])
    return { key, own, scores: compare ? pair(own, others, compare.with) : pair(own, [], 'rest') }
  })
  // Both sides must have been asked: what cannot be compared was not looked at.
  const lookedAt = drafts.flatMap(({ scores }) => scores).filter(({ now, other }) => toChange(now, other, 1) !== null).length
  const groups = drafts.map(({ key, own, scores }): Group => {
    const { scores: _, ...counts } = sumTallies(own)
    return {
      key,
      name: toName(site, by, key),
      ...counts,
      scores: scores.map(
        ({ now, other, isOf }): GroupScore => ({
          score: toNamedScore(now),
          ...(series && { series: toSteps(series.buckets, now, own.filter(isOf)) }),
          ...(compare && { other: toNamedScore(other), change: lookedAt > 0 ? toChange(now, other, lookedAt) : null }),
        }),
      ),
    }
  })
  return { by, interval: series?.interval ?? null, compare: compare?.with ?? null, otherRange: compare?.range ?? null, groups }
}

type NamedCounts = ScoreCounts & { readonly promptId?: string }

interface Pair {
  readonly now: NamedCounts
  readonly other: NamedCounts
  readonly isOf: (tally: Tally) => boolean
}

/** What was asked now or then, by kind, scale and, of a choice, prompt, in the order of `KINDS`; of the rest only what was asked here too. */
function pair(own: readonly Tally[], others: readonly Tally[], comparison: Comparison): Pair[] {
  const asked = comparison === 'rest' ? own : [...own, ...others]
  return KINDS.flatMap((kind) =>
    SCALES[kind].max
      .toSorted((left, right) => right - left)
      .flatMap((scaleMax): (readonly [string | undefined, number])[] => {
        const ofScale = asked.filter((tally) => tally.kind === kind && tally.scaleMax === scaleMax)
        if (kind !== 'choice') return ofScale.length > 0 ? [[undefined, scaleMax]] : []
        return [...new Set(ofScale.map(({ promptId }) => promptId))].sort().map((promptId) => [promptId, scaleMax])
      })
      .map(([promptId, scaleMax]): Pair => {
        const isOf = (tally: Tally) =>
          tally.kind === kind && tally.scaleMax === scaleMax && (promptId === undefined || tally.promptId === promptId)
        const toCounts = (list: readonly Tally[]): NamedCounts => ({
          kind,
          scaleMax,
          ...(promptId !== undefined && { promptId }),
          ...sumTallies(list.filter(isOf)),
        })
        return { now: toCounts(own), other: toCounts(others), isOf }
      })
      .filter(({ now, other }) => now.shown + other.shown > 0),
  )
}

const toNamedScore = ({ promptId, ...counts }: NamedCounts): Score => ({ ...toScore(counts), ...(promptId !== undefined && { promptId }) })

function toSteps(buckets: readonly Bucket[], counts: NamedCounts, tallies: readonly TimedTally[]): SeriesStep[] {
  const talliesAt = Map.groupBy(tallies, ({ at }) => at)
  return buckets.map((bucket) => {
    const { scores, shown, dismissed, answered } = sumTallies(talliesAt.get(bucket.from) ?? [])
    return { ...bucket, score: toNamedScore({ ...counts, scores, shown, dismissed, answered }) }
  })
}

/** The key of the group that a tally belongs to. */
function toGrouping(site: Site, by: Dimension): (tally: Tally) => string {
  const touchpoints = new Map(site.touchpoints.map((touchpoint) => [touchpoint.key, touchpoint]))
  switch (by) {
    case 'kind':
      return ({ kind }) => kind
    case 'prompt':
      return ({ promptId }) => promptId
    case 'segment':
      return ({ segment }) => segment
    case 'touchpoint':
      return ({ touchpoint }) => touchpoints.get(touchpoint)?.key ?? UNMAPPED_TOUCHPOINT
    default:
      return ({ touchpoint }) => touchpoints.get(touchpoint)?.[by] ?? UNMAPPED_TOUCHPOINT
  }
}

/** The keys in the order in which their site, or their closed list, names them; the others after them. */
function toOrder(site: Site, by: Dimension, keys: ReadonlySet<string>): string[] {
  const stages = site.stages.map(({ key }) => key)
  const named: Record<Dimension, readonly string[]> = {
    touchpoint: stages.flatMap((stage) => site.touchpoints.filter((touchpoint) => touchpoint.stage === stage).map(({ key }) => key)),
    prompt: site.prompts.map(({ id }) => id),
    stage: stages,
    channel: CHANNELS,
    audience: AUDIENCES,
    segment: site.segments,
    kind: KINDS,
  }
  const known = named[by].filter((key) => keys.has(key))
  return [...known, ...[...keys].filter((key) => !known.includes(key)).sort()]
}

function toName(site: Site, by: Dimension, key: string): Group['name'] {
  if (by === 'touchpoint') return site.touchpoints.find((touchpoint) => touchpoint.key === key)?.name ?? null
  return by === 'stage' ? (site.stages.find((stage) => stage.key === key)?.name ?? null) : null
}
