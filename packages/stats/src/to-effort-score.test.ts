import { expect, test } from 'vitest'
import { toEffortScore } from './index.ts'

// By hand: sum 279 of 50; squares Σ(x − 5.58)² = 88.18; s = 1.341489; t(49) = 2.009575; 2.009575 × 1.341489 ÷ √50 = 0.381247.
test('gives the mean with its t interval, and the share above the middle', () => {
  const effort = toEffortScore([1, 1, 2, 4, 10, 20, 12])
  expect(effort?.n).toBe(50)
  expect(effort?.mean).toBeCloseTo(5.58, 12)
  expect(effort?.interval?.low).toBeCloseTo(5.58 - 0.381247, 5)
  expect(effort?.interval?.high).toBeCloseTo(5.58 + 0.381247, 5)
  expect(effort?.agreeing.value).toBe(84)
  expect(effort?.agreeing.low).toBeCloseTo(71.49, 2)
  expect(effort?.agreeing.high).toBeCloseTo(91.66, 2)
})

test('counts 4 and 5 as agreeing on five points, 5 to 7 on seven: the middle agrees with nobody', () => {
  expect(toEffortScore([0, 0, 5, 3, 2])?.agreeing.value).toBe(50)
  expect(toEffortScore([0, 0, 0, 7, 1, 1, 1])?.agreeing.value).toBe(30)
})

test('keeps the interval of the mean inside the scale', () => {
  expect(toEffortScore([0, 0, 0, 0, 0, 1, 2])?.interval?.high).toBe(7)
  expect(toEffortScore([2, 1, 0, 0, 0, 0, 0])?.interval?.low).toBe(1)
})

test('claims no certainty from one answer or from answers that are all alike', () => {
  expect(toEffortScore([0, 0, 0, 0, 0, 0, 1])).toMatchObject({ mean: 7, interval: null, n: 1 })
  expect(toEffortScore([0, 0, 0, 0, 0, 0, 40])).toMatchObject({ mean: 7, interval: null, n: 40 })
})

test('is null when nobody answered', () => {
  expect(toEffortScore([0, 0, 0, 0, 0, 0, 0])).toBeNull()
})
