import { expect, test } from 'vitest'
import { toBetaProbability } from './to-beta-probability.ts'
import { toNormalProbability } from './to-normal-probability.ts'

/** P(X ≥ k | n, p), added up term by term. */
function toTail(k: number, n: number, p: number): number {
  let term = (1 - p) ** n
  let sum = k <= 0 ? term : 0
  for (let count = 1; count <= n; count += 1) {
    term *= ((n - count + 1) / count) * (p / (1 - p))
    if (count >= k) sum += term
  }
  return sum
}

test('is the tail of a binomial distribution', () => {
  expect(toBetaProbability(0.5, 8, 3)).toBeCloseTo(56 / 1024, 12)
  for (const [k, n, p] of [
    [1, 1, 0.3],
    [3, 10, 0.2],
    [24, 30, 0.9],
    [81, 263, 0.3],
    [500, 1000, 0.5],
  ] as const) {
    expect(toBetaProbability(p, k, n - k + 1)).toBeCloseTo(toTail(k, n, p), 10)
  }
})

// Newcombe, R. G. (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (8), table I, Clopper–Pearson.
test.for([
  [81, 263, 0.2527, 0.3676],
  [15, 148, 0.0579, 0.1617],
  [1, 29, 0.0009, 0.1776],
] as const)('lies at 2.5 %% at the published exact ends of %i/%i', ([successes, n, low, high]) => {
  const atLeast = toBetaProbability(low, successes, n - successes + 1)
  const atMost = 1 - toBetaProbability(high, successes + 1, n - successes)
  expect(atLeast).toBeGreaterThan(0.0215)
  expect(atLeast).toBeLessThan(0.0285)
  expect(atMost).toBeCloseTo(0.025, 3)
})

test('agrees with the normal distribution where there are very many', () => {
  const [n, p] = [10_000_000, 0.4]
  const deviation = Math.sqrt(n * p * (1 - p))
  const k = Math.round(n * p + 1.5 * deviation)
  expect(toBetaProbability(p, k, n - k + 1)).toBeCloseTo(1 - toNormalProbability((k - 0.5 - n * p) / deviation), 4)
})

test('is 0 and 1 at the ends, and refuses what is not defined', () => {
  expect([toBetaProbability(0, 2, 3), toBetaProbability(1, 2, 3)]).toEqual([0, 1])
  expect(() => toBetaProbability(0.5, 0, 3)).toThrow(RangeError)
  expect(() => toBetaProbability(1.5, 1, 3)).toThrow(RangeError)
})

// Abramowitz and Stegun, table 26.1 and 26.2.
test.for([
  [0, 0.5],
  [1, 0.841_344_746_068_543],
  [-1.959_963_984_540_054, 0.025],
  [3, 0.998_650_101_968_37],
  [-5, 2.866_515_718_79e-7],
  [-6, 9.865_876_45e-10],
] as const)('knows the normal probability below %f', ([z, probability]) => {
  expect(toNormalProbability(z) / probability).toBeCloseTo(1, 9)
})

test('keeps to 0 and 1 however far away', () => {
  expect([Number.NEGATIVE_INFINITY, -50, 50, Number.POSITIVE_INFINITY].map(toNormalProbability)).toEqual([0, expect.closeTo(0, 100), 1, 1])
  expect(() => toNormalProbability(Number.NaN)).toThrow(RangeError)
})
