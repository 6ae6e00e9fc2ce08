import { expect, test } from 'vitest'
import { AnswerWindow } from './answer-window.ts'

const HOUR_MS = 3_600_000
const from = (network: string, ...ids: string[]) => ids.map((id) => ({ id, promptId: 'nps', network }))

test('reports everything of a network once it goes over the limit, and then each further answer, once', () => {
  const window = new AnswerWindow()
  expect(window.add(from('192.0.2.1', 'a', 'b', 'c'), 3, 0)).toEqual([])
  expect(window.add(from('192.0.2.1', 'd'), 3, 1)).toEqual(['a', 'b', 'c', 'd'])
  expect(window.add(from('192.0.2.1', 'a', 'e'), 3, 2)).toEqual(['e'])
})

test('counts a revision once, and networks and prompts apart', () => {
  const window = new AnswerWindow()
  expect(
    window.add([...from('192.0.2.1', 'a', 'a', 'a'), ...from('192.0.2.2', 'b'), { id: 'c', promptId: 'csat', network: '192.0.2.1' }], 1, 0),
  ).toEqual([])
})

test('forgets after an hour: at the hour it counts no more, a moment before it does', () => {
  const window = new AnswerWindow()
  window.add(from('192.0.2.1', 'a'), 1, 0)
  expect(new AnswerWindow().add(from('192.0.2.1', 'b'), 1, HOUR_MS)).toEqual([])
  expect(window.add(from('192.0.2.1', 'b'), 1, HOUR_MS - 1)).toEqual(['a', 'b'])
  const later = new AnswerWindow()
  later.add(from('192.0.2.1', 'a'), 1, 0)
  expect(later.add(from('192.0.2.1', 'b'), 1, HOUR_MS)).toEqual([])
})

test('keeps no more than it has room for, whatever comes', () => {
  const window = new AnswerWindow()
  for (let place = 0; place < 60_000; place += 1) window.add(from(`network ${place}`, 'a', 'b'), 2, place)
  // The first places made room for the last.
  expect(window.add(from('network 0', 'c'), 2, 60_000)).toEqual([])
  expect(window.add(from('network 59999', 'c'), 2, 60_000)).toEqual(['a', 'b', 'c'])
})
