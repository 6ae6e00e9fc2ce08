import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toUpperTail } from './to-upper-tail.ts'
import { Z_95 } from './z-95.ts'

test.for([
  [0, 0.5],
  [1, 0.15865525393145705],
  [Z_95, 0.025],
  [2.999999, 0.00134990246347956],
  [3, 0.00134989803163009],
  [5, 2.86651571879194e-7],
  [10, 7.61985302416053e-24],
  [-1, 0.841344746068543],
] as const)('the chance of more than %d is %d', ([z, chance]) => {
  expect(toUpperTail(z) / chance).toBeCloseTo(1, 10)
})

test('falls all the way, and both tails make a whole', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 8, noNaN: true }), fc.double({ min: 1e-3, max: 1, noNaN: true }), (z, step) => {
      expect(toUpperTail(z + step)).toBeLessThan(toUpperTail(z))
      expect(toUpperTail(z) + toUpperTail(-z)).toBeCloseTo(1, 12)
    }),
    { seed: 1964 },
  )
})
