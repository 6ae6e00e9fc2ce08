import { expect, test } from 'vitest'
import { createChangeClock } from './change-clock.ts'

test('knows what was read before a change had been answered', () => {
  const clock = createChangeClock()
  const early = clock.now()
  const change = clock.begin(['a'])
  const meanwhile = clock.now()
  expect(clock.isChangedSince('a', meanwhile)).toBe(true)
  expect(clock.end(change, ['a'])).toEqual(['a'])
  expect([early, meanwhile, clock.now()].map((readAt) => clock.isChangedSince('a', readAt))).toEqual([true, true, false])
  expect(clock.isChangedSince('b', early)).toBe(false)
})

test('gives the word to the newest of two changes, in whatever order they are answered', () => {
  const clock = createChangeClock()
  const first = clock.begin(['a', 'b'])
  const second = clock.begin(['a'])
  expect(clock.end(second, ['a'])).toEqual(['a'])
  expect(clock.end(first, ['a', 'b'])).toEqual(['b'])
})
