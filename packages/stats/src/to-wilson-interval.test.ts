import { expect, test } from 'vitest'
import { toWilsonInterval } from './index.ts'

// Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 857–872, table I, method 3.
test.for([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
] as const)('gives the published interval of %i in %i', ([successes, n, low, high]) => {
  const interval = toWilsonInterval(successes, n)
  expect(interval?.low).toBeCloseTo(low, 4)
  expect(interval?.high).toBeCloseTo(high, 4)
})

test('is null when nobody answered: no answers is not a share of zero', () => {
  expect(toWilsonInterval(0, 0)).toBeNull()
})

test('ends at exactly 0 and 1, at none and at all, and is still an interval there', () => {
  for (const n of [1, 2, 7, 30, 999, 1_000_000]) {
    const none = toWilsonInterval(0, n)
    const all = toWilsonInterval(n, n)
    expect(none?.low).toBe(0)
    expect(all?.high).toBe(1)
    expect(none?.high).toBeGreaterThan(0)
    expect(all?.low).toBeCloseTo(1 - (none?.high ?? 0), 12)
  }
})

test('contains the share, inside 0 and 1, whatever was counted', () => {
  for (let n = 1; n <= 60; n += 1) {
    for (let successes = 0; successes <= n; successes += 1) {
      const { low, high } = toWilsonInterval(successes, n) ?? { low: Number.NaN, high: Number.NaN }
      expect(low >= 0 && low <= successes / n && successes / n <= high && high <= 1, `${successes} of ${n}`).toBe(true)
    }
  }
})

test('refuses what is not a share', () => {
  expect(() => toWilsonInterval(3, 2)).toThrow('3 of 2 is not a share')
  expect(() => toWilsonInterval(-1, 2)).toThrow(RangeError)
  expect(() => toWilsonInterval(Number.NaN, 2)).toThrow(RangeError)
})
