import { expect, test } from 'vitest'
import { isFoundIn, toSearchWords } from './to-searchable.ts'

const isFound = (query: string, ...texts: (string | null)[]) => isFoundIn(texts, toSearchWords(query))

test('finds words whatever their case and accents, on both sides', () => {
  expect(isFound('canción', 'La CANCION del café')).toBe(true)
  expect(isFound('CAFE cancion', 'La canción del café')).toBe(true)
  // Written as a letter and its accent apart, as some keyboards do.
  expect(isFound('pagó', 'Ana pago\u0301 dos veces')).toBe(true)
  expect(isFound('espana', 'Envíos a España')).toBe(true)
})

test('wants every word, in any order and in any of the texts, and takes parts of words', () => {
  expect(isFound('lento pago', 'Un pago', 'muy lento')).toBe(true)
  expect(isFound('entreg', 'Lo entregaron tarde')).toBe(true)
  expect(isFound('pago rápido', 'Un pago', 'muy lento')).toBe(false)
})

test('takes no sign of the search for anything but itself', () => {
  expect(isFound('100%', 'Al 100 por cien')).toBe(false)
  expect(isFound('100%', 'Al 100% contenta')).toBe(true)
  expect(isFound('.*', 'cualquier cosa')).toBe(false)
})

test('finds nothing in nothing', () => {
  expect(isFound('algo', null, null)).toBe(false)
})
