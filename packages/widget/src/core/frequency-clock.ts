import type { Prompt } from '@pulso/protocol/types'
import type { DeviceStorage } from './device-storage.ts'

/** What can happen to a prompt on the screen, in the order its times are kept. */
const HAPPENINGS = ['shown', 'dismissed', 'answered'] as const
export type Happening = (typeof HAPPENINGS)[number]

const DAY_MS = 86_400_000

/** Remembers, for each prompt at each touchpoint, when it was last shown, dismissed and answered. */
export interface FrequencyClock {
  mayAsk(prompt: Prompt, touchpoint: string): boolean
  mark(prompt: Prompt, touchpoint: string, happening: Happening): void
}

export function createFrequencyClock(storage: DeviceStorage, siteKey: string, now: () => number = Date.now): FrequencyClock {
  const toKey = (prompt: Prompt, touchpoint: string) => `pulso:asked:${siteKey}:${prompt.id}:${touchpoint}`
  const read = (key: string) => (storage.get(key) ?? '').split(',')
  return {
    mayAsk(prompt, touchpoint) {
      const { afterShown, afterDismissed, afterAnswered } = prompt.frequency
      const times = read(toKey(prompt, touchpoint))
      // The difference is never made absolute: a clock that was set back gives
      // a negative one, which is short of every wait, so nothing unlocks.
      return ![afterShown, afterDismissed, afterAnswered].some((days, index) => {
        const at = times[index]
        return at && now() - Number(at) < days * DAY_MS
      })
    },
    mark(prompt, touchpoint, happening) {
      const key = toKey(prompt, touchpoint)
      const times = read(key)
      times[HAPPENINGS.indexOf(happening)] = String(now())
      storage.set(key, times.join())
    },
  }
}
