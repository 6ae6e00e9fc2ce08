import type { SeriesStep } from '@pulso/protocol/types'
import { toScore } from '@pulso/stats'
import { expect, test } from 'vitest'
import { toChartSteps, toPlaceMs, toRuns } from './chart-steps.ts'

/** A day of November with so many answers, four of five of them good. */
const dayWith = (day: number, answers: number): SeriesStep => {
  const good = Math.round(answers * 0.8)
  const date = `2026-11-${String(day).padStart(2, '0')}`
  const scores = [0, answers - good, 0, 0, 0, good, 0, 0, 0, 0, 0]
  const score = toScore({ kind: 'csat', scaleMax: 5, scores, shown: answers, dismissed: 0, answered: answers })
  return { from: date, to: date, isWhole: true, score }
}
const stepsWith = (...answers: number[]) =>
  toChartSteps(
    answers.map((count, index) => dayWith(index + 1, count)),
    'day',
    Date.UTC(2026, 11, 1),
  )
/** Each run as the answers of its steps. */
const runsOf = (...answers: number[]) =>
  toRuns(stepsWith(...answers)).map(({ isThin, steps }) => [isThin ? 'thin' : 'sure', ...steps.map(({ n }) => n)])

test('puts the point of a step in its middle, and the end of its last day at its end', () => {
  const [first] = stepsWith(40)
  expect(first).toMatchObject({ start: Date.UTC(2026, 10, 1), middle: Date.UTC(2026, 10, 1, 12), end: Date.UTC(2026, 10, 2), n: 40 })
})

test('gives the hour that comes twice in autumn two places', () => {
  const at = (from: string): SeriesStep => ({ ...dayWith(1, 40), from, to: from })
  const hours = [at('2026-10-25T02:00+02:00'), at('2026-10-25T02:00+01:00'), at('2026-10-25T03:00+01:00')]
  const [summer, winter, later] = toChartSteps(hours, 'hour', Date.parse('2026-10-25T02:30+01:00'))
  expect((winter?.start ?? 0) - (summer?.start ?? 0)).toBe(3_600_000)
  // An hour that has not begun is no gap.
  expect(later).toBeUndefined()
})

test('places a moment by the clock of the site among days, and as it is among hours', () => {
  const at = Date.parse('2026-11-30T23:30:00Z')
  expect(toPlaceMs(at, 'day', 'Europe/Madrid')).toBe(Date.UTC(2026, 11, 1, 0, 30))
  expect(toPlaceMs(at, 'week', 'America/Lima')).toBe(Date.UTC(2026, 10, 30, 18, 30))
  expect(toPlaceMs(at, 'hour', 'Europe/Madrid')).toBe(at)
})

test('draws no line across days on which nobody answered', () => {
  expect(runsOf(40, 50, 0, 60, 70)).toEqual([
    ['sure', 40, 50],
    ['sure', 60, 70],
  ])
  expect(runsOf(0, 0)).toEqual([])
})

test('draws the doubt between enough answers and too few', () => {
  expect(runsOf(40, 50, 3, 60, 70)).toEqual([
    ['sure', 40, 50],
    ['thin', 50, 3, 60],
    ['sure', 60, 70],
  ])
})

test('lets a day between gaps stand alone, with its own look', () => {
  expect(runsOf(40, 0, 5, 0, 50, 4)).toEqual([
    ['sure', 40],
    ['thin', 5],
    ['thin', 50, 4],
  ])
})
