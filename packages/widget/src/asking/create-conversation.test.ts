import { expect, test } from 'vitest'
import { BEGINNING, type Conversation, type Move, toBand, toNext } from './conversation.ts'

/** Plays moves from the beginning. */
const play = (...moves: [Move, number?][]): Conversation => moves.reduce((now, [move, score]) => toNext(now, move, score), BEGINNING)

test('goes from the question by way of the follow-up to the thanks', () => {
  expect(play(['score', 8])).toEqual({ step: 'following', score: 8 })
  expect(play(['score', 8], ['complete'])).toEqual({ step: 'thanking', score: 8 })
})

test('takes a zero for an answer', () => {
  expect(play(['score', 0])).toEqual({ step: 'following', score: 0 })
})

test('goes back to the question with the answer still chosen, and takes another', () => {
  expect(play(['score', 8], ['back'])).toEqual({ step: 'asking', score: 8 })
  expect(play(['score', 8], ['back'], ['score', 3])).toEqual({ step: 'following', score: 3 })
})

test('can be closed at every step, and then stays closed', () => {
  for (const before of [[], [['score', 8]], [['score', 8], ['complete']]] as [Move, number?][][]) {
    expect(play(...before, ['close']).step).toBe('over')
    expect(play(...before, ['close'], ['score', 1]).step).toBe('over')
  }
})

test('ignores a move that makes no sense now', () => {
  expect(play(['complete'])).toBe(BEGINNING)
  expect(play(['back'])).toBe(BEGINNING)
  expect(play(['score', 8], ['score', 2])).toEqual({ step: 'following', score: 8 })
})

test('follows detractors, passives and promoters with their own question', () => {
  const bands = Array.from({ length: 11 }, (_, score) => toBand('nps', 10, score))
  expect(bands).toEqual([...Array(7).fill('low'), 'mid', 'mid', 'high', 'high'])
})

test('splits every other scale at its middle', () => {
  const toBands = (kind: 'csat' | 'emoji', scaleMax: number) =>
    Array.from({ length: scaleMax }, (_, index) => toBand(kind, scaleMax, index + 1))
  expect(toBands('csat', 5)).toEqual(['low', 'low', 'mid', 'high', 'high'])
  expect(toBands('emoji', 5)).toEqual(['low', 'low', 'mid', 'high', 'high'])
  expect(toBands('emoji', 3)).toEqual(['low', 'mid', 'high'])
})
