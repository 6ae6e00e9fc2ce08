import type { SitePrompt } from '@pulso/protocol/types'
import type { DeviceStorage } from './device-storage.ts'

/** What can happen to a prompt on the screen, in the order its times are kept; the number after them is how often it was shown. */
export const HAPPENINGS = ['answered', 'dismissed', 'shown'] as const
export type Happening = (typeof HAPPENINGS)[number]

export const DAY_MS = 86_400_000

/** Where the times of a prompt at a touchpoint are kept, or those of its group. */
export const toClockKey = (prefix: string, { group, id }: SitePrompt, touchpoint: string): string =>
  `${prefix}asked:${group ?? `${id}:${touchpoint}`}`

/** Numbers that are kept together under one key. Spoilt ones are no numbers, and then no memory. */
export const readNumbers = (storage: Pick<DeviceStorage, 'get'>, key: string): number[] => (storage.get(key) ?? '').split(',').map(Number)

/**
 * The happening that is too recent for this prompt to be asked again, if one is.
 * The difference is never made absolute: a clock that was set back gives a
 * negative one, which is short of every wait, so nothing unlocks.
 */
export function findTooRecent({ frequency }: SitePrompt, times: readonly number[], now: number): Happening | undefined {
  const waits = [frequency.afterAnswered, frequency.afterDismissed, frequency.afterShown]
  return HAPPENINGS.find((_, index) => times[index] && now - times[index] < (waits[index] as number) * DAY_MS)
}
