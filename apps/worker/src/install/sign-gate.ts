import { LIMITS } from '@pulso/protocol'

const MINUTE_MS = 60_000
/** A gate forgets the oldest of more: an instance of the worker serves many sites for days. */
const REMEMBERED = 2000

export interface SignGate {
  /** Whether this may go to the database now. */
  admits(site: string, sign: string, origin: string, gapMs: number, now: number): boolean
}

/**
 * Keeps in memory what has just been noted, so that a page view costs the database
 * nothing, and a flood of made-up origins as many statements a minute as the limit
 * says. What an instance does not remember the statement itself finds out.
 */
export function createSignGate(): SignGate {
  const noted = new Map<string, number>()
  const minutes = new Map<string, { minute: number; count: number }>()
  return {
    admits(site, sign, origin, gapMs, now) {
      const place = `${site} ${sign}`
      const key = `${place} ${origin}`
      if ((noted.get(key) ?? 0) > now - gapMs) return false
      const minute = Math.floor(now / MINUTE_MS)
      const last = minutes.get(place)
      const count = last?.minute === minute ? last.count + 1 : 1
      if (count > LIMITS.signsPerMinute) return false
      remember(minutes, place, { minute, count })
      remember(noted, key, now)
      return true
    },
  }
}

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): void {
  memory.delete(key)
  memory.set(key, value)
  const [oldest] = memory.keys()
  if (memory.size > REMEMBERED && oldest !== undefined) memory.delete(oldest)
}
