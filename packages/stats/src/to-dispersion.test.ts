import { expect, test } from 'vitest'
import { toDispersion } from './to-dispersion.ts'

test('is what is usual where nothing is known', () => {
  expect(toDispersion([], [0, 1])).toBe(1.25)
  expect(
    toDispersion(
      [
        [[3, 7]],
        [
          [0, 0],
          [1, 1],
        ],
        [
          [0, 5],
          [0, 9],
        ],
      ],
      [0, 1],
    ),
  ).toBe(1.25)
})

test('is 1, and no less, where days are more alike than chance makes them', () => {
  expect(toDispersion([Array.from({ length: 50 }, () => [20, 80])], [0, 1])).toBe(1)
})

// By hand: means 0.7 and 0.9 around 0.8 whose variance is 0.16: 2 × 100 × 0.01 ÷ 0.16 = 12.5; with 7 × 1.25 over 1 + 7.
test('adds up what days deviate beyond chance', () => {
  expect(
    toDispersion(
      [
        [
          [30, 70],
          [10, 90],
        ],
      ],
      [0, 1],
    ),
  ).toBeCloseTo((12.5 + 8.75) / 8, 9)
})

test('does not mind that Mondays are other than Saturdays', () => {
  const alike = Array.from({ length: 20 }, () => [20, 80])
  const others = Array.from({ length: 20 }, () => [60, 40])
  expect(toDispersion([alike, others], [0, 1])).toBe(1)
})
