import { expect, test } from 'vitest'
import { type AskInput, toAskRate } from './to-ask-rate.ts'
import { toOutlook } from './to-outcomes.ts'

const csat = toOutlook('csat', 5)
const npsOutlook = toOutlook('nps', 10)
if (!csat || !npsOutlook) throw new Error('these have a better and a worse')

/** A touchpoint at which four hundred answers came in four weeks, 85 % satisfied, a hundred of them in the last, everybody asked. */
const input: AskInput = {
  outlook: csat,
  target: 5,
  outcomes: [60, 340],
  recentAnswers: 100,
  recentRates: 7,
}

test('asks everybody where it is blind: under 30 answers, or none of late', () => {
  expect(toAskRate({ ...input, outcomes: [2, 27] })).toMatchObject({ rate: 1, why: 'blind', n: 29 })
  expect(toAskRate({ ...input, outcomes: [2, 28] }).why).not.toBe('blind')
  expect(toAskRate({ ...input, outcomes: [0, 0] })).toMatchObject({ rate: 1, why: 'blind' })
  expect(toAskRate({ ...input, recentAnswers: 0 })).toMatchObject({ rate: 1, why: 'blind' })
})

// ± 2 at 340 + 1 of 402 needs 1,238 answers: 44.2 a day, of 14.3 that come.
test('asks everybody, in the end, for a margin that cannot be had', () => {
  expect(toAskRate({ ...input, target: 2 })).toMatchObject({ rate: 1, why: 'not-met' })
})

// ± 3 at the same mix, 10 times the visitors: 544 answers in 28 days, 1.2 × 19.4 of 142.9 a day.
test('asks as many as the margin takes, and a fifth more', () => {
  const met = toAskRate({ ...input, target: 3, outcomes: [600, 3400], recentAnswers: 1000 })
  expect(met.why).toBe('met')
  expect(met.rate).toBeCloseTo((1.2 * met.needed) / 28 / (1000 / 7), 9)
})

test('knows that few came because few were asked', () => {
  const all = toAskRate({ ...input, target: 3, outcomes: [600, 3400], recentAnswers: 1000 })
  const fifth = toAskRate({ ...input, target: 3, outcomes: [600, 3400], recentAnswers: 200, recentRates: 1.4 })
  expect(fifth.rate).toBeCloseTo(all.rate, 12)
})

test('catches up within a week with what lacks', () => {
  const behind = toAskRate({ ...input, target: 3, outcomes: [30, 170], recentAnswers: 1000 })
  expect(behind.why).toBe('not-met')
  const wanted = 1.2 * behind.needed
  expect(behind.rate).toBeCloseTo((wanted / 28 + (wanted - 200) / 7) / (1000 / 7), 9)
})

test('goes on asking for ten answers a day where fewer would do, and of every crowd a fiftieth', () => {
  const lax = { ...input, target: 10 }
  expect(toAskRate(lax)).toMatchObject({ why: 'watching', rate: 10 / (100 / 7) })
  expect(toAskRate({ ...lax, outcomes: [6000, 34_000], recentAnswers: 10_000 })).toMatchObject({ why: 'watching', rate: 0.02 })
})

test('reads three outcomes as an NPS', () => {
  const nps = { ...input, outlook: npsOutlook, target: 10, outcomes: [20, 30, 50], recentAnswers: 1000 }
  expect(toAskRate(nps).needed).toBe(235)
})
