import type { Association, Kind } from '@pulso/protocol'
import { FALSE_ALARM_RATE } from './false-alarm-rate.ts'
import { hasEnoughData } from './has-enough-data.ts'
import { toConcordancePValue } from './to-concordance-p-value.ts'
import { toHolm } from './to-holm.ts'
import { toNormalProbability } from './to-normal-probability.ts'
import { type TauB, toTauB } from './to-tau-b.ts'

/** People who answered at a touchpoint and said whether they recommend, in one calendar month or several. */
export interface PairCounts {
  readonly touchpoint: string
  readonly kind: Kind
  readonly scaleMax: number
  /** `counts[satisfaction][recommendation]`, each from bad over middle to good. */
  readonly counts: readonly (readonly number[])[]
}

/**
 * How satisfaction at each touchpoint moves with recommendation of the same
 * person: Kendall's tau-b of the two (see `toTauB`), null under 30 people.
 * `isDerived` says that they move together: one-sided, at 5 % for the whole list
 * (Holm 1979, see `toHolm`). It is a connection, not a cause: who likes everything
 * likes this too.
 *
 * @returns by touchpoint, in the order given
 */
export function toAssociations(pairs: readonly PairCounts[]): Map<string, Association[]> {
  const measured = pairs.map((one) => {
    const n = one.counts.flat().reduce((sum, count) => sum + count, 0)
    return { ...one, n, tau: hasEnoughData(n) ? toTauB(one.counts) : null }
  })
  const judged = measured.filter(({ tau }) => tau !== null)
  const rejected = toHolm(
    judged.map(({ tau, counts }) => (tau ? toPValue(tau, counts) : 1)),
    FALSE_ALARM_RATE,
  )
  const derived = new Set(judged.filter((_, index) => rejected[index]))
  const associations = new Map<string, Association[]>()
  for (const one of measured) {
    const { touchpoint, kind, scaleMax, counts, n, tau } = one
    const association: Association = {
      kind,
      scaleMax,
      formula: 'kendall-tau-b',
      value: tau?.value ?? null,
      low: tau?.low ?? null,
      high: tau?.high ?? null,
      pairs: n,
      enoughData: hasEnoughData(n),
      counts: counts.map((row) => [...row]),
      isDerived: derived.has(one),
    }
    associations.set(touchpoint, [...(associations.get(touchpoint) ?? []), association])
  }
  return associations
}

/** By the interval's own error, and by how the same answers would pair by chance: each alone is too bold for some tables, the larger of the two for none. */
function toPValue({ transformed }: TauB, counts: PairCounts['counts']): number {
  return Math.max(toNormalProbability(-transformed.value / transformed.error), toConcordancePValue(counts))
}
