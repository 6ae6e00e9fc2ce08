import type { Reason, SitePrompt, SitePrompts } from '@pulso/protocol/types'
import type { DeviceStorage } from './device-storage.ts'

/** What can happen to a prompt on the screen, in the order its times are kept. */
const HAPPENINGS = ['shown', 'dismissed', 'answered'] as const
export type Happening = (typeof HAPPENINGS)[number]

const DAY_MS = 86_400_000

/** Remembers, for each prompt at each touchpoint or for each group of prompts, when it was last shown, dismissed and answered. */
export interface FrequencyClock {
  /** Why it is too early, if it is. */
  holdBack(prompt: SitePrompt, touchpoint: string): Reason | undefined
  mark(prompt: SitePrompt, touchpoint: string, happening: Happening): void
  snooze(days: number): void
}

export function createFrequencyClock(storage: DeviceStorage, prefix: string, budget: SitePrompts['budget'], now = Date.now): FrequencyClock {
  const toKey = (prompt: SitePrompt, touchpoint: string) => `${prefix}asked:${prompt.group ?? `${prompt.id}:${touchpoint}`}`
  const read = (key: string) => (storage.get(prefix + key) ?? '').split(',').map(Number)
  // The difference is never made absolute: a clock that was set back gives a
  // negative one, which is short of every wait, so nothing unlocks.
  const isWithin = (at: number | undefined, days: number) => !!at && now() - at < days * DAY_MS
  return {
    holdBack(prompt, touchpoint) {
      const { repeat, frequency } = prompt
      const [shown, dismissed, answered, showings = 0] = read(toKey(prompt, touchpoint).slice(prefix.length))
      if (now() < (read('snoozed')[0] ?? 0)) return 'snoozed'
      if (isWithin(answered, repeat ? Infinity : frequency.afterAnswered)) return 'after-answered'
      if (isWithin(dismissed, frequency.afterDismissed)) return 'after-dismissed'
      if (isWithin(shown, repeat && showings >= repeat ? Infinity : frequency.afterShown)) return 'after-shown'
      if (budget && read('shown').filter((at) => isWithin(at, budget.days)).length >= budget.showings) return 'budget'
      return
    },
    mark(prompt, touchpoint, happening) {
      const key = toKey(prompt, touchpoint)
      const times = read(key.slice(prefix.length))
      times[HAPPENINGS.indexOf(happening)] = now()
      if (happening === 'shown') {
        times[3] = (times[3] ?? 0) + 1
        if (budget) storage.set(`${prefix}shown`, [now(), ...read('shown')].slice(0, budget.showings).join())
      }
      storage.set(key, times.join())
    },
    snooze: (days) => storage.set(`${prefix}snoozed`, `${now() + days * DAY_MS}`),
  }
}
