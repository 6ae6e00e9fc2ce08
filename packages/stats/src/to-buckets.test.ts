import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBuckets } from './index.ts'

const toDay = (index: number) => new Date(Date.UTC(2023, 0, 1 + index)).toISOString().slice(0, 10)

test('weeks are those of ISO 8601, from Monday to Sunday, and the ends of a range may cut them', () => {
  // 30 October 2026 is a Friday.
  expect(toBuckets('2026-10-30', '2026-11-10', 'week')).toEqual([
    { from: '2026-10-30', to: '2026-11-01', isWhole: false },
    { from: '2026-11-02', to: '2026-11-08', isWhole: true },
    { from: '2026-11-09', to: '2026-11-10', isWhole: false },
  ])
})

test('months have the days that they have', () => {
  expect(toBuckets('2024-02-01', '2024-04-29', 'month')).toEqual([
    { from: '2024-02-01', to: '2024-02-29', isWhole: true },
    { from: '2024-03-01', to: '2024-03-31', isWhole: true },
    { from: '2024-04-01', to: '2024-04-29', isWhole: false },
  ])
})

test('every day is in exactly one step, whatever the range', () => {
  const anyRange = fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 731 }))
  fc.assert(
    fc.property(anyRange, fc.constantFrom('day' as const, 'week' as const, 'month' as const), ([start, length], interval) => {
      const days = Array.from({ length: length + 1 }, (_, index) => toDay(start + index))
      const buckets = toBuckets(days[0] ?? '', days.at(-1) ?? '', interval)
      const covered = buckets.flatMap(({ from, to }) => days.filter((day) => day >= from && day <= to))
      expect(covered).toEqual(days)
      expect(buckets.slice(1, -1).every(({ isWhole }) => isWhole)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('ends where the calendar of four digits ends', () => {
  expect(toBuckets('9999-12-27', '9999-12-31', 'week').map(({ from, to }) => [from, to])).toEqual([['9999-12-27', '9999-12-31']])
})
