import { expect, test } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'

type Sentence = (...args: unknown[]) => unknown

/** What a sentence says of numbers that can be found again, given as it takes them: as numbers, in words, or several at once. */
function say(sentence: Sentence): unknown {
  const numbers = Array.from({ length: sentence.length }, (_, index) => 7001 + index)
  const ways: ((number: number) => unknown)[] = [(number) => number, String, (number) => [String(number)]]
  for (const toArgument of ways) {
    try {
      return sentence(...numbers.map(toArgument))
    } catch {}
  }
  throw new Error(`cannot be said: ${sentence}`)
}

/** Every text of a dictionary by its path; what takes arguments is said with numbers that can be found again. */
function toTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return toTexts(say(value as Sentence), path)
  return Object.entries(value ?? {}).flatMap(([key, inner]) => toTexts(inner, path === '' ? key : `${path}.${key}`))
}

/** The words of each page, which stand beside it: `export const xWords = { en, es }` in `ROOM/words.ts`. */
const rooms = Object.entries(import.meta.glob<Record<string, unknown>>('../**/words.ts', { eager: true })).flatMap(([path, exported]) =>
  Object.values(exported)
    .filter((value): value is { en: unknown; es: unknown } => typeof value === 'object' && value !== null && 'en' in value && 'es' in value)
    .map((dictionaries) => [path.split('/').slice(1, -1).join('.'), dictionaries] as const),
)
const toAll = (language: 'en' | 'es', shell: unknown) =>
  new Map([...toTexts(shell), ...rooms.flatMap(([room, dictionaries]) => toTexts(dictionaries[language], room))])

const english = toAll('en', en)
const spanish = toAll('es', es)

/** Texts that are rightly the same in both. */
const SAME = new Set([
  'kinds.nps.name',
  'topBar.ranges.7.short',
  'topBar.ranges.30.short',
  'topBar.ranges.90.short',
  'touchpoint.channels.digital',
  'controls.keyNames.ArrowLeft',
  'controls.keyNames.ArrowRight',
  'controls.keyNames.ArrowUp',
  'controls.keyNames.ArrowDown',
  'controls.keyNames.Escape',
  'ecosystem.nps.customer',
  'ecosystem.nps.employee',
  'ecosystem.nps.partner',
  'ecosystem.nps.supplier',
  'ecosystem.stages.columns.balance',
  'settings.import.columns.roles.comment.hint',
  'settings.import.columns.roles.locale.hint',
  'settings.tokens.list',
  'settings.sections.tokens.name',
  'sharing.members.roles.editor.name',
  'sharing.shares.channels.digital',
])

test('says the same things in both languages', () => {
  expect([...spanish.keys()]).toEqual([...english.keys()])
  expect(english.size).toBeGreaterThan(100)
})

test('leaves nothing unsaid', () => {
  for (const [path, text] of [...english, ...spanish]) expect(text.trim(), path).not.toBe('')
})

test('leaves nothing untranslated', () => {
  const untranslated = [...english].filter(([path, text]) => spanish.get(path) === text && !SAME.has(path)).map(([path]) => path)
  expect(untranslated).toEqual([])
})

test('uses in one language the numbers that it uses in the other', () => {
  const toNumbers = (text: string | undefined) => new Set(text?.match(/700\d/g))
  for (const [path, text] of english) expect(toNumbers(spanish.get(path)), path).toEqual(toNumbers(text))
})

test('counts one and many as grammar wants', () => {
  expect(en.touchpoint.answers(1, '1')).toBe('1 answer')
  expect(en.touchpoint.answers(0, '0')).toBe('0 answers')
  expect(es.demo(1, '1')).toContain('pregunta de ejemplo, respondida o solo mostrada, mezclada')
  expect(es.demo(2, '2')).toContain('preguntas de ejemplo, respondidas o solo mostradas, mezcladas')
  expect(es.news(1, 'Pago')).toBe('Una respuesta nueva: Pago.')
})

test('names every answer that counts as good', () => {
  expect(en.kinds.ces.formula(5, 7)).toContain('easy: 5, 6 or 7, on')
  expect(es.kinds.csat.formula(4, 5)).toContain('responde 4 o 5, en')
  expect(es.kinds.csat.formula(5, 5)).toContain('responde 5, en')
})
