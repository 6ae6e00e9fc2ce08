const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making an Intl formatter costs far more than using it, and a batch uses one zone. */
function toFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** Which day (YYYY-MM-DD) and which hour (its start, in ms since 1970) an instant belongs to in a time zone. */
export function toLocalTime(instant: number, timeZone: string): { day: string; hourAt: number } {
  const parts = Object.fromEntries(
    toFormat(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts
  const shownAsUtc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  // Zones differ from UTC by whole minutes (and by seconds only before 1972), so hours start where the local clock says.
  const offset = shownAsUtc - Math.floor(instant / 1000) * 1000
  const hourAt = Math.floor((instant + offset) / HOUR_MS) * HOUR_MS - offset
  return { day: `${year}-${month}-${day}`, hourAt }
}

/** The day `count` days after (or, negative, before) a YYYY-MM-DD day: calendar arithmetic, so daylight saving has no say. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** How many days a range holds, both ends included. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1
}
