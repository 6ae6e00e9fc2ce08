import { expect, test } from 'vitest'
import { type NpsMix, toNpsDifference, toNpsScore, toWilsonInterval } from './index.ts'

/*
 * How often a 95 % interval contains the truth: not simulated but added up over
 * every outcome that n answers can have, so nothing here depends on a seed.
 */

/** log(n!) for n up to 1000. */
const logFactorials = [0]
for (let n = 1; n <= 1000; n += 1) logFactorials.push((logFactorials[n - 1] ?? 0) + Math.log(n))

/** n·log(share), where 0·log(0) is 0. */
const logPower = (share: number, n: number) => (n === 0 ? 0 : n * Math.log(share))
const logFactorial = (n: number) => logFactorials[n] ?? Number.NaN

interface NpsOutcome {
  counts: { promoters: number; passives: number; detractors: number }
  probability: number
}

function* everyNpsOutcome({ promoters: up, detractors: down }: NpsMix, n: number): Generator<NpsOutcome> {
  const middle = 1 - up - down
  for (let promoters = 0; promoters <= n; promoters += 1) {
    for (let detractors = 0; promoters + detractors <= n; detractors += 1) {
      const passives = n - promoters - detractors
      const ways = logFactorial(n) - logFactorial(promoters) - logFactorial(passives) - logFactorial(detractors)
      const probability = Math.exp(ways + logPower(up, promoters) + logPower(middle, passives) + logPower(down, detractors))
      if (probability > 1e-14) yield { counts: { promoters, passives, detractors }, probability }
    }
  }
}

const toTruth = ({ promoters, detractors }: NpsMix) => 100 * (promoters - detractors)
const contains = (interval: { low: number; high: number } | null, truth: number) =>
  interval !== null && interval.low <= truth + 1e-9 && truth - 1e-9 <= interval.high

function npsCoverage(mix: NpsMix, n: number): number {
  let covered = 0
  for (const { counts, probability } of everyNpsOutcome(mix, n)) {
    if (contains(toNpsScore(counts), toTruth(mix))) covered += probability
  }
  return covered
}

function npsDifferenceCoverage(first: NpsMix, second: NpsMix, n: number): number {
  const truth = toTruth(first) - toTruth(second)
  const others = [...everyNpsOutcome(second, n)]
  let covered = 0
  for (const one of everyNpsOutcome(first, n)) {
    for (const other of others) {
      if (contains(toNpsDifference(one.counts, other.counts), truth)) covered += one.probability * other.probability
    }
  }
  return covered
}

function shareCoverage(share: number, n: number): number {
  let covered = 0
  for (let successes = 0; successes <= n; successes += 1) {
    const ways = logFactorial(n) - logFactorial(successes) - logFactorial(n - successes)
    const probability = Math.exp(ways + logPower(share, successes) + logPower(1 - share, n - successes))
    if (contains(toWilsonInterval(successes, n), share)) covered += probability
  }
  return covered
}

const toMix = (promoters: number, _passives: number, detractors: number) => ({ promoters: promoters / 100, detractors: detractors / 100 })

test.for([
  [90, 8, 2],
  [80, 10, 10],
  [70, 20, 10],
  [60, 35, 5],
  [50, 30, 20],
  [34, 33, 33],
  [30, 40, 30],
  [10, 20, 70],
  [2, 8, 90],
] as const)('an NPS of %i/%i/%i is in 93 to 97 of 100 intervals, from 10 answers to 1000', ([up, middle, down]) => {
  for (const n of [10, 15, 20, 30, 50, 100, 300, 1000]) {
    const coverage = npsCoverage(toMix(up, middle, down), n)
    expect(coverage, `n = ${n}`).toBeGreaterThan(0.9295)
    expect(coverage, `n = ${n}`).toBeLessThan(0.9705)
  }
})

test('an NPS of almost only passives errs to the safe side while answers are few', () => {
  expect(npsCoverage(toMix(5, 90, 5), 10)).toBeGreaterThan(0.99)
  expect(npsCoverage(toMix(5, 90, 5), 1000)).toBeCloseTo(0.95, 2)
})

test('without any passives an NPS is a share of two, the worst case there is, and is right from 15 answers', () => {
  expect(npsCoverage(toMix(50, 0, 50), 10)).toBeGreaterThan(0.89)
  for (const n of [15, 20, 30, 50, 100, 300, 1000]) expect(npsCoverage(toMix(50, 0, 50), n), `n = ${n}`).toBeGreaterThan(0.925)
})

test('the difference of two NPS is covered, alike or far apart, from 10 answers each', () => {
  const mixes = [toMix(50, 30, 20), toMix(90, 8, 2), toMix(5, 15, 80), toMix(30, 40, 30)]
  for (const first of mixes) {
    for (const second of mixes) expect(npsDifferenceCoverage(first, second, 10)).toBeGreaterThan(0.925)
  }
  expect(npsDifferenceCoverage(toMix(50, 30, 20), toMix(30, 40, 30), 30)).toBeCloseTo(0.95, 2)
})

test('a share is covered 95 times of 100 on average, and at its worst, at the extremes, still 83', () => {
  for (const n of [10, 30, 100, 300]) {
    const coverages = Array.from({ length: 999 }, (_, index) => shareCoverage((index + 1) / 1000, n))
    const mean = coverages.reduce((sum, coverage) => sum + coverage, 0) / coverages.length
    expect(mean, `n = ${n}`).toBeGreaterThan(0.945)
    expect(mean, `n = ${n}`).toBeLessThan(0.96)
    expect(Math.min(...coverages), `n = ${n}`).toBeGreaterThan(0.83)
  }
})
