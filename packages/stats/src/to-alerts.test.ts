import { Alert, type Kind, ScoreChange } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { Random } from '../simulation/random.ts'
import { type DatedRelease, type DayScores, toAlerts, toReleaseChanges } from './index.ts'

const DAY_MS = 86_400_000
const FROM = '2026-03-01'
const LENGTH = 252
const toDay = (index: number) => new Date(Date.parse(FROM) + index * DAY_MS).toISOString().slice(0, 10)
const TO = toDay(LENGTH - 1)

/** A seeded history of one touchpoint: about 40 answers a day with these shares of the scores from 0. */
function toHistory(touchpoint: string, kind: Kind, scaleMax: number, seed: number, toShares: (day: number) => number[]): DayScores[] {
  const random = new Random(seed)
  return Array.from({ length: LENGTH }, (_, index) => {
    const scores = random.outcomes(random.count(40), toShares(index))
    return { touchpoint, kind, scaleMax, day: toDay(index), scores: [...scores, ...new Array<number>(11 - scores.length).fill(0)] }
  })
}

const good = [0, 0.04, 0.04, 0.07, 0.35, 0.5]
const bad = [0, 0.12, 0.08, 0.1, 0.35, 0.35]
const likely = [0.02, 0.01, 0.02, 0.02, 0.03, 0.05, 0.05, 0.15, 0.15, 0.2, 0.3]
const PLANTED = LENGTH - 12

const history = [
  ...toHistory('checkout', 'csat', 5, 11, (day) => (day < PLANTED ? good : bad)),
  ...toHistory('menu', 'csat', 5, 12, () => good),
  ...toHistory('menu', 'nps', 10, 13, () => likely),
  ...toHistory('help', 'ces', 7, 14, () => [0, 0.05, 0.05, 0.1, 0.1, 0.2, 0.25, 0.25]),
  ...toHistory('help', 'choice', 10, 15, (day) => (day < PLANTED ? [0.9, 0.1] : [0.1, 0.9])),
]

const toRelease = (id: string, day: number, touchpoints: string[] = []): DatedRelease => ({
  id,
  name: id,
  at: Date.parse(toDay(day)),
  day: toDay(day),
  touchpoints,
  url: null,
})

test('finds the drop that was planted, near its day and its release, and nothing elsewhere', () => {
  const releases = [
    toRelease('the-one', PLANTED, ['checkout']),
    toRelease('elsewhere', PLANTED, ['menu']),
    toRelease('everywhere', PLANTED - 2),
    toRelease('long-ago', PLANTED - 20),
  ]
  const alerts = toAlerts(history, FROM, TO, releases)
  expect(alerts.map(({ touchpoint, kind, state }) => [touchpoint, kind, state])).toEqual([
    ['checkout', 'csat', 'lower'],
    ['help', 'ces', 'steady'],
    ['menu', 'csat', 'steady'],
    ['menu', 'nps', 'steady'],
  ])
  const [alert] = alerts
  expect(alert?.evidence).toBeGreaterThan(alert?.needed ?? Number.NaN)
  expect(alert?.needed).toBeCloseTo(4 * 940, 6)
  expect(alert?.changes).toHaveLength(1)
  const [found] = alert?.changes ?? []
  expect(found).toMatchObject({ direction: 'lower', evidence: alert?.evidence, releases: ['the-one', 'everywhere'] })
  expect(Math.abs(Date.parse(found?.changedOn ?? '') / DAY_MS - Date.parse(toDay(PLANTED)) / DAY_MS)).toBeLessThanOrEqual(2)
  expect((found?.raisedOn ?? '') > toDay(PLANTED)).toBe(true)
  // The planted size is −15 percentage points.
  expect(found?.change?.unit).toBe('percent')
  expect(found?.change?.low).toBeLessThan(-15)
  expect(found?.change?.high).toBeLessThan(0)
  for (const one of alerts) expect(Alert.parse(one)).toEqual(one)
})

test('tells a drop and the way back, newest first, each against what was between', () => {
  const ended = toHistory('checkout', 'csat', 5, 11, (day) => (day < LENGTH - 26 || day >= LENGTH - 9 ? good : bad))
  const busy = ended.map((row) => ({ ...row, scores: row.scores.map((count) => 5 * count) }))
  const [alert] = toAlerts(busy, FROM, TO, [])
  expect(alert?.state).toBe('higher')
  expect(alert?.changes.map(({ direction }) => direction)).toEqual(['higher', 'lower'])
  const [back, drop] = alert?.changes ?? []
  expect(back?.change?.low).toBeGreaterThan(0)
  // What lies between the two is what came after the one and before the other.
  expect(drop?.change?.answersAfter).toBe(back?.change?.answersBefore)
  expect(drop?.change?.after).toBe(back?.change?.before)
})

test('forgets an alarm after four weeks', () => {
  const old = toHistory('checkout', 'csat', 5, 11, (day) => (day < LENGTH - 60 ? good : bad))
  expect(toAlerts(old, FROM, TO, [])).toMatchObject([{ state: 'steady', changes: [] }])
})

test('compares every score before and after a release that may concern all touchpoints, and only the named ones else', () => {
  const changes = toReleaseChanges(history, FROM, TO, toRelease('v2', PLANTED))
  expect(changes.map(({ touchpoint, kind }) => `${touchpoint} ${kind}`)).toEqual(['checkout csat', 'help ces', 'menu csat', 'menu nps'])
  const [checkout, ...others] = changes
  expect(checkout?.high).toBeLessThan(0)
  for (const change of others) expect(change.low < 0 && change.high > 0).toBe(true)
  for (const change of changes) expect(ScoreChange.parse(change)).toEqual(change)
  expect(toReleaseChanges(history, FROM, TO, toRelease('v2', PLANTED, ['menu'])).map(({ kind }) => kind)).toEqual(['csat', 'nps'])
})

test('learns while there is little, and says nothing about nobody', () => {
  const young = toHistory('new', 'stars', 5, 16, (day) => (day < LENGTH - 5 ? [] : good)).slice(-5)
  expect(toAlerts(young, FROM, TO, [])).toMatchObject([{ touchpoint: 'new', state: 'learning', evidence: 0, changes: [] }])
  expect(toAlerts([], FROM, TO, [])).toEqual([])
})
