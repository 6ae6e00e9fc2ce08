import { expect, test } from 'vitest'
import { toTopBoxScore, toTopBoxSize } from './index.ts'

test.for([
  [3, 1],
  [4, 2],
  [5, 2],
  [7, 2],
  [10, 3],
] as const)('counts, on a scale of %i, the best %i as satisfied', ([steps, size]) => {
  expect(toTopBoxSize(steps)).toBe(size)
})

test('takes the best two of five in percent, with the Wilson interval', () => {
  const score = toTopBoxScore([80, 60, 42, 41, 40])
  expect(score?.n).toBe(263)
  expect(score?.value).toBeCloseTo((100 * 81) / 263, 12)
  expect(score?.low).toBeCloseTo(25.53, 2)
  expect(score?.high).toBeCloseTo(36.62, 2)
})

test('takes only the smile of three faces', () => {
  expect(toTopBoxScore([10, 20, 70])?.value).toBe(70)
})

test('is 0 with an interval when nobody is satisfied, and null when nobody answered', () => {
  expect(toTopBoxScore([20, 0, 0, 0, 0])).toMatchObject({ value: 0, low: 0, n: 20 })
  expect(toTopBoxScore([0, 0, 0, 0, 0])).toBeNull()
})
