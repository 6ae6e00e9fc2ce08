import { expect, test } from 'vitest'
import { toNpsCounts, toNpsScore } from './index.ts'

test('groups 9–10 as promoters, 7–8 as passives, 0–6 as detractors', () => {
  expect(toNpsCounts([1, 1, 1, 1, 1, 1, 1, 20, 30, 400, 500])).toEqual({ promoters: 900, passives: 50, detractors: 7 })
})

test('refuses a scale that is not 0–10', () => {
  expect(() => toNpsCounts([1, 2, 3, 4, 5])).toThrow('an NPS has 11 scores, not 5')
})

test('is null when nobody answered', () => {
  expect(toNpsScore({ promoters: 0, passives: 0, detractors: 0 })).toBeNull()
})

// By hand: (50.75 − 20.75) ÷ 103 = 0.29126; s = √((0.69417 − 0.08483) ÷ 103) = 0.076915; × 1.959964 = 0.150751.
test('puts the plain score between the ends of the adjusted interval', () => {
  const score = toNpsScore({ promoters: 50, passives: 30, detractors: 20 })
  expect(score?.value).toBe(30)
  expect(score?.n).toBe(100)
  expect(score?.low).toBeCloseTo(29.1262 - 15.0751, 3)
  expect(score?.high).toBeCloseTo(29.1262 + 15.0751, 3)
})

// By hand: (9.75 − 0.75) ÷ 13 = 0.69231; s = √((0.80769 − 0.47929) ÷ 13) = 0.158940; × 1.959964 = 0.311517.
test('is cut where a score cannot go', () => {
  const score = toNpsScore({ promoters: 9, passives: 1, detractors: 0 })
  expect(score?.value).toBe(90)
  expect(score?.low).toBeCloseTo(69.2308 - 31.1517, 3)
  expect(score?.high).toBe(100)
})

test('is nearly the plain Wald interval once answers are many', () => {
  const score = toNpsScore({ promoters: 50_000, passives: 30_000, detractors: 20_000 })
  const margin = 196 * Math.sqrt((0.7 - 0.09) / 100_000)
  expect(score?.low).toBeCloseTo(30 - margin, 2)
  expect(score?.high).toBeCloseTo(30 + margin, 2)
})

test('turns round when promoters and detractors change places', () => {
  const score = toNpsScore({ promoters: 7, passives: 3, detractors: 2 })
  const mirrored = toNpsScore({ promoters: 2, passives: 3, detractors: 7 })
  expect(mirrored?.value).toBeCloseTo(-(score?.value ?? 0), 12)
  expect(mirrored?.low).toBeCloseTo(-(score?.high ?? 0), 12)
  expect(mirrored?.high).toBeCloseTo(-(score?.low ?? 0), 12)
})

test('contains the plain score and stays within ±100, whatever was counted, and never is a point', () => {
  for (let n = 1; n <= 40; n += 1) {
    for (let promoters = 0; promoters <= n; promoters += 1) {
      for (let detractors = 0; promoters + detractors <= n; detractors += 1) {
        const passives = n - promoters - detractors
        const { value, low, high } = toNpsScore({ promoters, passives, detractors }) ?? { value: 0, low: 0, high: 0 }
        const holds = -100 <= low && low <= value && value <= high && high <= 100 && low < high
        expect(holds, `${promoters}/${passives}/${detractors}`).toBe(true)
      }
    }
  }
})
