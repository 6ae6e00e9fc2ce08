import { toScore } from '@pulso/stats'
import { expect, test } from 'vitest'
import { type Estimate, toCertainty, toCountText, toScoreText, toShareText } from './numbers.ts'

/** A value, the ends of its interval, and whether there are thirty answers behind it. */
const points = (value: number, low: number, high: number, enoughData = true): Estimate => ({ unit: 'points', value, low, high, enoughData })
const percent = (value: number, low: number, high: number, enoughData = true): Estimate => ({
  ...points(value, low, high, enoughData),
  unit: 'percent',
})

test('writes an NPS whole, with its sign and a real minus', () => {
  expect(toScoreText(41.7, 'points', 'en')).toBe('+42')
  expect(toScoreText(-17.2, 'points', 'en')).toBe('−17')
  expect(toScoreText(-17.2, 'points', 'es')).toBe('−17')
  expect(toScoreText(100, 'points', 'es')).toBe('+100')
})

test('gives zero no sign, from whichever side it was rounded', () => {
  for (const value of [0, 0.3, -0.3, -0]) expect(toScoreText(value, 'points', 'en')).toBe('0')
})

test('writes a share as each language does', () => {
  expect(toScoreText(86.6, 'percent', 'en')).toBe('87%')
  expect(toScoreText(86.6, 'percent', 'es')).toBe('87\u00a0%')
  expect(toShareText(0.004, 'en')).toBe('0%')
})

test('never makes a score of no answers', () => {
  expect(toScoreText(null, 'points', 'en')).toBeNull()
  expect(toScoreText(null, 'percent', 'es')).toBeNull()
  expect(toCertainty({ unit: 'points', value: null, low: null, high: null, enoughData: false }, 'en')).toBeNull()
})

test('writes ± where the interval lies evenly about the value', () => {
  expect(toCertainty(points(40, 33.6, 46.4), 'en')).toEqual({ is: 'margin', text: '±6' })
  expect(toCertainty(percent(62, 56.6, 67.1), 'es')).toEqual({ is: 'margin', text: '±5' })
  // One apart after rounding is rounding; two is not.
  expect(toCertainty(points(40, 34, 47), 'en')?.is).toBe('margin')
  expect(toCertainty(points(40, 34, 48), 'en')?.is).toBe('interval')
})

test('never claims a margin of zero that is not one', () => {
  expect(toCertainty(points(40, 39.8, 40.2), 'en')?.text).toBe('±<1')
  expect(toCertainty(points(40, 40, 40), 'en')?.text).toBe('±0')
})

test('writes the interval where a ± would contradict it', () => {
  expect(toCertainty(points(100, -48, 100), 'en')).toEqual({ is: 'interval', text: '−48 … +100', low: '−48', high: '+100' })
  expect(toCertainty(percent(69, 61.4, 75.2), 'en')).toEqual({ is: 'interval', text: '61–75%', low: '61%', high: '75%' })
  expect(toCertainty(percent(69, 61.4, 75.2), 'es')?.text).toBe('61–75\u00a0%')
})

test('writes the interval of too few answers, however even', () => {
  expect(toCertainty(points(0, -30, 30, false), 'en')?.text).toBe('−30 … +30')
})

test('writes a ± only where value and ± give back the two ends, whatever was answered', () => {
  let written = 0
  for (let detractors = 0; detractors <= 400; detractors += 57) {
    for (let passives = 0; passives <= 400; passives += 61) {
      for (let promoters = 0; promoters <= 400; promoters += 33) {
        const answered = detractors + passives + promoters
        const scores = [detractors, 0, 0, 0, 0, 0, 0, 0, passives, 0, promoters]
        const score = toScore({ kind: 'nps', scaleMax: 10, scores, shown: answered, dismissed: 0, answered })
        const certainty = toCertainty(score, 'en')
        if (certainty?.is !== 'margin' || score.value === null) continue
        written += 1
        const margin = Number(certainty.text.replace(/[±<]/g, ''))
        expect(answered).toBeGreaterThanOrEqual(30)
        expect(Math.abs(score.value - margin - (score.low ?? 0))).toBeLessThan(2)
        expect(Math.abs(score.value + margin - (score.high ?? 0))).toBeLessThan(2)
      }
    }
  }
  expect(written).toBeGreaterThan(100)
})

test('groups large counts as each language does', () => {
  expect(toCountText(12408, 'en')).toBe('12,408')
  expect(toCountText(12408, 'es')).toBe('12.408')
})
