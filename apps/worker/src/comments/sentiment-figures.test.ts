import { expect, test } from 'vitest'
import { CORPORA } from '../../test/sentiment/corpora.ts'
import { measure, toLine } from '../../test/sentiment/measure.ts'

/**
 * What must not get worse. On what the words were tuned on they must be nearly
 * right; what is held out says how right they are, and the floors stand just
 * under what was measured when the words were settled. See docs/words.md.
 */
const FLOORS = {
  es: { accuracy: 0.95, macroF1: 0.93, reversed: 0.01 },
  en: { accuracy: 0.93, macroF1: 0.92, reversed: 0.01 },
  'es, held out': { accuracy: 0.7, macroF1: 0.68, reversed: 0.05 },
  'en, held out': { accuracy: 0.63, macroF1: 0.63, reversed: 0.06 },
} as const

test.each(CORPORA)('reads the comments $name as a person does', ({ name, language, comments, isHeldOut }) => {
  const { figures, mistakes } = measure(comments, language)
  console.info(toLine(name, figures))
  const report = isHeldOut ? 'nothing may be tuned on what is held out' : mistakes.join('\n')
  expect(comments.length).toBeGreaterThanOrEqual(isHeldOut ? 75 : 150)
  expect(figures.accuracy, report).toBeGreaterThanOrEqual(FLOORS[name].accuracy)
  expect(figures.macroF1, report).toBeGreaterThanOrEqual(FLOORS[name].macroF1)
  expect(figures.reversed, report).toBeLessThanOrEqual(FLOORS[name].reversed)
})

test('no comment is in two of the corpora', () => {
  const texts = CORPORA.flatMap(({ comments }) => comments.map(({ text }) => text.toLowerCase()))
  expect(new Set(texts).size).toBe(texts.length)
})
