import { expect, test } from 'vitest'
import { toT95 } from './to-t-95.ts'

// Any printed table of Student's t, two-sided 0.05.
test.for([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [5, 2.571],
  [10, 2.228],
  [29, 2.045],
  [30, 2.042],
  [60, 2.0],
  [100, 1.984],
  [120, 1.98],
  [1000, 1.962],
] as const)('knows t with %i degrees of freedom as %f', ([degreesOfFreedom, t]) => {
  expect(toT95(degreesOfFreedom)).toBeCloseTo(t, 3)
})

test('is right to seven digits on both sides of where one formula hands over to the other', () => {
  expect(toT95(60)).toBeCloseTo(2.0002978, 7)
  expect(toT95(120)).toBeCloseTo(1.9799304, 7)
  expect(toT95(1000)).toBeCloseTo(1.9623391, 7)
})

test('falls steadily towards the normal quantile, also where one formula hands over to the other', () => {
  const steps = Array.from({ length: 199 }, (_, index) => toT95(index + 1) - toT95(index + 2))
  for (const [index, step] of steps.entries()) {
    expect(step).toBeGreaterThan(0)
    expect(step).toBeLessThan(steps[index - 1] ?? Number.POSITIVE_INFINITY)
  }
  expect(toT95(10_000_000)).toBeCloseTo(1.959964, 6)
})

test('refuses degrees of freedom that no sample has', () => {
  expect(() => toT95(0)).toThrow(RangeError)
  expect(() => toT95(1.5)).toThrow(RangeError)
})
