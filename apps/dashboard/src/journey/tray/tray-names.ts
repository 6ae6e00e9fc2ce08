import { PATHS } from '@pulso/protocol/constants'
import type { Report, UnmappedName, UnmappedNames } from '@pulso/protocol/types'
import { request } from '../../request.ts'
import { isUnmappedNames } from './guards.ts'

/** The names of the tray, as far as somebody has looked: answers there are counted together, so their names are among the answers. */
export type TrayNames = { names: readonly UnmappedName[]; next: string | null }

export const NO_NAMES: TrayNames = { names: [], next: '' }

/** Names that are found by themselves, in so many stretches: most are among the newest answers. */
const STRETCHES_AT_ONCE = 3

/** Puts an older stretch behind what is known: the same name is one. */
export function withStretch({ names }: TrayNames, stretch: UnmappedNames): TrayNames {
  const byName = new Map(names.map((one) => [one.name, one]))
  for (const found of stretch.names) {
    const { shown = 0, answered = 0, lastAt = 0 } = byName.get(found.name) ?? {}
    const sums = { shown: shown + found.shown, answered: answered + found.answered, lastAt: Math.max(lastAt, found.lastAt) }
    byName.set(found.name, { name: found.name, ...sums })
  }
  const sorted = [...byName.values()].sort((left, right) => right.shown - left.shown || right.lastAt - left.lastAt)
  return { names: sorted, next: stretch.next }
}

export function toFound({ names }: TrayNames): number {
  return names.reduce((sum, { shown }) => sum + shown, 0)
}

/**
 * Looks further back, until every showing in the tray has its name or there is
 * nothing older, and no longer than a few requests. What cannot be read leaves
 * what is known.
 */
export async function lookFurther(known: TrayNames, report: Report, wanted: number, signal: AbortSignal): Promise<TrayNames> {
  const { site, range, environment, lane } = report
  let tray = known
  for (let stretch = 0; stretch < STRETCHES_AT_ONCE && tray.next !== null && toFound(tray) < wanted; stretch += 1) {
    const query = new URLSearchParams({ ...range, environment, lane, ...(tray.next === '' ? {} : { before: tray.next }) })
    const outcome = await request(`${PATHS.unmapped(site.id)}?${query}`, isUnmappedNames, { signal })
    if (!outcome.ok) return tray
    tray = withStretch(tray, outcome.value)
  }
  return tray
}
