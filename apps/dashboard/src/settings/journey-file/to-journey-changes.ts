import type { JourneyDefinition, Stage, Touchpoint } from '@pulso/protocol/types'

type Journey = Pick<JourneyDefinition, 'stages' | 'touchpoints'>

/** One thing that a file would change, before anything is. */
export type JourneyChange =
  | { what: 'stage-added' | 'stage-removed' | 'stage-changed'; name: Stage['name']; key: string }
  | { what: 'touchpoint-added' | 'touchpoint-removed'; name: Touchpoint['name']; key: string }
  /** The former keys of one that is called otherwise now. */
  | { what: 'touchpoint-renamed'; name: Touchpoint['name']; key: string; from: string[] }
  | { what: 'touchpoint-moved'; name: Touchpoint['name']; key: string; stage: Stage['name'] | null }
  | { what: 'touchpoint-changed'; name: Touchpoint['name']; key: string; members: string[] }
  | { what: 'order' }

/** What differs between the journey as it is and the journey of a file, in the order in which one would tell it. */
export function toJourneyChanges(before: Journey, after: Journey): JourneyChange[] {
  const changes: JourneyChange[] = []
  const oldStages = new Map(before.stages.map((stage) => [stage.key, stage]))
  const newStages = new Map(after.stages.map((stage) => [stage.key, stage]))
  const oldOnes = new Map(before.touchpoints.map((touchpoint) => [touchpoint.key, touchpoint]))
  const newKeys = new Set(after.touchpoints.map(({ key }) => key))
  for (const { key, name, ...rest } of after.stages) {
    const old = oldStages.get(key)
    if (!old) changes.push({ what: 'stage-added', key, name })
    else if (!isSame(old, { key, name, ...rest })) changes.push({ what: 'stage-changed', key, name })
  }
  const followed = new Set<string>()
  for (const touchpoint of after.touchpoints) {
    const { key, name, formerly = [] } = touchpoint
    const old = oldOnes.get(key)
    const from = formerly.map((former) => (typeof former === 'string' ? former : former.key)).filter((former) => oldOnes.has(former))
    for (const former of from) followed.add(former)
    if (!old) {
      changes.push(from.length > 0 ? { what: 'touchpoint-renamed', key, name, from } : { what: 'touchpoint-added', key, name })
      continue
    }
    if (old.stage !== touchpoint.stage) {
      changes.push({ what: 'touchpoint-moved', key, name, stage: newStages.get(touchpoint.stage)?.name ?? null })
    }
    const members = [...new Set([...Object.keys(old), ...Object.keys(touchpoint)])].filter(
      (member) => member !== 'stage' && !isSame(toMember(old, member), toMember(touchpoint, member)),
    )
    if (members.length > 0) changes.push({ what: 'touchpoint-changed', key, name, members })
  }
  for (const { key, name } of before.touchpoints) {
    if (!newKeys.has(key) && !followed.has(key)) changes.push({ what: 'touchpoint-removed', key, name })
  }
  for (const { key, name } of before.stages) if (!newStages.has(key)) changes.push({ what: 'stage-removed', key, name })
  if (isReordered(before.stages, after.stages) || isReordered(before.touchpoints, after.touchpoints)) changes.push({ what: 'order' })
  return changes
}

const toMember = (touchpoint: Touchpoint, member: string): unknown => (touchpoint as Record<string, unknown>)[member]

function isSame(one: unknown, other: unknown): boolean {
  return toSorted(one) === toSorted(other)
}

/** The same text in whatever order a person wrote the members. */
function toSorted(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  )
}

/** Whether those that are in both stand in another order. */
function isReordered(before: readonly { key: string }[], after: readonly { key: string }[]): boolean {
  const [old, now] = [before.map(({ key }) => key), after.map(({ key }) => key)]
  return old.filter((key) => now.includes(key)).join() !== now.filter((key) => old.includes(key)).join()
}
