import type { Visit } from '../core/parts.ts'

const DAY_MS = 86_400_000

/** Only visitors who were first seen so many days ago: newcomers know nothing yet. */
export const rule = (days: number, { storage, now }: Visit): boolean => {
  const first = Number(storage.get('first'))
  if (!first) storage.set('first', `${now}`)
  return now - (first || now) >= days * DAY_MS
}
