import type { Kind } from '@pulso/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toShortfallConfidence } from './to-shortfall-confidence.ts'

/** So many satisfied of `n`, on the five steps of a CSAT. */
const toCsat = (satisfied: number, n: number) => ({ kind: 'csat' as Kind, distribution: [n - satisfied, 0, 0, 0, satisfied] })
const toNps = (promoters: number, detractors: number, n: number) => ({
  kind: 'nps' as Kind,
  distribution: [detractors, 0, 0, 0, 0, 0, 0, n - promoters - detractors, 0, 0, promoters],
})

test('of a share is one minus the exact tail of the binomial', () => {
  // P(X ≤ 23 | 30, 0.9) = 0.0258…
  expect(toShortfallConfidence(toCsat(23, 30), 90)).toBeCloseTo(1 - 0.025_827, 4)
  // Newcombe (1998): the exact 95 % interval of 81 of 263 ends at 0.3676.
  expect(toShortfallConfidence(toCsat(81, 263), 36.76)).toBeCloseTo(0.975, 3)
  expect(toShortfallConfidence({ kind: 'thumbs', distribution: [0, 40] }, 90)).toBe(0)
  expect(toShortfallConfidence({ kind: 'thumbs', distribution: [1, 39] }, 100)).toBe(1)
  expect(toShortfallConfidence(toCsat(5, 30), 0)).toBe(0)
})

// By hand: 4 promoters less than at +10 of 100 with p₂₁ = 0.25, variance 100 × (0.5 + 0.1 − 0.01) = 59, half a step for continuity.
test('of an NPS is near the normal where the mix is even', () => {
  const confidence = toShortfallConfidence(toNps(33, 27, 100), 10) ?? Number.NaN
  expect(confidence).toBeGreaterThan(0.66)
  expect(confidence).toBeLessThan(0.69)
  expect(toShortfallConfidence(toNps(50, 20, 100), 30)).toBeCloseTo(0.475, 1)
  expect(toShortfallConfidence(toNps(40, 0, 40), 100)).toBe(0)
  expect(toShortfallConfidence(toNps(39, 0, 40), 100)).toBe(1)
})

test('of an NPS is never sure that who has the best score of all is below any standard', () => {
  expect(toShortfallConfidence(toNps(30, 0, 30), -80)).toBeLessThan(0.001)
  for (let target = -99; target < 90; target += 1) {
    expect(toShortfallConfidence(toNps(30, 0, 30), target), `${target}`).toBeLessThan(0.16)
  }
})

test('has nothing to say without answers, or of what has no score', () => {
  expect(toShortfallConfidence(toCsat(0, 0), 80)).toBeNull()
  expect(toShortfallConfidence({ kind: 'choice', distribution: [3, 4] }, 80)).toBeNull()
  expect(toShortfallConfidence({ kind: 'text', distribution: [] }, 80)).toBeNull()
})

test('grows with the standard and falls with the score', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 30, max: 400 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 98 }),
      (n, share, target) => {
        const satisfied = Math.floor(share * n)
        const confidence = toShortfallConfidence(toCsat(satisfied, n), target) ?? Number.NaN
        expect(toShortfallConfidence(toCsat(satisfied, n), target + 1)).toBeGreaterThanOrEqual(confidence)
        if (satisfied < n) expect(toShortfallConfidence(toCsat(satisfied + 1, n), target)).toBeLessThanOrEqual(confidence)
      },
    ),
  )
})

const logFactorials = [0]
for (let n = 1; n <= 300; n += 1) logFactorials.push((logFactorials[n - 1] ?? 0) + Math.log(n))
const logFactorial = (n: number) => logFactorials[n] ?? Number.NaN
const logPower = (share: number, n: number) => (n === 0 ? 0 : n * Math.log(share))

const LEVELS = [0.05, 0.01, 0.0025]

/** How often who is exactly at the standard is called below it, per level: added up over every outcome, not simulated. */
function toFalseAlarms(outcomes: Iterable<{ probability: number; confidence: number }>): number[] {
  const rates = LEVELS.map(() => 0)
  for (const { probability, confidence } of outcomes) {
    for (const [at, level] of LEVELS.entries()) if (1 - confidence <= level) rates[at] = (rates[at] ?? 0) + probability
  }
  return rates
}

function* everyShare(share: number, n: number) {
  for (let satisfied = 0; satisfied <= n; satisfied += 1) {
    const ways = logFactorial(n) - logFactorial(satisfied) - logFactorial(n - satisfied)
    const probability = Math.exp(ways + logPower(share, satisfied) + logPower(1 - share, n - satisfied))
    yield { probability, confidence: toShortfallConfidence(toCsat(satisfied, n), 100 * share) ?? Number.NaN }
  }
}

function* everyNps(up: number, down: number, n: number) {
  for (let promoters = 0; promoters <= n; promoters += 1) {
    for (let detractors = 0; promoters + detractors <= n; detractors += 1) {
      const passives = n - promoters - detractors
      const ways = logFactorial(n) - logFactorial(promoters) - logFactorial(passives) - logFactorial(detractors)
      const probability = Math.exp(ways + logPower(up, promoters) + logPower(1 - up - down, passives) + logPower(down, detractors))
      if (probability < 1e-12) continue
      yield { probability, confidence: toShortfallConfidence(toNps(promoters, detractors, n), 100 * (up - down)) ?? Number.NaN }
    }
  }
}

test('a share exactly at its standard is never called below it more often than stated, whatever share and n', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 300 }), fc.integer({ min: 1, max: 99 }), (n, percent) => {
      toFalseAlarms(everyShare(percent / 100, n)).forEach((rate, at) => {
        expect(rate, `${percent} % of ${n}`).toBeLessThanOrEqual((LEVELS[at] ?? 0) + 1e-9)
      })
    }),
  )
})

test('an NPS exactly at its standard is called below it no more often than stated, at even and lopsided mixes', () => {
  const mixes = [
    [90, 8, 2],
    [80, 10, 10],
    [70, 20, 10],
    [60, 35, 5],
    [50, 30, 20],
    [30, 40, 30],
    [10, 20, 70],
    [5, 90, 5],
    [95, 4, 1],
    [49.99, 0.02, 49.99],
    [40, 59.9, 0.1],
  ] as const
  for (const [up, , down] of mixes) {
    for (const n of [30, 50, 100]) {
      toFalseAlarms(everyNps(up / 100, down / 100, n)).forEach((rate, at) => {
        // Without passives the steps are two answers wide: 1.05 % instead of 1 at worst.
        expect(rate, `${up}/${down} of ${n}`).toBeLessThanOrEqual((LEVELS[at] ?? 0) * 1.06)
      })
    }
  }
})
