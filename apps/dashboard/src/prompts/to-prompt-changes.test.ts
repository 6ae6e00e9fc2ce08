import type { Site } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { createDraft, type PromptDraft, toWhole } from './prompt-draft.ts'
import { toPromptChanges } from './to-prompt-changes.ts'
import { toOftenText, toWhenText, toWhereText, toWhoText } from './to-prompt-words.ts'
import { promptsWords } from './words.ts'

const SITE = {
  name: 'Shop',
  defaultLocale: 'en',
  locales: ['en', 'es'],
  tone: 'informal',
  touchpoints: [{ key: 'checkout', name: { en: 'Checkout', es: 'Pago' } }],
} as unknown as Site
const EN = { words: promptsWords.en, language: 'en', locale: 'en-GB' } as const
const ES = { words: promptsWords.es, language: 'es', locale: 'es-ES' } as const
const draft = (changes: Partial<PromptDraft> = {}): PromptDraft => ({
  ...createDraft('csat', 'pay'),
  touchpoints: ['checkout'],
  ...changes,
})
const compare = (before: Partial<PromptDraft>, after: Partial<PromptDraft>, teller: typeof EN | typeof ES = EN) =>
  toPromptChanges(toWhole(draft(before), SITE), toWhole(draft(after), SITE), SITE, teller)

test('says what changes, a line each, and nothing of what stays', () => {
  expect(compare({}, {})).toEqual([])
  expect(
    compare(
      { delayMs: 0 },
      {
        delayMs: 2500,
        frequency: { afterAnswered: 30, afterDismissed: 30, afterShown: 7 },
        wording: { es: { question: '¿Qué tal el pago?' } },
      },
    ),
  ).toEqual([
    'Seconds between reaching the touchpoint and the question: 0 → 2.5',
    'Days after an answer: 90 → 30',
    'Question (Spanish): “¿Cómo valoras tu experiencia con Shop?” → “¿Qué tal el pago?”',
  ])
})

test('says what comes and what goes', () => {
  expect(compare({}, { triggers: { exit: true }, touchpoints: [] }, ES)).toEqual([
    'Puntos de contacto: Pago → Solo cuando la página la pide',
    'Llega por sí sola al punto de contacto: cuando el ratón sale de la página por arriba',
  ])
  expect(compare({ wording: { en: { second: 'Why?' } } }, {})).toEqual(['A second question, answered in words (English): no longer “Why?”'])
})

test('says how often in words that fit the numbers', () => {
  const often = (afterAnswered: number, afterDismissed: number, afterShown: number, teller: typeof EN | typeof ES = EN) =>
    toOftenText(draft({ frequency: { afterAnswered, afterDismissed, afterShown } }), {}, teller)
  expect(often(90, 30, 7)).toBe('At most once in 90 days after an answer, in 30 days after closing it and in 7 days after only seeing it.')
  expect(often(1, 0, 0)).toBe('At most once a day after an answer. No wait after closing it or after only seeing it.')
  expect(often(90, 30, 7, ES)).toBe(
    'Como mucho una vez cada 90 días tras responder, cada 30 días tras cerrarla y cada 7 días si solo se vio.',
  )
  expect(often(0, 0, 0, ES)).toBe('Sin espera tras responder, tras cerrarla o si solo se vio.')
})

test('says where, when and to whom', () => {
  const asked = draft({ triggers: { scroll: 70, dwell: 20_000 }, delayMs: 0, rules: { sample: 0.25, device: ['phone'], language: ['es'] } })
  expect(toWhereText(asked, SITE, ES)).toBe('Pago')
  expect(toWhenText(asked, EN)).toBe('By itself: after 70% of the page was seen or after 20 seconds on the page, at once.')
  expect(toWhoText(asked, ES)).toBe('Al 25\u00a0% de quienes pasan, siempre a las mismas personas, con móvil y a quien lee en español')
  expect(toWhoText(draft(), EN)).toBe('Everybody who comes by')
})
