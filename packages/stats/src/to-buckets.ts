import type { SeriesInterval } from '@pulso/protocol'

/** One step of time in days of a calendar, both included, as YYYY-MM-DD. */
export interface Bucket {
  readonly from: string
  readonly to: string
  /** False for a week or month of which the range holds only a part. */
  readonly isWhole: boolean
}

const DAY_MS = 86_400_000

/**
 * Cuts a range of days, both ends included, into days, weeks from Monday to Sunday
 * (ISO 8601) or months. Calendar arithmetic alone: a day is a day of the site
 * however many hours it has. The first and the last step may be parts.
 *
 * @example toBuckets('2026-10-30', '2026-11-02', 'month') // 30–31 October, 1–2 November, neither whole
 */
export function toBuckets(from: string, to: string, interval: Exclude<SeriesInterval, 'hour'>): Bucket[] {
  const buckets: Bucket[] = []
  // By times, not by texts: those of the year 10000 come before all others.
  for (let time = toTime(from); time <= toTime(to); ) {
    const start = toDay(time)
    const end = Math.min(toTime(toEnd(start, interval)), toTime(to))
    buckets.push({ from: start, to: toDay(end), isWhole: toDay(end) === toEnd(start, interval) && toStart(start, interval) === start })
    time = end + DAY_MS
  }
  return buckets
}

function toStart(day: string, interval: Exclude<SeriesInterval, 'hour'>): string {
  if (interval === 'month') return `${day.slice(0, 8)}01`
  return interval === 'week' ? toDay(toTime(day) - toWeekday(day) * DAY_MS) : day
}

function toEnd(day: string, interval: Exclude<SeriesInterval, 'hour'>): string {
  if (interval === 'day') return day
  if (interval === 'week') return toDay(toTime(day) + (6 - toWeekday(day)) * DAY_MS)
  const [year = 0, month = 0] = day.split('-').map(Number)
  // The day before the first of the next month.
  return toDay(Date.UTC(year, month, 0))
}

/** 0 is Monday. */
const toWeekday = (day: string) => (new Date(toTime(day)).getUTCDay() + 6) % 7
const toTime = (day: string) => Date.parse(`${day}T00:00:00Z`)
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10)
