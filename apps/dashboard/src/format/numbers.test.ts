import { expect, test } from 'vitest'
import { toCountText, toMarginText, toScoreText, toShareText } from './numbers.ts'

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
  expect(toMarginText(null, 'en')).toBeNull()
})

test('never claims a margin of zero that is not one', () => {
  expect(toMarginText(6.4, 'en')).toBe('±6')
  expect(toMarginText(0.2, 'en')).toBe('±<1')
  expect(toMarginText(0, 'en')).toBe('±0')
})

test('groups large counts as each language does', () => {
  expect(toCountText(12408, 'en')).toBe('12,408')
  expect(toCountText(12408, 'es')).toBe('12.408')
})
