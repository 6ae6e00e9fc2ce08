import type { Score } from '@pulso/protocol/types'
import { toChange, toScore } from '@pulso/stats'
import { expect, test } from 'vitest'
import { toChangeText } from './change-text.ts'
import { touchpointEn } from './words.en.ts'
import { touchpointEs } from './words.es.ts'

const countsWith = (bad: number, good: number) => ({
  kind: 'csat' as const,
  scaleMax: 5,
  scores: [0, bad, 0, 0, 0, good, 0, 0, 0, 0, 0],
  shown: bad + good,
  dismissed: 0,
  answered: bad + good,
})

function textOf(now: [number, number], then: [number, number], lookedAt = 1, words = touchpointEn, locale = 'en') {
  const [score, other]: Score[] = [toScore(countsWith(...now)), toScore(countsWith(...then))]
  const change = toChange(countsWith(...now), countsWith(...then), lookedAt)
  return score ? toChangeText({ score, other, change }, { is: 'previous', days: 30 }, words, locale) : null
}

test('says by how much and how sure, where a difference is beyond doubt', () => {
  const lower = textOf([100, 100], [40, 160])
  expect(lower?.is).toBe('different')
  expect(lower?.text).toMatch(/^30 points lower than the 30 days before, beyond doubt: with 95% confidence between 2\d and 3\d\.$/)
  expect(textOf([40, 160], [100, 100], 1, touchpointEs, 'es')?.text).toMatch(/^30 puntos más alta que en los 30 días anteriores, sin duda/)
})

test('says that two scores cannot be told apart rather than which one is larger', () => {
  const same = textOf([50, 150], [40, 160])
  expect(same?.is).toBe('same')
  expect(same?.text).toMatch(/^Cannot be told apart from the 30 days before: .* between −1\d and \+\d points\.$/)
})

test('asks more of one difference among many', () => {
  expect(textOf([56, 144], [40, 160])?.is).toBe('same')
  expect(textOf([62, 138], [40, 160])?.is).toBe('different')
  expect(textOf([62, 138], [40, 160], 20)?.is).toBe('same')
})

test('compares nothing with under thirty answers, and nothing with none', () => {
  expect(textOf([5, 20], [100, 10])).toEqual({ is: 'unknown', text: 'Too few answers to compare with the 30 days before: 25 against 110.' })
  expect(textOf([50, 150], [0, 0])?.text).toBe('There are no answers of the 30 days before to compare with.')
})
