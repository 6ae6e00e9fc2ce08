import { expect, test } from 'vitest'
import { toRetryDelay } from './retry-delay.ts'

const longest = (attempt: number, retryAfterMs = 0) => toRetryDelay(attempt, retryAfterMs, () => 1)

test('doubles its bound with every attempt, from a second', () => {
  expect([0, 1, 2, 3].map((attempt) => longest(attempt))).toEqual([1000, 2000, 4000, 8000])
})

test('never waits longer than five minutes', () => {
  expect(longest(9)).toBe(300_000)
  expect(longest(5000)).toBe(300_000)
})

test('draws from the whole range below the bound', () => {
  expect(toRetryDelay(3, 0, () => 0)).toBe(0)
  expect(toRetryDelay(3, 0, () => 0.5)).toBe(4000)
})

test('leaves the server alone for as long as it asked, and adds the jitter to that', () => {
  expect(toRetryDelay(0, 60_000, () => 0)).toBe(60_000)
  expect(longest(0, 60_000)).toBe(61_000)
})
