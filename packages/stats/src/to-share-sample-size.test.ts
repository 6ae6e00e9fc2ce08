import { expect, test } from 'vitest'
import { toShareSampleSize, toWilsonInterval } from './index.ts'

// z²·p·(1 − p) ÷ margin² is 384.15 at one half and ± 5; Wilson's interval has z² = 3.84 pseudo-answers of its own.
test('asks for 381 answers for ± 5 at one half', () => {
  expect(toShareSampleSize(0.5, 5)).toBe(381)
})

test('asks as many as the interval then needs, and one less would not do', () => {
  for (const margin of [2, 5, 10]) {
    for (const good of [0, 1, 3, 5]) {
      const n = toShareSampleSize(good / 5, margin)
      const halfOf = (answers: number) => {
        const interval = toWilsonInterval((good / 5) * answers, answers)
        return interval ? 50 * (interval.high - interval.low) : Number.NaN
      }
      expect(halfOf(n)).toBeLessThanOrEqual(margin + 1e-9)
      // The end at 0 or 1 is cut by nobody: the formula gives it.
      expect(halfOf(n - 1)).toBeGreaterThan(margin)
    }
  }
})

test('refuses what is no share or no margin, and needs nobody for an interval of everything', () => {
  expect(toShareSampleSize(0.5, 50)).toBe(0)
  expect(() => toShareSampleSize(1.1, 5)).toThrow(RangeError)
  expect(() => toShareSampleSize(0.5, 0)).toThrow('a margin is above 0')
})
