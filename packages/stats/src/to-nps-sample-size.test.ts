import { expect, test } from 'vitest'
import { toNpsSampleSize, toNpsScore } from './index.ts'

test.for([
  [10, 235],
  [5, 938],
  [3, 2604],
] as const)('asks, for ± %i at 50/30/20, %i answers', ([marginPoints, n]) => {
  expect(toNpsSampleSize({ promoters: 0.5, detractors: 0.2 }, marginPoints)).toBe(n)
})

test('asks as many as the interval then needs', () => {
  const n = toNpsSampleSize({ promoters: 0.5, detractors: 0.2 }, 5)
  const score = toNpsScore({ promoters: 0.5 * n, passives: 0.3 * n, detractors: 0.2 * n })
  expect(((score?.high ?? 0) - (score?.low ?? 0)) / 2).toBeCloseTo(5, 1)
})

test('asks most when everybody is at one of the ends', () => {
  expect(toNpsSampleSize({ promoters: 0.5, detractors: 0.5 }, 10)).toBe(385)
})

test('refuses shares above the whole and a margin of nothing', () => {
  expect(() => toNpsSampleSize({ promoters: 0.7, detractors: 0.4 }, 5)).toThrow(RangeError)
  expect(() => toNpsSampleSize({ promoters: -0.1, detractors: 0.4 }, 5)).toThrow(RangeError)
  expect(() => toNpsSampleSize({ promoters: 0.5, detractors: 0.2 }, 0)).toThrow('a margin is above 0')
})
