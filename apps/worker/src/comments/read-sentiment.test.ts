import { LIMITS } from '@pulso/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toEnglishLexicon } from './english-lexicon.ts'
import { findHits } from './find-hits.ts'
import type { Lexicon } from './lexicon.ts'
import { readSentiment } from './read-sentiment.ts'
import { toSpanishLexicon } from './spanish-lexicon.ts'
import { toWords } from './to-words.ts'

const labelOf = (text: string, locale = 'es') => readSentiment(text, locale).label
const feelingOf = (text: string, locale = 'es') => readSentiment(text, locale).value ?? Number.NaN

test.for([
  ['Excelente', 'positive'],
  ['no es excelente', 'negative'],
  ['nada malo', 'positive'],
  ['sin problemas', 'positive'],
  ['no funciona bien', 'negative'],
  ['no tengo ninguna queja', 'positive'],
  ['nunca me han fallado', 'positive'],
  ['ni barato ni rápido', 'negative'],
  ['no solo es rápido, también es barato', 'positive'],
  ['bonito pero lento y caro', 'negative'],
  ['lento y caro, pero bonito y me encanta', 'positive'],
  ['se resolvió el problema', 'positive'],
  ['ME ENCANTA', 'positive'],
  ['buenisimooooo', 'positive'],
  ['vuenísima atensión', 'positive'],
  ['👎👎', 'negative'],
] as const)('reads %j as %s', ([text, label]) => {
  expect(labelOf(text)).toBe(label)
})

test.for([
  ['Excellent', 'positive'],
  ['not excellent', 'negative'],
  ['nothing bad about it', 'positive'],
  ['no problems', 'positive'],
  ["doesn't work well", 'negative'],
  ['dont recommend', 'negative'],
  ['nobody answers', 'negative'],
  ['somebody answers', null],
  ['too sweet', 'negative'],
  ['not only fast but cheap', 'positive'],
  ['pretty but slow and expensive', 'negative'],
  ['they fixed the problem', 'positive'],
  ['sooooo goooood', 'positive'],
  ['dissapointing experiance', 'negative'],
  ['❤️', 'positive'],
  [':(', 'negative'],
] as const)('reads %j as %s', ([text, label]) => {
  expect(labelOf(text, 'en')).toBe(label)
})

test('hears degrees', () => {
  expect(feelingOf('muy bueno')).toBeGreaterThan(feelingOf('bueno'))
  expect(feelingOf('un poco caro')).toBeGreaterThan(feelingOf('caro'))
  expect(feelingOf('very good', 'en')).toBeGreaterThan(feelingOf('good', 'en'))
  expect(feelingOf('not bad', 'en')).toBeLessThan(feelingOf('good', 'en'))
})

test('knows gender, number and verb forms, with accents and without', () => {
  for (const form of ['rápido', 'rapida', 'rápidos', 'rapidas', 'rapidísimo', 'rápidamente', 'rapidito'])
    expect(labelOf(form)).toBe('positive')
  for (const form of ['fallaba', 'fallo', 'falló', 'fallan', 'fallando', 'fallaron']) expect(labelOf(form)).toBe('negative')
  expect(readSentiment('me decepcionó', 'es')).toEqual(readSentiment('me decepciono', 'es'))
})

test('names the emotion where words speak of one', () => {
  expect(readSentiment('Me encanta', 'es').emotion).toBe('joy')
  expect(readSentiment('No me fío', 'es').emotion).toBe('worry')
  expect(readSentiment('They were rude', 'en').emotion).toBe('anger')
  expect(readSentiment('I trust them', 'en').emotion).toBe('trust')
  expect(readSentiment('What a shame', 'en').emotion).toBe('sadness')
  expect(readSentiment('Wow', 'en').emotion).toBe('surprise')
  expect(readSentiment('Good', 'en').emotion).toBeNull()
})

test('is silent where no word says anything, and in languages it does not read', () => {
  const silent = { value: null, label: null, emotion: null, by: 'lexicon' }
  for (const text of ['', '   ', 'Un cortado', '[email]', '...']) expect(readSentiment(text, 'es')).toEqual(silent)
  expect(readSentiment('Excelente', 'pt-BR')).toEqual(silent)
})

test('reads the language that the comment is in, whatever the card was', () => {
  expect(labelOf('The staff were lovely and it was not too expensive', 'es-419')).toBe('positive')
  expect(labelOf('El personal es un encanto', 'en')).toBe('positive')
})

test('takes whatever somebody sends, always the same way', () => {
  const piece = fc.constantFrom(
    'no ',
    'muy ',
    'bueno',
    ' malo',
    "n't",
    'too ',
    ':)',
    '👍',
    '.',
    ',',
    '\n',
    '\u0000',
    '\ud83d',
    'ñ',
    "'",
    '(',
    'a',
    '\u0301',
    ' ',
  )
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: piece, maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
      const reading = readSentiment(text, 'es')
      expect(readSentiment(text, 'es')).toEqual(reading)
      if (reading.value === null) expect(reading).toMatchObject({ label: null, emotion: null })
      else expect(Math.abs(reading.value)).toBeLessThanOrEqual(1)
    }),
    { seed: 20_261_130, numRuns: 200 },
  )
})

/** A lexicon that counts how often it is asked anything. */
function createCounted(lexicon: Lexicon) {
  const counted = { asked: 0 }
  const count =
    <Result>(ask: (text: string) => Result) =>
    (text: string) => {
      counted.asked += 1
      return ask(text)
    }
  return {
    counted,
    lexicon: { find: count(lexicon.find), findUnwritten: count(lexicon.findUnwritten), startsPhrase: count(lexicon.startsPhrase) },
  }
}

/** Texts of what makes most work: beginnings of phrases, drawn-out letters, denials, signs, apostrophes, one word of a whole comment. */
const WORST = [
  'no se ',
  'no me dejaron de ',
  'nooo ',
  'not ',
  "n't'a'",
  'too ',
  ':)',
  ':d',
  '👍',
  'a',
  'aab',
  'me ',
  "can't go wrong ",
  '....',
  'ñ\u0301',
]

test.for(WORST)('of %j repeated to the longest comment takes steps by its length', (unit) => {
  for (const source of [toSpanishLexicon(), toEnglishLexicon()]) {
    const stepsOf = (length: number) => {
      const words = toWords(unit.repeat(length).slice(0, length))
      const { counted, lexicon } = createCounted(source)
      findHits(words, lexicon)
      return { words: words.length, asked: counted.asked }
    }
    const whole = stepsOf(LIMITS.commentLength)
    const half = stepsOf(LIMITS.commentLength / 2)
    // Cut into pieces that do not overlap, and each looked up a fixed number of times at most.
    expect(whole.words).toBeLessThanOrEqual(LIMITS.commentLength)
    expect(whole.asked).toBeLessThanOrEqual(12 * whole.words)
    expect(whole.asked).toBeLessThanOrEqual(2 * half.asked + 24)
  }
})

test('reads a comment to the longest that there can be, and not beyond', () => {
  const filler = '. '.repeat(LIMITS.commentLength / 2)
  expect(labelOf(`${filler.slice(0, LIMITS.commentLength - 4)}malo`)).toBe('negative')
  expect(labelOf(`${filler.slice(0, LIMITS.commentLength)}malo`)).toBeNull()
})
