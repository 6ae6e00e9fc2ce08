import { expect, test } from 'vitest'
import { simulateSampling } from './index.ts'

test('reaches every margin with far fewer questions than one share for all, even one that is too small', () => {
  const adapted = simulateSampling({ share: null, budgetDays: 0, seed: 3 })
  const fixed = simulateSampling({ share: 0.6, budgetDays: 0, seed: 3 })
  expect(adapted.reached).toBe(adapted.places)
  expect(fixed.reached).toBeGreaterThan(0)
  expect(adapted.asks / fixed.asks).toBeLessThan(0.6)
})

test('leaves the budget of the visitors to the touchpoints that few reach', () => {
  const adapted = simulateSampling({ share: null, budgetDays: 7, seed: 3 })
  const everybody = simulateSampling({ share: 1, budgetDays: 7, seed: 3 })
  expect(adapted.reached).toBe(adapted.places)
  expect([everybody.met['returns'], everybody.met['help']]).toEqual([0, 0])
  expect(adapted.asks).toBeLessThan(everybody.asks / 2)
})
