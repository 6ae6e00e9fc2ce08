import { expect, test } from 'vitest'
import { CHANGE_HISTORY_DAYS, toChangeEvidence, toNeededEvidence } from './index.ts'

/** Days of `n` answers with this share of satisfied ones, by day. */
const toDays = (length: number, toShare: (day: number) => number, n = 100) =>
  Array.from({ length }, (_, day) => {
    const good = Math.round(n * toShare(day))
    return [n - good, good]
  })

const toStrongest = (days: number[][]) =>
  toChangeEvidence({ firstDay: 20_000, days, values: [0, 1] }).reduce((best, look) => Math.max(best, look?.evidence ?? 0), 0)

test('needs 47 bets of evidence for one touchpoint at one in twenty, and ten times that for ten', () => {
  expect(toNeededEvidence(1)).toBeCloseTo(940, 9)
  expect(toNeededEvidence(10)).toBeCloseTo(9400, 9)
})

test('sees nothing in a week that repeats itself, however uneven it is', () => {
  expect(toStrongest(toDays(CHANGE_HISTORY_DAYS, (day) => (day % 7 > 4 ? 0.5 : 0.9)))).toBeLessThan(1)
})

test('sees a drop and names a first day near it', () => {
  const days = toDays(180, (day) => (day < 170 ? 0.85 : 0.7))
  const looks = toChangeEvidence({ firstDay: 20_000, days, values: [0, 1] })
  expect(looks).toHaveLength(28)
  expect(Math.max(...looks.slice(0, 18).map((look) => look?.evidence ?? 0))).toBeLessThan(1)
  const last = looks.at(-1)
  expect(last?.evidence).toBeGreaterThan(toNeededEvidence(10))
  expect(Math.abs((last?.start ?? 0) - 20_170)).toBeLessThanOrEqual(1)
})

test('sees the drop through a weekend that is always worse', () => {
  const toShare = (day: number) => (day % 7 > 4 ? 0.6 : 0.9) - (day < 170 ? 0 : 0.15)
  expect(toStrongest(toDays(180, toShare))).toBeGreaterThan(toNeededEvidence(10))
})

test('says the same of a day at whatever later day one looks', () => {
  const days = toDays(200, (day) => (day < 170 ? 0.85 : 0.75))
  const now = toChangeEvidence({ firstDay: 20_000, days, values: [0, 1] })
  const before = toChangeEvidence({ firstDay: 20_000, days: days.slice(0, 195), values: [0, 1] })
  expect(now.slice(0, 23)).toEqual(before.slice(5))
})

test('says the same whether older days are read or not', () => {
  const days = toDays(CHANGE_HISTORY_DAYS + 100, (day) => (day < CHANGE_HISTORY_DAYS + 90 ? 0.85 : 0.7))
  const all = toChangeEvidence({ firstDay: 20_000, days, values: [0, 1] })
  expect(toChangeEvidence({ firstDay: 20_100, days: days.slice(100), values: [0, 1] })).toEqual(all)
})

test('has nothing to say without a week to compare with', () => {
  expect(toChangeEvidence({ firstDay: 20_000, days: [], values: [0, 1] }).every((look) => look === null)).toBe(true)
  expect(toChangeEvidence({ firstDay: 20_000, days: toDays(7, () => 0.5), values: [0, 1] }).every((look) => look === null)).toBe(true)
  expect(toChangeEvidence({ firstDay: 20_000, days: toDays(8, () => 0.5), values: [0, 1] }).at(-1)).not.toBeNull()
})
