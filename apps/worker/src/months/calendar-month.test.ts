import { expect, test } from 'vitest'
import { addMonths, listMonths, toFirstDay, toLastDay, toMonth } from './calendar-month.ts'

test('reckons in calendar months, over the ends of years', () => {
  expect(toMonth('2026-02-28')).toBe('2026-02')
  expect([addMonths('2026-11', 1), addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-03', -27)]).toEqual([
    '2026-12',
    '2027-01',
    '2025-12',
    '2023-12',
  ])
  expect([toFirstDay('2028-02'), toLastDay('2028-02'), toLastDay('2026-12')]).toEqual(['2028-02-01', '2028-02-29', '2026-12-31'])
  expect(listMonths('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect([listMonths('2026-02', '2026-02'), listMonths('2026-03', '2026-02')]).toEqual([['2026-02'], []])
})
