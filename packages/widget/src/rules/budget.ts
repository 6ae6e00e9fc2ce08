import { DAY_MS, readNumbers } from '../core/numbers.ts'
import type { Visit } from '../core/parts.ts'

/** At most so many prompts in so many days, all prompts together. A clock that was set back frees nothing. */
export const rule = ({ showings, days }: { showings: number; days: number }, { storage, now }: Visit): boolean =>
  readNumbers(storage, 'shown').filter((at) => at && now - at < days * DAY_MS).length < showings
