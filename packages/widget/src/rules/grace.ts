import type { Visit } from '../core/parts.ts'

const DAY_MS = 86_400_000

/** Only visitors who were first seen so many days ago: newcomers know nothing yet. */
export const rule = (days: number, { storage, prefix, now }: Visit): boolean => {
  const key = `${prefix}first`
  const first = Number(storage.get(key))
  if (!first) storage.set(key, `${now}`)
  return now - (first || now) >= days * DAY_MS
}
