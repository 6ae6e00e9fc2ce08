import { expect, test } from 'vitest'
import { CHANGE_HISTORY_DAYS, toChanges, toNeededEvidence } from './to-changes.ts'

/** Days of `n` answers with this share of satisfied ones, by day. */
const toDays = (length: number, toShare: (day: number) => number, n = 100) =>
  Array.from({ length }, (_, day) => {
    const good = Math.round(n * toShare(day))
    return [n - good, good]
  })

const NEEDED = toNeededEvidence(10)
const judge = (days: number[][], needed = NEEDED) => toChanges({ firstDay: 20_000, days, values: [0, 1] }, needed)

test('needs 47 bets of evidence for one touchpoint at one in twenty, and ten times that for ten', () => {
  expect(toNeededEvidence(1)).toBeCloseTo(940, 9)
  expect(toNeededEvidence(10)).toBeCloseTo(9400, 9)
})

test('sees nothing in a week that repeats itself, however uneven it is', () => {
  const { found, evidence } = judge(toDays(CHANGE_HISTORY_DAYS, (day) => (day % 7 > 4 ? 0.5 : 0.9)))
  expect(found).toEqual([])
  expect(evidence).toBeLessThan(1)
})

test('sees a drop once, within days, and names its first day', () => {
  const { found, evidence } = judge(toDays(200, (day) => (day < 170 ? 0.85 : 0.7)))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ direction: 'lower', changed: 20_170 })
  expect(found[0]?.raised).toBeLessThanOrEqual(20_173)
  expect(found[0]?.evidence).toBeGreaterThan(NEEDED)
  // What has been so for weeks is what is normal now.
  expect(evidence).toBeLessThan(2)
})

test('sees the way back as a change of its own', () => {
  const { found } = judge(toDays(220, (day) => (day < 170 || day >= 195 ? 0.85 : 0.7)))
  expect(found.map(({ direction, changed }) => [direction, changed])).toEqual([
    ['lower', 20_170],
    ['higher', 20_195],
  ])
})

test('sees the drop through a weekend that is always worse', () => {
  const { found } = judge(toDays(180, (day) => (day % 7 > 4 ? 0.6 : 0.9) - (day < 170 ? 0 : 0.15)))
  expect(found.map(({ direction }) => direction)).toEqual(['lower'])
})

test('says the same of a day at whatever later day one looks', () => {
  const days = toDays(240, (day) => (day < 170 ? 0.85 : 0.75))
  const { found } = judge(days)
  const [change] = found
  if (!change) throw new Error('there was a change')
  const raised = change.raised - 20_000
  expect(judge(days.slice(0, raised)).found).toEqual([])
  for (const looked of [raised + 1, raised + 2, raised + 30]) expect(judge(days.slice(0, looked)).found).toEqual(found)
})

test('wants more where more is needed', () => {
  const days = toDays(200, (day) => (day < 170 ? 0.85 : 0.75))
  const [easily] = judge(days, 100).found
  const [hardly] = judge(days, 1e6).found
  expect(hardly?.raised).toBeGreaterThan(easily?.raised ?? Number.POSITIVE_INFINITY)
})

test('has nothing to say without a week to compare with', () => {
  expect(judge([])).toEqual({ found: [], evidence: null })
  expect(judge(toDays(7, () => 0.5)).evidence).toBeNull()
  expect(judge(toDays(8, () => 0.5)).evidence).not.toBeNull()
  expect(judge([...toDays(30, () => 0.5, 0), ...toDays(8, () => 0.5)]).evidence).not.toBeNull()
})
