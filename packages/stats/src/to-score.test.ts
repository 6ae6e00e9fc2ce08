import { Score } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { hasEnoughData, type ScoreCounts, toScore } from './index.ts'

const none: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

function csatOf(counts: Partial<ScoreCounts>): ScoreCounts {
  return { kind: 'csat', scaleMax: 5, scores: none, shown: 0, dismissed: 0, answered: 0, ...counts }
}

test('reads 0–10 answers as a net promoter score in points', () => {
  const score = toScore({
    kind: 'nps',
    scaleMax: 10,
    scores: [1, 2, 2, 3, 3, 4, 5, 10, 20, 20, 30],
    shown: 140,
    dismissed: 25,
    answered: 100,
  })
  expect(score).toMatchObject({
    kind: 'nps',
    scaleMax: 10,
    formula: 'nps/adjusted-wald',
    unit: 'points',
    value: 30,
    n: 100,
    enoughData: true,
  })
  expect(score.distribution).toEqual([1, 2, 2, 3, 3, 4, 5, 10, 20, 20, 30])
  expect(score.low).toBeCloseTo(14.0511, 3)
  expect(score.high).toBeCloseTo(44.2013, 3)
  expect(score.margin).toBeCloseTo(15.0751, 3)
  expect(Score.parse(score)).toEqual(score)
})

test('reads 1–5 answers as the share of satisfied, with one count per point of the scale', () => {
  const score = toScore(csatOf({ scores: [0, 80, 60, 42, 41, 40, 0, 0, 0, 0, 0], shown: 263, answered: 263 }))
  expect(score).toMatchObject({ formula: 'top-box/wilson', unit: 'percent', n: 263, distribution: [80, 60, 42, 41, 40] })
  expect(score.value).toBeCloseTo(30.7985, 4)
  expect(score.low).toBeCloseTo(25.53, 2)
  expect(score.high).toBeCloseTo(36.62, 2)
  expect(score.margin).toBeCloseTo((36.62 - 25.53) / 2, 2)
})

test('reads three faces by the smile and five by the best two', () => {
  const three = toScore(csatOf({ kind: 'emoji', scaleMax: 3, scores: [0, 10, 20, 30, 0, 0, 0, 0, 0, 0, 0] }))
  expect(three).toMatchObject({ value: 50, distribution: [10, 20, 30] })
  const five = toScore(csatOf({ kind: 'emoji', scaleMax: 5, scores: [0, 10, 20, 30, 20, 20, 0, 0, 0, 0, 0] }))
  expect(five).toMatchObject({ value: 40, distribution: [10, 20, 30, 20, 20] })
})

test('has no value, ends or margin when nobody answered, never a zero', () => {
  for (const [kind, scaleMax] of [['nps', 10] as const, ['csat', 5] as const, ['emoji', 3] as const]) {
    const score = toScore(csatOf({ kind, scaleMax, shown: 12, dismissed: 5 }))
    expect(score).toMatchObject({ value: null, low: null, high: null, margin: null, n: 0, enoughData: false })
    expect(Score.parse(score)).toEqual(score)
  }
})

test('leaves out, and says so, who closed the prompt and who let it be', () => {
  const score = toScore(csatOf({ scores: [0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0], shown: 100, dismissed: 30, answered: 20 }))
  expect(score).toMatchObject({ value: 100, n: 20, leftOut: { dismissed: 30, unanswered: 50 } })
})

test('calls 30 answers enough to act upon, and 29 not', () => {
  expect(toScore(csatOf({ scores: [0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0] })).enoughData).toBe(true)
  expect(toScore(csatOf({ scores: [0, 0, 0, 0, 0, 29, 0, 0, 0, 0, 0] })).enoughData).toBe(false)
  expect([hasEnoughData(29), hasEnoughData(30)]).toEqual([false, true])
})

test('does not round: the screen does', () => {
  expect(toScore(csatOf({ scores: [0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0] })).value).toBe(200 / 3)
})

test('reads effort as the share above the middle of seven, stars by the best two, thumbs by the one that is up', () => {
  const effort = toScore(csatOf({ kind: 'ces', scaleMax: 7, scores: [0, 1, 1, 2, 4, 10, 20, 12, 0, 0, 0] }))
  expect(effort).toMatchObject({ formula: 'effort/wilson', value: 84, n: 50, distribution: [1, 1, 2, 4, 10, 20, 12] })
  expect(effort.low).toBeCloseTo(71.49, 2)
  const stars = toScore(csatOf({ kind: 'stars', scores: [0, 1, 1, 2, 3, 3, 0, 0, 0, 0, 0] }))
  expect(stars).toMatchObject({ formula: 'top-box/wilson', value: 60, n: 10 })
  const thumbs = toScore(csatOf({ kind: 'thumbs', scaleMax: 1, scores: [25, 75, 0, 0, 0, 0, 0, 0, 0, 0, 0] }))
  expect(thumbs).toMatchObject({ formula: 'top-box/wilson', value: 75, n: 100, distribution: [25, 75] })
  // Wilson (1927) for 75 of 100.
  expect(thumbs.low).toBeCloseTo(65.7, 1)
  expect(thumbs.high).toBeCloseTo(82.45, 1)
})

test('counts people and options of a choice, and people of a text, without making a score of them', () => {
  const choice = toScore(csatOf({ kind: 'choice', scaleMax: 10, scores: [8, 5, 0, 0, 0, 0, 0, 0, 0, 0, 2], shown: 20, answered: 10 }))
  expect(choice).toMatchObject({ formula: 'counts', value: null, margin: null, n: 10, distribution: [8, 5, 0, 0, 0, 0, 0, 0, 0, 0, 2] })
  expect(Score.parse(choice)).toEqual(choice)
  const text = toScore(csatOf({ kind: 'text', scaleMax: 0, shown: 20, answered: 4 }))
  expect(text).toMatchObject({ formula: 'counts', value: null, n: 4, distribution: [], leftOut: { dismissed: 0, unanswered: 16 } })
})
