import { toScore } from '@pulso/stats'
import { expect, test } from 'vitest'
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
