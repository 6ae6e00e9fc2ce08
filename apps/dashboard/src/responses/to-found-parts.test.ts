import { expect, test } from 'vitest'
import { toFoundParts } from './to-found-parts.ts'

const show = (text: string, search: string) =>
  toFoundParts(text, search)
    .map((part) => (part.isFound ? `[${part.text}]` : part.text))
    .join('')

test('shows what was found as it was written', () => {
  expect(show('El PAGÓ no fue rápido: pagó dos veces', 'pago')).toBe('El [PAGÓ] no fue rápido: [pagó] dos veces')
  expect(show('Ana pago\u0301 todo', 'pagó')).toBe('Ana [pago\u0301] todo')
  expect(show('Todo bien', 'BIEN todo')).toBe('[Todo] [bien]')
})

test('loses nothing of a text whose plain form is longer or shorter', () => {
  for (const text of ['½ café ☕️ ﬁn', '👩‍🍳 cocinó', '', 'ß']) {
    expect(
      toFoundParts(text, 'caf fi co')
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  }
  expect(show('½ café ☕️ ﬁn', 'fin')).toBe('½ café ☕️ [ﬁn]')
})

test('marks nothing where nothing was looked for', () => {
  expect(toFoundParts('Todo bien', '  ')).toEqual([{ text: 'Todo bien', isFound: false }])
})
