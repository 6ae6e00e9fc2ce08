const MINUTE_MS = 60_000
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['day', 24 * 60 * MINUTE_MS],
]
const RELATIVE_UNTIL_MS = 7 * 24 * 60 * MINUTE_MS

/** `now`, `3 minutes ago`, `yesterday`; older than a week: the date, in the site's time zone. */
export function toAgoText(atMs: number, nowMs: number, locale: string, timeZone: string): string {
  const ageMs = Math.max(0, nowMs - atMs)
  if (ageMs >= RELATIVE_UNTIL_MS) return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }).format(atMs)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const [unit, stepMs] = STEPS.findLast(([, step]) => ageMs >= step) ?? ['second', Number.POSITIVE_INFINITY]
  return relative.format(-Math.floor(ageMs / stepMs) || 0, unit)
}

/** The moment in full, in the site's time zone. */
export function toMomentText(atMs: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(atMs)
}

/** The clock in the site's time zone, which it names, since the reader may be in another: `14:05 CET`. */
export function toClockText(atMs: number, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone }).format(atMs)
}

/** A calendar day: `12 Nov`. It is a day, not an instant: no zone may move it. */
export function toDayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(day))
}

/** Two calendar days, both included: `24 Oct – 22 Nov 2026`. They are days, not instants: no zone may move them. */
export function toRangeText(range: { from: string; to: string }, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return format.formatRange(Date.parse(range.from), Date.parse(range.to))
}
