import { expect, test } from 'vitest'
import { DROPS, simulateDelay, simulateQuietMonths } from './index.ts'

test('keeps quiet in quiet months, where a plain interval that is looked at every day does not', () => {
  const { months, alarms, naiveAlarms } = simulateQuietMonths(9, 5)
  expect(alarms).toBeLessThanOrEqual(0.05 * months)
  expect(naiveAlarms).toBeGreaterThan(0.9 * months)
})

test('hears of a drop within days where many answer, and of a small one where few do later or not at all', () => {
  const [large, small] = DROPS
  if (!large || !small) throw new Error('two drops are needed')
  const often = simulateDelay(large, 200, 20, 7)
  const seldom = simulateDelay(large, 10, 20, 7)
  expect(often.found).toBe(20)
  expect(often.lateDays).toBeLessThanOrEqual(4)
  expect(seldom.medianDays ?? 0).toBeGreaterThan(often.medianDays ?? 0)
  expect(simulateDelay(small, 10, 20, 7).found).toBeLessThan(10)
})
