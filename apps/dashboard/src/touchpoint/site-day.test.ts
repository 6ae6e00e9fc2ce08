import { expect, test } from 'vitest'
import { toDay, toDayBefore } from './site-day.ts'

test('has the day that the clock of the site shows', () => {
  const at = Date.parse('2026-11-30T23:30:00Z')
  expect(toDay(at, 'Europe/Madrid')).toBe('2026-12-01')
  expect(toDay(at, 'America/Lima')).toBe('2026-11-30')
})

test('goes back on the calendar, over months and over the day with 25 hours', () => {
  expect(toDayBefore('2026-11-01', 1)).toBe('2026-10-31')
  expect(toDayBefore('2026-10-26', 2)).toBe('2026-10-24')
  expect(toDayBefore('2026-03-01', 0)).toBe('2026-03-01')
})
