import { expect, test } from 'vitest'
import { addDays, countDays, toLocalHours, toLocalTime, toYearBefore } from './local-time.ts'

const at = (text: string) => Date.parse(text)

test('puts an answer after midnight in Madrid on the new day, though London is still on the old one', () => {
  const instant = at('2026-07-01T22:30:00Z')
  expect(toLocalTime(instant, 'Europe/Madrid').day).toBe('2026-07-02')
  expect(toLocalTime(instant, 'Europe/London').day).toBe('2026-07-01')
})

test('keeps the hour that the clocks repeat in autumn as two hours of one day', () => {
  const first = toLocalTime(at('2026-10-25T00:30:00Z'), 'Europe/Madrid')
  const second = toLocalTime(at('2026-10-25T01:30:00Z'), 'Europe/Madrid')
  expect([first.day, second.day]).toEqual(['2026-10-25', '2026-10-25'])
  expect(second.hourAt - first.hourAt).toBe(3_600_000)
})

test('goes over the hour that spring leaves out', () => {
  expect(toLocalTime(at('2026-03-29T00:59:59Z'), 'Europe/Madrid').hourAt).toBe(at('2026-03-29T00:00:00Z'))
  expect(toLocalTime(at('2026-03-29T01:00:00Z'), 'Europe/Madrid').hourAt).toBe(at('2026-03-29T01:00:00Z'))
})

test('starts hours where the local clock does in zones of a half and a quarter hour', () => {
  expect(toLocalTime(at('2026-06-01T10:10:00Z'), 'Asia/Kolkata').hourAt).toBe(at('2026-06-01T09:30:00Z'))
  expect(toLocalTime(at('2026-06-01T10:10:00Z'), 'Asia/Kathmandu').hourAt).toBe(at('2026-06-01T09:15:00Z'))
})

test('counts calendar days across daylight saving and leap years', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  expect(countDays('2026-10-24', '2026-10-26')).toBe(3)
  expect(countDays('2026-10-26', '2026-10-24')).toBe(-1)
})

test('a day has 23 hours in spring and 25 in autumn, each with the offset by which it is told apart', () => {
  const spring = toLocalHours('2026-03-29', '2026-03-29', 'Europe/Madrid')
  expect(spring.map(({ label }) => label).slice(0, 3)).toEqual([
    '2026-03-29T00:00+01:00',
    '2026-03-29T01:00+01:00',
    '2026-03-29T03:00+02:00',
  ])
  expect(spring).toHaveLength(23)
  const autumn = toLocalHours('2026-10-25', '2026-10-25', 'Europe/Madrid')
  expect(autumn.map(({ label }) => label).slice(2, 4)).toEqual(['2026-10-25T02:00+02:00', '2026-10-25T02:00+01:00'])
  expect(autumn).toHaveLength(25)
  expect(toLocalHours('2026-10-24', '2026-10-26', 'Asia/Kathmandu').map(({ label }) => label)[0]).toBe('2026-10-24T00:00+05:45')
  expect(toLocalHours('2026-01-01', '2026-01-02', 'America/Los_Angeles')).toHaveLength(48)
})

test('a year before is the same date, and of a leap day the last of February', () => {
  expect([toYearBefore('2026-11-30'), toYearBefore('2028-02-29'), toYearBefore('2025-02-28')]).toEqual([
    '2025-11-30',
    '2027-02-28',
    '2024-02-28',
  ])
})
