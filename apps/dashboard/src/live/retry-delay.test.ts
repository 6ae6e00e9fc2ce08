import { expect, test } from 'vitest'
import { toRetryDelayMs } from './retry-delay.ts'

test('waits longer each time, up to fifteen seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 30].map((attempt) => toRetryDelayMs(attempt, 1))).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000])
})

test('spreads the watchers, and never comes back at once', () => {
  expect(toRetryDelayMs(30, 0)).toBe(1500)
  expect(toRetryDelayMs(30, 0.5)).toBe(8250)
})
