const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** Days of a calendar, both included, as YYYY-MM-DD. */
export interface Days {
  from: string
  to: string
}

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

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds, and what they show. */
function readClock(instant: number, timeZone: string): { day: string; time: string; offset: number } {
  const parts = Object.fromEntries(
    toFormat(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts
  const shownAsUtc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  // Zones differ from UTC by whole minutes (and by seconds only before 1972), so hours start where the local clock says.
  return { day: `${year}-${month}-${day}`, time: `${hour}:${minute}`, offset: shownAsUtc - Math.floor(instant / 1000) * 1000 }
}

/** Which day (YYYY-MM-DD) and which hour (its start, in ms since 1970) an instant belongs to in a time zone. */
export function toLocalTime(instant: number, timeZone: string): { day: string; hourAt: number } {
  const { day, offset } = readClock(instant, timeZone)
  return { day, hourAt: Math.floor((instant + offset) / HOUR_MS) * HOUR_MS - offset }
}

/** One hour of a day: its start in ms since 1970, and as the local clock shows it, with the zone's offset. */
export interface LocalHour {
  at: number
  label: string
}

/** The hours of a range of days, both included: 24 a day, 23 or 25 where clocks are turned. */
export function toLocalHours(from: string, to: string, timeZone: string): LocalHour[] {
  const hours = new Map<number, LocalHour>()
  // No zone is more than 14 hours from UTC, and none turns its clocks by less than half an hour.
  for (
    let instant = Date.parse(`${from}T00:00:00Z`) - DAY_MS;
    instant < Date.parse(`${to}T00:00:00Z`) + 2 * DAY_MS;
    instant += HOUR_MS / 2
  ) {
    const { day, hourAt: at } = toLocalTime(instant, timeZone)
    if (day < from || day > to || hours.has(at)) continue
    const { day: onDay, time, offset } = readClock(at, timeZone)
    hours.set(at, { at, label: `${onDay}T${time}${toOffsetText(offset)}` })
  }
  return [...hours.values()]
}

function toOffsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000
  const pad = (count: number) => String(count).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** The day `count` days after (or, negative, before) a YYYY-MM-DD day: calendar arithmetic, so daylight saving has no say. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** How many days a range holds, both ends included. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1
}

/** The same date a year before; of 29 February the 28th. */
export function toYearBefore(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const before = new Date(Date.UTC(year - 1, month - 1, date))
  return (before.getUTCMonth() === month - 1 ? before : new Date(Date.UTC(year - 1, month, 0))).toISOString().slice(0, 10)
}
