import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHolm } from './to-holm.ts'

// 0.005 ≤ 0.05 ÷ 4 and 0.01 ≤ 0.05 ÷ 3, but 0.03 > 0.05 ÷ 2, and with it everything after it.
test('steps down from the smallest and stops at the first that is too large', () => {
  expect(toHolm([0.01, 0.04, 0.03, 0.005], 0.05)).toEqual([true, false, false, true])
  expect(toHolm([0.05], 0.05)).toEqual([true])
  expect(toHolm([0.026, 0.026], 0.05)).toEqual([false, false])
  expect(toHolm([0.025, 0.05], 0.05)).toEqual([true, true])
  expect(toHolm([], 0.05)).toEqual([])
})

test('rejects nothing that stands alone against nothing, and no larger one before a smaller', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (pValues) => {
      const rejected = toHolm(pValues, 0.05)
      for (const [at, pValue] of pValues.entries()) {
        if (rejected[at]) expect(pValue).toBeLessThanOrEqual(0.05)
        if (pValue <= 0.05 / pValues.length) expect(rejected[at]).toBe(true)
        for (const [other, larger] of pValues.entries()) if (rejected[other] && pValue < larger) expect(rejected[at]).toBe(true)
      }
    }),
  )
})
