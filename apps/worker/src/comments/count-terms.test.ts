import { LIMITS } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { countTerms } from './count-terms.ts'
import { toTermClauses } from './to-terms.ts'
import { toWords } from './to-words.ts'

function count(language: 'es' | 'en', here: string[], elsewhere: string[] = []) {
  const toSided = (isHere: boolean) => (text: string) => ({ clauses: toTermClauses(text, toWords(text), language), isHere })
  const comments = [...here.map(toSided(true)), ...elsewhere.map(toSided(false))]
  const { group, toText } = countTerms(comments)
  return Object.fromEntries(group.terms.map(({ term, here, elsewhere }) => [toText(term), [here, elsewhere]]))
}

test('counts the comments that have a word, whatever its number and accents, and shows it as most wrote it', () => {
  expect(count('es', ['La máquina falla', 'las maquinas, máquina, MÁQUINAS', 'máquina'], ['otra máquina'])).toEqual({ máquina: [3, 1] })
  expect(count('en', ['Deliveries late', 'delivery delivery', 'the delivery'])).toEqual({ delivery: [3, 0] })
})

test('makes phrases of up to three words, over small words but not ending in them, nor over the end of a clause', () => {
  const terms = count('en', ['out of stock again', 'Out of stock!', 'was out of stock. Sizes', 'stock. Sizes', 'stock, sizes'])
  expect(terms).toEqual({ stock: [5, 0], sizes: [3, 0] })
  expect(
    count(
      'es',
      Array.from({ length: 3 }, () => 'el tiempo de espera'),
    ),
  ).toEqual({
    tiempo: [3, 0],
    espera: [3, 0],
    'tiempo de espera': [3, 0],
  })
})

test('takes no theme from what was redacted, from numbers or from signs', () => {
  expect(
    count(
      'en',
      Array.from({ length: 3 }, () => 'write [email] [phone] 2026 👍 :) x'),
    ),
  ).toEqual({ write: [3, 0] })
})

test(`reads ${LIMITS.themeWords} words of a comment`, () => {
  const before = (words: number) => `${'the '.repeat(words)}queue`
  expect(
    count(
      'en',
      Array.from({ length: 3 }, () => before(LIMITS.themeWords - 1)),
    ),
  ).toEqual({ queue: [3, 0] })
  expect(
    count(
      'en',
      Array.from({ length: 3 }, () => before(LIMITS.themeWords)),
    ),
  ).toEqual({})
})

test('remembers what people repeat, not what one makes up', () => {
  const madeUp = Array.from({ length: 400 }, (_, comment) => Array.from({ length: 90 }, (_, word) => `x${comment}y${word}`).join(' '))
  expect(count('en', madeUp)).toEqual({})
})
