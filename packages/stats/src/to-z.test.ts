import { expect, test } from 'vitest'
import { toZ } from './to-z.ts'
import { Z_95 } from './z-95.ts'

test.each([
  // Abramowitz and Stegun (1964), table 26.5, and the usual critical values.
  [0.5, 0.6744897501960817],
  [0.9, 1.6448536269514722],
  [0.95, 1.959963984540054],
  [0.99, 2.5758293035489004],
  [0.999, 3.2905267314919255],
  [0.9999, 3.890591886413094],
  [0.999999, 4.891638475699],
  [1 - 1e-12, 7.13051],
])('a two-sided interval of %f reaches %f standard errors', (confidence, z) => {
  expect(Math.abs(toZ(confidence) / z - 1)).toBeLessThan(1e-5)
  if (confidence < 0.99995) expect(toZ(confidence)).toBeCloseTo(z, 11)
})

test('the one of every single number is the same to the last digit', () => {
  expect(toZ(0.95)).toBeCloseTo(Z_95, 14)
})

test.each([0, 1, -0.1, Number.NaN])('%f is no confidence', (confidence) => {
  expect(() => toZ(confidence)).toThrow(RangeError)
})
