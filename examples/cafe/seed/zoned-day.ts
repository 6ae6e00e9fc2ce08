/** A day of the calendar, the same everywhere in the world. */
export interface CalendarDay {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  /** 0 is Sunday, as `Date` counts. */
  weekday: number
}

function toWallClock(instant: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute'), second: read('second') }
}

/** The calendar day in `timeZone`, `daysAgo` days before the day that `now` falls on there. */
export function toDayBefore(now: number, daysAgo: number, timeZone: string): CalendarDay {
  const today = toWallClock(now, timeZone)
  const date = new Date(Date.UTC(today.year, today.month - 1, today.day - daysAgo))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: date.getUTCDay() }
}

/**
 * When that day begins in `timeZone`, taken from the offset at its noon: on the
 * two days a year that change the clocks, the small hours are an hour off.
 */
export function toMidnight(day: CalendarDay, timeZone: string): number {
  const noon = Date.UTC(day.year, day.month - 1, day.day, 12)
  const shown = toWallClock(noon, timeZone)
  const offset = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second) - noon
  return Date.UTC(day.year, day.month - 1, day.day) - offset
}
