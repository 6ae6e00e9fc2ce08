import type { Prompt, PromptState, TouchpointReport } from '@pulso/protocol/types'
import { toNextCount } from '@pulso/stats'

type Asked = Pick<Prompt, 'id' | 'touchpoints' | 'rules' | 'triggers' | 'frequency' | 'repeat' | 'group'> & {
  state?: PromptState | undefined
}
type Counted = Pick<TouchpointReport, 'key' | 'reached' | 'eligible' | 'heldBack'> & { asking?: { rate: number } | undefined }

/** Why an expectation is less sure than its interval says. */
type Caveat = 'new' | 'rules' | 'shared' | 'frequency' | 'triggers' | 'paused'

export type ExpectedReach =
  /** It is not counted how many come by where it is asked. */
  | { is: 'unknown'; why: 'no-touchpoint' | 'not-counted' }
  /** Of what came by, it is known how much was due; or else how often it was shown: the same is expected again, within chance. */
  | { is: 'estimate'; basis: 'reached' | 'shown'; count: number; likely: number; low: number; high: number; caveats: Caveat[] }
  /** How many came by, and not how many of them are due. */
  | { is: 'at-most'; reached: number; most: number; caveats: Caveat[] }

type Input = {
  /** As it should be. */
  after: Asked
  /** As it has been asked in the last week; null when it was not. */
  before: Asked | null
  /** All prompts of the site, as they are. */
  others: readonly Asked[]
  /** The report of the last 7 days. */
  touchpoints: readonly Counted[]
  /** How often it was shown in them. */
  shown?: number
}

/**
 * How often a prompt would be shown in the next 7 days if these were like the last 7.
 * Counts are of a touchpoint, not of a prompt, so they tell how many are due only
 * where nothing else is asked; else what came by is the most that it can be.
 */
export function toExpectedReach({ after, before, others, touchpoints, shown = 0 }: Input): ExpectedReach {
  if (after.touchpoints.length === 0) return { is: 'unknown', why: 'no-touchpoint' }
  const counted = touchpoints.filter(({ key }) => after.touchpoints.includes(key))
  const sum = (read: (touchpoint: Counted) => number) => counted.reduce((total, touchpoint) => total + read(touchpoint), 0)
  const reached = sum((touchpoint) => touchpoint.reached)
  // Imported answers, and pages that ask without telling where they are, leave only what was shown.
  const basis = reached > 0 ? 'reached' : 'shown'
  if (basis === 'shown' && (shown === 0 || before === null)) return { is: 'unknown', why: 'not-counted' }

  const rateOf = (touchpoint: Counted) => touchpoint.asking?.rate ?? 1
  const share = Math.min(after.rules?.sample ?? 1, Math.max(...counted.map(rateOf)))
  const isShared = others.some(
    ({ id, state, touchpoints: at }) =>
      id !== after.id && (state ?? 'live') === 'live' && at.some((key) => after.touchpoints.includes(key)),
  )
  const caveats: Caveat[] = []
  if (isShared && basis === 'reached') caveats.push('shared')
  if (before === null) caveats.push('new')
  else {
    if (toText(withoutSample(before.rules)) !== toText(withoutSample(after.rules))) caveats.push('rules')
    if (toText(before.triggers) !== toText(after.triggers)) caveats.push('triggers')
    if (toText([before.frequency, before.repeat, before.group]) !== toText([after.frequency, after.repeat, after.group]))
      caveats.push('frequency')
    if (before.state === 'paused') caveats.push('paused')
  }
  const isSamePlace = before !== null && toText([...before.touchpoints].sort()) === toText([...after.touchpoints].sort())
  const isTold = isSamePlace && caveats.every((caveat) => caveat === 'frequency')
  const atMost = (): ExpectedReach =>
    basis === 'shown' ? { is: 'unknown', why: 'not-counted' } : { is: 'at-most', reached, most: Math.ceil(reached * share), caveats }
  if (!isTold) return atMost()

  // The nightly rate was at work last week as it will be in the next; only what the prompt itself says may differ.
  const was = Math.min(before.rules?.sample ?? 1, Math.max(...counted.map(rateOf)))
  if (was === 0) return atMost()
  const eligible = basis === 'shown' ? shown : sum((touchpoint) => touchpoint.eligible)
  const { low, high } = toNextCount(eligible)
  const scale = share / was
  return {
    is: 'estimate',
    basis,
    count: basis === 'shown' ? shown : reached,
    likely: Math.round(eligible * scale),
    low: Math.floor(low * scale),
    high: Math.ceil(high * scale),
    caveats,
  }
}

function withoutSample(rules: Asked['rules'] = {}): object {
  const { sample: _, ...others } = rules
  return others
}

/** The same text for the same content, in whatever order; what is not there and what is empty are the same. */
function toText(value: unknown): string {
  return JSON.stringify(value ?? {}, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
      : member,
  )
}
