import { addDays } from '../reports/local-time.ts'

/** The calendar month (YYYY-MM) of a day (YYYY-MM-DD). */
export function toMonth(day: string): string {
  return day.slice(0, 7)
}

/** The month so many months after (or, negative, before) one. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

export function toFirstDay(month: string): string {
  return `${month}-01`
}

export function toLastDay(month: string): string {
  return addDays(toFirstDay(addMonths(month, 1)), -1)
}

/** Every month from one to another, both included, in order; none when the first lies after the second. */
export function listMonths(from: string, to: string): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}
