import { expect, test } from 'vitest'
import { chooseInterval, countDays, toOfferedIntervals } from './interval-choice.ts'

const TODAY = '2026-11-30'

test('counts both ends of a range, also over the end of summer time', () => {
  expect(countDays({ from: '2026-10-24', to: '2026-10-26' })).toBe(3)
  expect(countDays({ from: TODAY, to: TODAY })).toBe(1)
})

test('takes days for a month, weeks for a quarter and a year, months for more', () => {
  expect(chooseInterval({ from: TODAY, to: TODAY }, TODAY, null)).toBe('hour')
  expect(chooseInterval({ from: '2026-11-24', to: TODAY }, TODAY, null)).toBe('day')
  expect(chooseInterval({ from: '2026-11-01', to: TODAY }, TODAY, null)).toBe('day')
  expect(chooseInterval({ from: '2026-09-02', to: TODAY }, TODAY, null)).toBe('week')
  expect(chooseInterval({ from: '2025-12-01', to: TODAY }, TODAY, null)).toBe('week')
  expect(chooseInterval({ from: '2024-12-01', to: TODAY }, TODAY, null)).toBe('month')
})

test('follows what was asked for as long as it can be shown', () => {
  const month = { from: '2026-11-01', to: TODAY }
  expect(chooseInterval(month, TODAY, 'week')).toBe('week')
  expect(chooseInterval(month, TODAY, 'month')).toBe('day')
  expect(chooseInterval({ from: '2025-12-01', to: TODAY }, TODAY, 'day')).toBe('week')
})

test('offers hours only of the last two weeks, which are all that is kept', () => {
  expect(toOfferedIntervals({ from: '2026-11-24', to: TODAY }, TODAY)).toEqual(['hour', 'day'])
  expect(toOfferedIntervals({ from: '2026-11-10', to: '2026-11-12' }, TODAY)).toEqual(['day'])
  expect(chooseInterval({ from: '2026-11-01', to: '2026-11-01' }, TODAY, null)).toBe('day')
})

test('offers what makes at least two steps, and not more than can be told apart', () => {
  expect(toOfferedIntervals({ from: '2026-09-02', to: TODAY }, TODAY)).toEqual(['day', 'week', 'month'])
  expect(toOfferedIntervals({ from: '2025-12-01', to: TODAY }, TODAY)).toEqual(['week', 'month'])
})

test('takes longer steps where few answer, as long as a line is left to see', () => {
  const month = { from: '2026-11-01', to: TODAY }
  expect(chooseInterval(month, TODAY, null, 40)).toBe('day')
  expect(chooseInterval(month, TODAY, null, 10)).toBe('week')
  expect(chooseInterval(month, TODAY, 'day', 10)).toBe('day')
  // Not even a week has thirty: then the longest that makes a line.
  expect(chooseInterval(month, TODAY, null, 0.5)).toBe('week')
  expect(chooseInterval({ from: '2026-09-02', to: TODAY }, TODAY, null, 3)).toBe('week')
  expect(chooseInterval({ from: '2025-12-01', to: TODAY }, TODAY, null, 1)).toBe('month')
  expect(chooseInterval({ from: '2026-11-24', to: TODAY }, TODAY, null, 1)).toBe('day')
})
