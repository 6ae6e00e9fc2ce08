import { KINDS, SCALES } from '@pulso/protocol/constants'
import { expect, test } from 'vitest'
import { toBalance } from './to-balance.ts'
import { toBands } from './to-bands.ts'
import { toScore } from './to-score.ts'

test('sorts answers by the bands of their own kind', () => {
  expect(toBands('nps', [1, 1, 1, 1, 1, 1, 1, 5, 5, 9, 9])).toEqual({ bad: 7, middle: 10, good: 18 })
  expect(toBands('csat', [1, 2, 7, 30, 60])).toEqual({ bad: 3, middle: 7, good: 90 })
  expect(toBands('ces', [1, 1, 2, 4, 10, 20, 12])).toEqual({ bad: 4, middle: 4, good: 42 })
  expect(toBands('emoji', [2, 3, 4])).toEqual({ bad: 2, middle: 3, good: 4 })
  expect(toBands('thumbs', [2, 9])).toEqual({ bad: 2, middle: 0, good: 9 })
  expect(toBands('choice', [1, 2])).toBeNull()
  expect(toBands('text', [])).toBeNull()
})

test('calls good what the score of the kind counts, so that the two never disagree', () => {
  for (const kind of KINDS) {
    if (kind === 'nps' || kind === 'choice' || kind === 'text') continue
    for (const scaleMax of SCALES[kind].max) {
      const scores = Array.from({ length: 11 }, (_, score) => (score >= SCALES[kind].min && score <= scaleMax ? score + 3 : 0))
      const n = scores.reduce((sum, count) => sum + count, 0)
      const score = toScore({ kind, scaleMax, scores, shown: n, dismissed: 0, answered: n })
      expect(score.value).toBeCloseTo((100 * (toBands(kind, score.distribution)?.good ?? 0)) / n, 10)
    }
  }
})

// A hundredth of the NPS interval of 50/30/20: 14.0511…44.2013.
test('is good minus bad as a share of all, over kinds that share no scale', () => {
  const balance = toBalance([
    { bad: 20, middle: 10, good: 10 },
    { bad: 0, middle: 20, good: 40 },
  ])
  expect(balance).toMatchObject({ n: 100, good: 50, middle: 30, bad: 20, enoughData: true })
  expect(balance.value).toBeCloseTo(0.3, 12)
  expect(balance.low).toBeCloseTo(0.140_511, 5)
  expect(balance.high).toBeCloseTo(0.442_013, 5)
})

test('is nothing where nothing was answered, and −1 and 1 at the ends', () => {
  expect(toBalance([])).toEqual({
    formula: 'balance/adjusted-wald',
    value: null,
    low: null,
    high: null,
    n: 0,
    good: 0,
    middle: 0,
    bad: 0,
    enoughData: false,
  })
  expect(toBalance([{ bad: 0, middle: 0, good: 0 }]).value).toBeNull()
  expect(toBalance([{ bad: 40, middle: 0, good: 0 }])).toMatchObject({ value: -1, low: -1, enoughData: true })
  expect(toBalance([{ bad: 0, middle: 0, good: 29 }])).toMatchObject({ value: 1, high: 1, enoughData: false })
})
