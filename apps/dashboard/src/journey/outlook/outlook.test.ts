import { toScore } from '@pulso/stats'
import { expect, test } from 'vitest'
import { type ScoreOutlook, toInterval, toMovement } from './outlook.ts'

const scoreOf = (good: number, bad: number) =>
  toScore({ kind: 'csat', scaleMax: 5, scores: [0, bad, 0, 0, 0, good], shown: good + bad, dismissed: 0, answered: good + bad })
const change = (value: number, low: number, high: number, isDifferent: boolean): ScoreOutlook['change'] => ({
  formula: 'difference/square-and-add',
  value,
  low,
  high,
  joint: { low: low - 1, high: high + 1, lookedAt: 4 },
  isDifferent,
})

test('calls a score moved only by what holds for all that were looked at', () => {
  const both = { score: scoreOf(80, 20), other: scoreOf(60, 40) }
  expect(toMovement({ ...both, change: change(20, 8, 31, true) })).toEqual({ is: 'higher', by: 20, least: 7, most: 32 })
  expect(toMovement({ ...both, change: change(-20, -31, -8, true) })).toEqual({ is: 'lower', by: 20, least: 7, most: 32 })
  expect(toMovement({ ...both, change: change(6, -2, 14, false) })).toEqual({ is: 'steady' })
})

test('does not know where either side has too few answers', () => {
  expect(toMovement({ score: scoreOf(80, 20), other: scoreOf(8, 2), change: change(0, -30, 30, false) })).toEqual({ is: 'unknown' })
  expect(toMovement({ score: scoreOf(80, 20), change: null })).toEqual({ is: 'unknown' })
})

test('takes longer steps for longer ranges', () => {
  expect([7, 30, 90, 365].map(toInterval)).toEqual(['day', 'week', 'week', 'month'])
})
