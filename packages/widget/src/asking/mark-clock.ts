import { readNumbers } from '../core/numbers.ts'
import type { AskingContext } from '../core/parts.ts'

/** What can happen to a prompt on the screen, in the order its times are kept, which is that of its `waitsMs`; the number after them is how often it was shown. */
const HAPPENINGS = ['answered', 'dismissed', 'shown'] as const
export type Happening = (typeof HAPPENINGS)[number]

/** More showings than any budget counts are not remembered. */
const REMEMBERED = 20

/** Remembers under this name that something has just happened to a prompt. */
export function markClock(storage: AskingContext['storage'], name: string, happening: Happening | 'completed'): void {
  const place = HAPPENINGS.indexOf(happening as 'shown')
  if (place < 0) return
  const now = Date.now()
  const times = readNumbers(storage, name)
  times[place] = now
  if (happening === 'shown') {
    times[3] = (times[3] ?? 0) + 1
    storage.set('shown', [now, ...readNumbers(storage, 'shown')].filter(Boolean).slice(0, REMEMBERED).join())
  }
  storage.set(name, times.map((time) => time || '').join())
}
