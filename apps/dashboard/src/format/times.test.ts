import { expect, test } from 'vitest'
import { toAgoText, toClockText, toRangeText } from './times.ts'

const NOW = Date.parse('2026-11-22T23:30:00Z')
const MINUTE = 60_000
const ago = (ms: number, language: 'en' | 'es' = 'en') => toAgoText(NOW - ms, NOW, language, 'Europe/Madrid')

test('tells the age of a comment in the largest unit that fits', () => {
  expect(ago(20_000)).toBe('now')
  expect(ago(MINUTE)).toBe('1 minute ago')
  expect(ago(59 * MINUTE)).toBe('59 minutes ago')
  expect(ago(3 * 60 * MINUTE, 'es')).toBe('hace 3 horas')
  expect(ago(24 * 60 * MINUTE)).toBe('yesterday')
})

test('does not speak of the future when the clocks of server and reader differ', () => {
  expect(ago(-5 * MINUTE)).toBe('now')
})

test('tells what is older than a week by its date, in the time zone of the site', () => {
  const lateEvening = Date.parse('2026-11-10T23:30:00Z')
  expect(toAgoText(lateEvening, NOW, 'en', 'Europe/Madrid')).toBe('Nov 11')
  expect(toAgoText(lateEvening, NOW, 'en', 'America/New_York')).toBe('Nov 10')
})

test('shows the clock of the site, not of the reader, and says whose it is', () => {
  expect(toClockText(NOW, 'es', 'Europe/Madrid')).toBe('0:30 CET')
  expect(toClockText(NOW, 'en-GB', 'Europe/Madrid')).toBe('00:30 CET')
  expect(toClockText(NOW, 'es', 'America/Mexico_City')).toBe('17:30 GMT-6')
})

test('writes days as the region of the reader does', () => {
  const lateEvening = Date.parse('2026-11-10T23:30:00Z')
  expect(toAgoText(lateEvening, NOW, 'en-GB', 'Europe/Madrid')).toBe('11 Nov')
  expect(toAgoText(lateEvening, NOW, 'en-US', 'Europe/Madrid')).toBe('Nov 11')
})

test('writes a range of days without moving either end', () => {
  const range = toRangeText({ from: '2026-10-24', to: '2026-11-22' }, 'es')
  expect(range).toContain('24 oct')
  expect(range).toContain('22 nov 2026')
})
