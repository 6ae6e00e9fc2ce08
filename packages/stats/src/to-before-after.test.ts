import { expect, test } from 'vitest'
import { toBeforeAfter } from './to-before-after.ts'
import { toOutlook } from './to-outcomes.ts'

const csat = toOutlook('csat', 5)
const nps = toOutlook('nps', 10)
if (!csat || !nps) throw new Error('these have a better and a worse')

const toDays = (length: number, toOutcomes: (day: number) => number[]) => ({
  firstDay: 100,
  days: Array.from({ length }, (_, day) => toOutcomes(day)),
})

// 56 of 70 against 48 of 80 is Newcombe's (1998) first example, table II: 0.2, from 0.0524 to 0.3339.
test('gives the published difference of two shares', () => {
  const days = toDays(14, (day) => (day === 6 ? [32, 48] : day === 13 ? [14, 56] : [0, 0]))
  const change = toBeforeAfter(days, csat, 106, 107)
  expect(change).toMatchObject({ unit: 'percent', before: 60, after: 80, answersBefore: 80, answersAfter: 70 })
  expect(change?.difference.value).toBeCloseTo(20, 12)
  expect(change?.difference.low).toBeCloseTo(5.24, 2)
  expect(change?.difference.high).toBeCloseTo(33.39, 2)
})

test('compares a Saturday with Saturdays while there is nothing else yet', () => {
  const days = toDays(29, (day) => (day % 7 === 0 ? [5, 5] : [0, 100]))
  expect(toBeforeAfter(days, csat, 127, 128)).toMatchObject({ before: 50, after: 50, answersBefore: 40, answersAfter: 10 })
})

test('takes four weeks on either side and leaves out the days between', () => {
  const days = toDays(100, (day) => (day === 50 ? [1000, 0, 0] : day < 50 ? [2, 3, 5] : [3, 3, 4]))
  expect(toBeforeAfter(days, nps, 149, 151)).toMatchObject({ unit: 'points', before: 30, after: 10, answersBefore: 280, answersAfter: 280 })
})

test('looks no further than where other changes lie', () => {
  const days = toDays(100, () => [2, 8])
  const change = toBeforeAfter(days, csat, 149, 150, { firstBefore: 143, lastAfter: 156 })
  expect(change).toMatchObject({ answersBefore: 70, answersAfter: 70 })
})

test('has nothing to compare without answers on one of the sides', () => {
  const days = toDays(10, () => [1, 1])
  expect(toBeforeAfter(days, csat, 99, 100)).toBeNull()
  expect(toBeforeAfter(days, csat, 109, 110)).toBeNull()
})
