import type { Trend } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { reportWith, touchpointWith } from '../../../test/believable-report.ts'
import { findOutlook, toInterval, toMovement } from './outlook.ts'

const trendWith = (change: Trend['change'], enoughData = true): Trend => ({
  kind: 'csat',
  scaleMax: 5,
  before: 60,
  nBefore: 100,
  change,
  enoughData,
})
const changeOf = (value: number, low: number, high: number, isDifferent: boolean): Trend['change'] => ({
  formula: 'difference/square-and-add',
  value,
  low,
  high,
  joint: { low: low - 1, high: high + 1, lookedAt: 4 },
  isDifferent,
})

test('calls a score moved only by what holds for all that were looked at', () => {
  expect(toMovement(trendWith(changeOf(20, 8, 31, true)))).toEqual({ is: 'higher', by: 20, least: 7, most: 32 })
  expect(toMovement(trendWith(changeOf(-20, -31, -8, true)))).toEqual({ is: 'lower', by: 20, least: 7, most: 32 })
  expect(toMovement(trendWith(changeOf(6, -2, 14, false)))).toEqual({ is: 'steady' })
})

test('does not know where either side has too few answers', () => {
  expect(toMovement(trendWith(changeOf(0, -30, 30, false), false))).toEqual({ is: 'unknown' })
  expect(toMovement(trendWith(null))).toEqual({ is: 'unknown' })
})

test('finds the trend and the course of a score by its kind and scale, and says of neither more than there is', () => {
  const [score] = touchpointWith({ key: 'checkout', scores: [0, 1, 0, 0, 0, 9] }).scores
  if (!score) throw new Error('no score')
  const trend = trendWith(changeOf(6, -2, 14, false))
  const other = { ...trend, scaleMax: 3 }
  const trends = new Map([['checkout', [other, trend]]])
  expect(findOutlook({ courses: null, trends, before: null }, 'checkout', score)).toEqual({ series: null, trend })
  expect(findOutlook({ courses: null, trends: null, before: reportWith([]).range }, 'checkout', score)).toEqual({
    series: null,
    trend: null,
  })
})

test('takes longer steps for longer ranges', () => {
  expect([7, 30, 90, 365].map(toInterval)).toEqual(['day', 'week', 'week', 'month'])
})
