import { expect, test } from 'vitest'
import { toNpsDifference, toNpsScore, toShareDifference } from './index.ts'

// Newcombe (1998), "Interval estimation for the difference between independent proportions", table II, method 10.
test.for([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
] as const)('gives the published interval of %i/%i − %i/%i', ([a, m, b, n, low, high]) => {
  const difference = toShareDifference({ successes: a, n: m }, { successes: b, n })
  expect(difference?.value).toBeCloseTo(100 * (a / m - b / n), 12)
  expect((difference?.low ?? 0) / 100).toBeCloseTo(low, 4)
  expect((difference?.high ?? 0) / 100).toBeCloseTo(high, 4)
})

test('has no difference to tell when either side has no answers', () => {
  const some = { successes: 5, n: 10 }
  const none = { successes: 0, n: 0 }
  expect(toShareDifference(some, none)).toBeNull()
  expect(toShareDifference(none, some)).toBeNull()
  expect(toNpsDifference({ promoters: 1, passives: 1, detractors: 1 }, { promoters: 0, passives: 0, detractors: 0 })).toBeNull()
  expect(toNpsDifference({ promoters: 0, passives: 0, detractors: 0 }, { promoters: 1, passives: 1, detractors: 1 })).toBeNull()
})

// By hand: 30 lies in 14.0511…44.2013, and 0 in ±195.9964 × √(61.5 ÷ 103²) = ±14.9226.
test('squares and adds the ends of two net promoter scores', () => {
  const before = { promoters: 30, passives: 40, detractors: 30 }
  const after = { promoters: 50, passives: 30, detractors: 20 }
  const difference = toNpsDifference(after, before)
  expect(difference?.value).toBe(30)
  expect(difference?.low).toBeCloseTo(30 - Math.sqrt((30 - 14.0511) ** 2 + 14.9226 ** 2), 3)
  expect(difference?.high).toBeCloseTo(30 + Math.sqrt((44.2013 - 30) ** 2 + 14.9226 ** 2), 3)
})

test('sees a difference although the two intervals overlap', () => {
  const before = { promoters: 40, passives: 30, detractors: 30 }
  const after = { promoters: 55, passives: 27, detractors: 18 }
  const overlap = (toNpsScore(before)?.high ?? 0) - (toNpsScore(after)?.low ?? 0)
  expect(overlap).toBeGreaterThan(0)
  expect(toNpsDifference(after, before)?.low).toBeGreaterThan(0)
})

test('changes only its sign when the two change places', () => {
  const one = { promoters: 12, passives: 5, detractors: 3 }
  const other = { promoters: 4, passives: 9, detractors: 8 }
  const there = toNpsDifference(one, other)
  const back = toNpsDifference(other, one)
  expect(back?.value).toBeCloseTo(-(there?.value ?? 0), 12)
  expect(back?.low).toBeCloseTo(-(there?.high ?? 0), 12)
  expect(back?.high).toBeCloseTo(-(there?.low ?? 0), 12)
})
