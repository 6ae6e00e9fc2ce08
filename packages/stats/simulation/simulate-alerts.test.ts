import { expect, test } from 'vitest'
import { DROPS, simulateAlikeMonths, simulateDelay, simulateQuietMonths } from './index.ts'

test('keeps quiet in quiet months, where a plain interval that is looked at every day does not', () => {
  const { months, alarms, naiveAlarms } = simulateQuietMonths(9, 5)
  expect(alarms).toBeLessThanOrEqual(0.05 * months)
  expect(naiveAlarms).toBeGreaterThan(0.9 * months)
})

test('keeps quiet where all agree, or all but a few', () => {
  expect(simulateAlikeMonths(9, 3)).toBeLessThanOrEqual(0.05 * 9)
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

test('hears of a fall where nobody had been dissatisfied before', () => {
  const falls = DROPS.filter(({ before }) => before[0] === 0)
  expect(falls).toHaveLength(2)
  for (const fall of falls) {
    for (const answersPerDay of [10, 300, 1000]) {
      const { found, lateDays } = simulateDelay(fall, answersPerDay, 4, 11)
      expect(found, `${fall.name} at ${answersPerDay}`).toBe(4)
      expect(lateDays, `${fall.name} at ${answersPerDay}`).toBeLessThanOrEqual(answersPerDay < 100 ? 10 : 1)
    }
  }
})
