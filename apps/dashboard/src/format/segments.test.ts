import { toScore } from '@pulso/stats'
import { expect, test } from 'vitest'
import { toScoreText } from './numbers.ts'
import { toSegments, toTone, toVerdict } from './segments.ts'

/** A score from how often each answer from 0 to 10 was given. */
function scoreOf(kind: 'nps' | 'csat' | 'emoji', scaleMax: number, scores: number[]) {
  const answered = scores.reduce((sum, count) => sum + count, 0)
  return toScore({
    kind,
    scaleMax,
    scores: [...scores, ...Array<number>(11 - scores.length).fill(0)],
    shown: answered,
    dismissed: 0,
    answered,
  })
}

test('groups NPS answers into detractors, passives and promoters', () => {
  const segments = toSegments(scoreOf('nps', 10, [1, 0, 0, 0, 0, 0, 1, 3, 0, 2, 3]))
  expect(segments.map(({ tone, count, share }) => [tone, count, share])).toEqual([
    ['worst', 2, 0.2],
    ['middle', 3, 0.3],
    ['best', 5, 0.5],
  ])
})

test('keeps the steps of other scales apart, each with its own tone', () => {
  expect(toSegments(scoreOf('csat', 5, [0, 1, 2, 3, 4, 10])).map(({ from, tone, count }) => [from, tone, count])).toEqual([
    [1, 'worst', 1],
    [2, 'bad', 2],
    [3, 'middle', 3],
    [4, 'good', 4],
    [5, 'best', 10],
  ])
  expect(toSegments(scoreOf('emoji', 3, [0, 1, 1, 2])).map(({ tone }) => tone)).toEqual(['worst', 'middle', 'best'])
})

test('gives the ends of any scale the tones of the ends, also where there is nothing between', () => {
  const tonesOf = (steps: number) =>
    toSegments({ ...scoreOf('emoji', 3, []), distribution: Array<number>(steps).fill(0) }).map(({ tone }) => tone)
  expect(tonesOf(2)).toEqual(['worst', 'best'])
  expect(tonesOf(7)).toEqual(['worst', 'bad', 'bad', 'middle', 'good', 'good', 'best'])
})

test('shares out nothing when nobody answered', () => {
  expect(toSegments(scoreOf('csat', 5, [])).every(({ share }) => share === 0)).toBe(true)
})

test('gives one answer the tone of its place on its own scale', () => {
  expect([0, 6, 7, 8, 9, 10].map((score) => toTone('nps', 10, score))).toEqual(['worst', 'worst', 'middle', 'middle', 'best', 'best'])
  expect(toTone('emoji', 3, 3)).toBe('best')
  expect(toTone('emoji', 5, 3)).toBe('middle')
})

test('calls a target met or missed only when the whole interval says so', () => {
  const score = scoreOf('csat', 5, [0, 10, 10, 10, 70, 100])
  const { low, high } = score
  expect(toVerdict(score, low ?? 0)).toBe('met')
  expect(toVerdict(score, (high ?? 0) + 0.1)).toBe('missed')
  expect(toVerdict(score, score.value ?? 0)).toBe('open')
})

test('passes no verdict on too few answers', () => {
  expect(toVerdict(scoreOf('csat', 5, [0, 0, 0, 0, 0, 29]), 10)).toBe('open')
  expect(toVerdict(scoreOf('csat', 5, []), 10)).toBe('open')
})

test('rounds the groups of an NPS so that they make up a hundred and their difference is the score shown', () => {
  // 51.6 − 20.1 = 31.5, which is shown as +32, while each rounded alone would make 52 and 20 or 21.
  const percents = toSegments(scoreOf('nps', 10, [201, 0, 0, 0, 0, 0, 0, 283, 0, 0, 516])).map(({ percent }) => percent)
  expect(percents).toEqual([20, 28, 52])

  for (let worst = 0; worst <= 40; worst += 3) {
    for (let middle = 0; middle <= 40; middle += 4) {
      for (let best = 1; best <= 40; best += 3) {
        const score = scoreOf('nps', 10, [worst, 0, 0, 0, 0, 0, 0, middle, 0, 0, best])
        const segments = toSegments(score)
        const [low = Number.NaN, between = Number.NaN, high = Number.NaN] = segments.map(({ percent }) => percent)
        const isTrue = segments.every(({ percent, share }) => Math.abs(percent - share * 100) < 1 + 1e-9)
        const story = `${worst} ${middle} ${best}`
        if (low + between + high !== 100 || !isTrue) expect.unreachable(story)
        if (toScoreText(high - low, 'points', 'en') !== toScoreText(score.value, 'points', 'en')) expect.unreachable(story)
      }
    }
  }
})
