import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toQValues } from './to-q-values.ts'

test('the fifteen comparisons of Benjamini and Hochberg (1995): three hold at 5 % whatever hangs together', () => {
  const pValues = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  // 1 + 1/2 + … + 1/15.
  const price = 3.3182289932289937
  const qValues = toQValues(pValues)
  expect(qValues[0]).toBeCloseTo(0.0001 * 15 * price, 12)
  expect(qValues[2]).toBeCloseTo(((0.0019 * 15) / 3) * price, 12)
  // Their own rule, without the price, lets the fourth in: 0.0095 · 15 / 4 = 0.0356.
  expect((qValues[3] ?? 0) / price).toBeCloseTo(0.035625, 12)
  expect(qValues.filter((q) => q <= 0.05)).toHaveLength(3)
})

test('one test alone is its own p-value, and none is none', () => {
  expect(toQValues([0.03])).toEqual([0.03])
  expect(toQValues([])).toEqual([])
})

test('keeps the order of the p-values, wherever they stand, and never promises more than they do', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (pValues) => {
      const qValues = toQValues(pValues)
      for (const [place, p] of pValues.entries()) {
        expect(qValues[place]).toBeGreaterThanOrEqual(Math.min(1, p))
        expect(qValues[place]).toBeLessThanOrEqual(1)
        for (const [other, otherP] of pValues.entries()) if (otherP < p) expect(qValues[other]).toBeLessThanOrEqual(qValues[place] ?? 0)
      }
    }),
    { seed: 2001 },
  )
})
