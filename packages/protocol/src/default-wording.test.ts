import { expect, test } from 'vitest'
import { KINDS, Prompt, PromptDefinition, type PromptWording, SCALES, toPrompt } from './index.ts'

const NAME = 'Acme'

function promptOf(definition: object, defaultLocale = 'en', siteName = NAME): Prompt {
  return toPrompt(PromptDefinition.parse({ id: 'ask', kind: 'csat', touchpoints: [], ...definition }), siteName, defaultLocale)
}

function textsOf(wording: PromptWording | undefined): Record<string, string | undefined> {
  return { ...wording?.followUp, question: wording?.question, lowest: wording?.low, highest: wording?.high, thanks: wording?.thanks }
}

test.for(KINDS)('says everything about %s in English and in Spanish, each in its own words', (kind) => {
  const { wording } = promptOf({ kind })
  expect(Object.keys(wording).sort()).toEqual(['en', 'es'])
  const english = textsOf(wording['en'])
  const spanish = textsOf(wording['es'])
  expect(Object.keys(english)).toHaveLength(7)
  for (const [part, text] of Object.entries(english)) {
    expect(text, part).toBeTruthy()
    expect(spanish[part], part).toBeTruthy()
    expect(spanish[part], part).not.toBe(text)
    expect(spanish[part]?.includes(NAME), `${part} names the site in both or in neither`).toBe(text?.includes(NAME))
    expect(`${text}${spanish[part]}`, part).not.toContain('{')
  }
})

test.for(KINDS)('punctuates the questions about %s as each language does', (kind) => {
  const { en, es } = promptOf({ kind }).wording
  for (const wording of [en, es]) {
    for (const question of [wording?.question, ...Object.values(wording?.followUp ?? {})]) expect(question).toMatch(/\?$/)
  }
  for (const question of [es?.question, ...Object.values(es?.followUp ?? {})]) expect(question).toMatch(/^¿[^¿?]+\?$/)
  expect(es?.thanks).toMatch(/^¡/)
})

test.for(KINDS)('asks %s with its first scale when none is named, and makes a prompt that keeps the contract', (kind) => {
  const prompt = promptOf({ kind })
  expect(prompt.scaleMax).toBe(SCALES[kind].max[0])
  expect(Prompt.parse(prompt)).toEqual(prompt)
})

test('keeps the scale, the timing and the frequency that the team chose', () => {
  const chosen = { kind: 'emoji', scaleMax: 3, delayMs: 0, version: 4, frequency: { afterAnswered: 1, afterDismissed: 2, afterShown: 3 } }
  expect(promptOf(chosen)).toMatchObject(chosen)
})

test('waits a moment, and long after an answer, when the team chose nothing', () => {
  expect(promptOf({})).toMatchObject({ version: 1, delayMs: 1500, frequency: { afterAnswered: 90, afterDismissed: 30, afterShown: 7 } })
  expect(promptOf({ frequency: { afterShown: 1 } }).frequency).toEqual({ afterAnswered: 90, afterDismissed: 30, afterShown: 1 })
})

test('takes what the team wrote and fills in the rest, text by text', () => {
  const { es, en } = promptOf({ wording: { es: { question: '¿Qué tal el café?', followUp: { mid: '¿Qué cambiarías?' } } } }).wording
  const defaults = promptOf({}).wording
  expect(es).toEqual({
    ...defaults['es'],
    question: '¿Qué tal el café?',
    followUp: { ...defaults['es']?.followUp, mid: '¿Qué cambiarías?' },
  })
  expect(en).toEqual(defaults['en'])
})

test('fills a regional wording from its own language, first the team’s words, then the defaults', () => {
  const { wording } = promptOf({ wording: { es: { question: '¿Qué tal el café?' }, 'es-419': { low: 'Pésima' } } }, 'en')
  expect(wording['es-419']).toEqual({ ...promptOf({}).wording['es'], question: '¿Qué tal el café?', low: 'Pésima' })
})

test('fills a language it does not speak from the site’s default locale, first the team’s words, then the defaults', () => {
  const { wording } = promptOf({ wording: { es: { question: '¿Qué tal el café?' }, ca: { low: 'Molt dolent' } } }, 'es')
  expect(wording['ca']).toEqual({ ...promptOf({}).wording['es'], question: '¿Qué tal el café?', low: 'Molt dolent' })
})

test('fills in from English when it does not speak the default locale either', () => {
  const { wording } = promptOf({ wording: { ca: { question: 'Com estava el cafè?' } } }, 'fr')
  expect(wording['ca']).toEqual({ ...promptOf({}).wording['en'], question: 'Com estava el cafè?' })
})

test('names the site wherever a text says {name}, whatever the name looks like', () => {
  const wording = { en: { question: '{name}, is it? {name}!' } }
  expect(promptOf({ wording }, 'en', 'Tom & $& Söhne $1').wording['en']?.question).toBe('Tom & $& Söhne $1, is it? Tom & $& Söhne $1!')
})
