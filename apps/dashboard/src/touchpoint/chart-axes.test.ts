import { expect, test } from 'vitest'
import { toLabelledSteps, toValueRange, toValueTicks } from './chart-axes.ts'
import type { ChartStep } from './chart-steps.ts'

const stepWith = (value: number | null, low: number | null, high: number | null, isThin = false): ChartStep => ({
  start: 0,
  end: 2,
  middle: 1,
  value,
  low,
  high,
  n: 50,
  isThin,
  isWhole: true,
  from: '2026-11-01',
  to: '2026-11-01',
})

test('shows round ends around what is sure', () => {
  expect(toValueRange([stepWith(78, 71, 84), stepWith(66, 58, 73)], 'percent', null)).toEqual([50, 90])
  expect(toValueRange([stepWith(20, 5, 36), stepWith(-10, -24, 4)], 'points', null)).toEqual([-30, 40])
})

test('does not let three answers flatten everything else', () => {
  const sure = stepWith(80, 76, 84)
  expect(toValueRange([sure, stepWith(100, 44, 100, true)], 'percent', null)).toEqual([70, 100])
  expect(toValueRange([stepWith(67, 21, 94, true)], 'percent', null)).toEqual([10, 100])
})

test('keeps a quiet score from looking like an earthquake', () => {
  expect(toValueRange([stepWith(80, 79.6, 80.4)], 'percent', null)).toEqual([60, 100])
})

test('has the target in sight, and never leaves the scale', () => {
  expect(toValueRange([stepWith(60, 55, 65)], 'percent', 85)).toEqual([50, 90])
  expect(toValueRange([stepWith(99, 96, 100)], 'percent', null)).toEqual([80, 100])
  expect(toValueRange([stepWith(null, null, null)], 'points', null)).toEqual([-100, 100])
})

test('writes round numbers beside it', () => {
  expect(toValueTicks([50, 90])).toEqual([50, 60, 70, 80, 90])
  expect(toValueTicks([-100, 100])).toEqual([-100, -50, 0, 50, 100])
  expect(toValueTicks([10, 100])).toEqual([20, 40, 60, 80, 100])
  expect(toValueTicks([80, 100])).toEqual([80, 85, 90, 95, 100])
})

test('writes as many dates as fit, evenly, the newest among them', () => {
  const steps = Array.from({ length: 30 }, (_, index) => ({ ...stepWith(1, 0, 2), middle: index }))
  expect(toLabelledSteps(steps, 600, 60).map(({ middle }) => middle)).toEqual([2, 5, 8, 11, 14, 17, 20, 23, 26, 29])
  expect(toLabelledSteps(steps.slice(0, 4), 600, 60)).toHaveLength(4)
  expect(toLabelledSteps(steps, 40, 60).map(({ middle }) => middle)).toEqual([29])
})
