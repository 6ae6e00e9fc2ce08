import { expect, test } from 'vitest'
import { createOrderFinder, parseTime } from './parse-time.ts'

const madrid = { timeZone: 'Europe/Madrid', order: 'day-first' as const }
const newYork = { timeZone: 'America/New_York', order: 'month-first' as const }
const iso = (text: string, reading: Parameters<typeof parseTime>[1] = madrid) => {
  const at = parseTime(text, reading)
  return at === null ? null : new Date(at).toISOString()
}

test.for([
  ['2026-03-01T12:34:56Z', '2026-03-01T12:34:56.000Z'],
  ['2026-03-01 12:34:56 UTC', '2026-03-01T12:34:56.000Z'],
  ['2026-03-01 12:34:56 -0500', '2026-03-01T17:34:56.000Z'],
  ['2026-03-01 12:34:56.789 +02:00', '2026-03-01T10:34:56.000Z'],
  ['2026-03-01 12:34 PST', '2026-03-01T20:34:00.000Z'],
  ['1772368496', '2026-03-01T12:34:56.000Z'],
  ['1772368496000', '2026-03-01T12:34:56.000Z'],
])('%s says itself when it was', ([text, expected]) => {
  expect([text, iso(text ?? ''), iso(text ?? '', newYork)]).toEqual([text, expected, expected])
})

test.for([
  ['2026-03-01 12:34:56', '2026-03-01T11:34:56.000Z'],
  ['2026/3/1', '2026-02-28T23:00:00.000Z'],
  ['1/3/2026 12:34', '2026-03-01T11:34:00.000Z'],
  ['01.03.26 12:34', '2026-03-01T11:34:00.000Z'],
  ['1-Mar-2026 2:05 PM', '2026-03-01T13:05:00.000Z'],
  ['1 de marzo de 2026 14:05', '2026-03-01T13:05:00.000Z'],
  ['Mar 1, 2026 12:05 am', '2026-02-28T23:05:00.000Z'],
  ['Sunday, March 1, 2026', '2026-02-28T23:00:00.000Z'],
  // What Excel leaves of a date whose format is lost, with a comma where that is the point of numbers.
  ['46082.5242592593', '2026-03-01T11:34:56.000Z'],
  ['46082,5', '2026-03-01T11:00:00.000Z'],
])('%s is read on the clock of the chosen zone', ([text, expected]) => {
  expect([text, iso(text ?? '')]).toEqual([text, expected])
})

test('reads month and day in the chosen order, and finds in a column which one it is', () => {
  expect(iso('3/1/2026 12:00', newYork)).toBe('2026-03-01T17:00:00.000Z')
  const orderOf = (...texts: string[]) => {
    const finder = createOrderFinder()
    for (const text of texts) finder.add(text)
    return [finder.isNeeded, finder.order]
  }
  expect(orderOf('3/1/2026', '25/2/2026')).toEqual([true, 'day-first'])
  expect(orderOf('3/1/2026', '2/25/2026 10:00')).toEqual([true, 'month-first'])
  expect(orderOf('3/1/2026')).toEqual([true, null])
  expect(orderOf('13/1/2026', '1/13/2026')).toEqual([true, null])
  expect(orderOf('2026-03-01')).toEqual([false, null])
})

test('knows the hours that clocks leave out and have twice', () => {
  expect(iso('2026-03-29 02:30')).toBe('2026-03-29T01:30:00.000Z')
  expect(iso('2026-10-25 02:30')).toBe('2026-10-25T00:30:00.000Z')
  expect(iso('2026-10-25 03:30')).toBe('2026-10-25T02:30:00.000Z')
  expect(iso('2026-06-01 00:15', { timeZone: 'Asia/Kathmandu', order: 'day-first' })).toBe('2026-05-31T18:30:00.000Z')
})

test.for([
  '',
  'yesterday',
  '31/4/2026',
  '2026-13-01',
  '2026-02-30',
  '1.71E+09',
  '9',
  '##########',
  '12:30',
  '2026-03-01 25:00',
  '2026-03-01 12:00 CEST',
  'Mar-26',
])('does not guess what %s means', (text) => {
  expect(parseTime(text, madrid)).toBe(null)
})
