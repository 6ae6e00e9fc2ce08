const DAY_MS = 86_400_000

/** The calendar day of a moment, YYYY-MM-DD, by the clock of the site. */
export function toDay(atMs: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).formatToParts(atMs)
  const of = (part: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === part)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}`
}

/** So many days earlier, on the calendar. */
export function toDayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)
}
