import type { SitePrompt } from '@pulso/protocol/types'
import type { DeviceStorage } from '../core/device-storage.ts'
import { HAPPENINGS, readNumbers, toClockKey } from '../core/frequency-clock.ts'

/** More showings than any budget counts are not remembered. */
const REMEMBERED = 20

/** Remembers that this has just happened to a prompt at a touchpoint. */
export function markClock(
  storage: DeviceStorage,
  prefix: string,
  prompt: SitePrompt,
  touchpoint: string,
  happening: (typeof HAPPENINGS)[number] | 'completed',
): void {
  const place = HAPPENINGS.indexOf(happening as 'shown')
  if (place < 0) return
  const now = Date.now()
  const key = toClockKey(prefix, prompt, touchpoint)
  const times = readNumbers(storage, key)
  times[place] = now
  if (happening === 'shown') {
    times[3] = (times[3] ?? 0) + 1
    const shown = `${prefix}shown`
    storage.set(shown, [now, ...readNumbers(storage, shown)].slice(0, REMEMBERED).join())
  }
  storage.set(key, times.join())
}
