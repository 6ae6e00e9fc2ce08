import type { Tally } from '@pulso/protocol'
import { sumTallies } from './sum-tallies.ts'

/**
 * Sums tallies that count the same thing: same touchpoint, prompt, kind, scale
 * and segment. Lists may come from other days or other databases, in any order
 * and grouping: the result is the same, down to its order. Nothing given is changed.
 */
export function mergeTallies(...lists: readonly (readonly Tally[])[]): Tally[] {
  const groups = new Map<string, [Tally, ...Tally[]]>()
  for (const tally of lists.flat()) {
    const { touchpoint, promptId, kind, scaleMax, segment } = tally
    const key = JSON.stringify([touchpoint, promptId, kind, scaleMax, segment])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [tally])
    else group.push(tally)
  }
  // By code unit, not by locale, so that every machine gives the same order.
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => ({ ...group[0], ...sumTallies(group) }))
}
