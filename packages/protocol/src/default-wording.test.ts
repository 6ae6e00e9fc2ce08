import { expect, test } from 'vitest'
import {
  DEFAULT_LOCALES,
  KINDS,
  LIMITS,
  Prompt,
  PromptDefinition,
  type PromptWording,
  SCALES,
  SiteDefinition,
  toCardTexts,
  toPrompt,
  type Voice,
} from './index.ts'

const NAME = 'Acme'
const VOICE: Voice = { name: NAME, defaultLocale: 'en', locales: ['en', 'es'], tone: 'informal' }

function promptOf(definition: { kind?: string; [part: string]: unknown }, voice: Partial<Voice> = {}): Prompt {
  const options = definition.kind === 'choice' ? { options: [{ key: 'price' }, { key: 'taste' }] } : {}
  return toPrompt(PromptDefinition.parse({ id: 'ask', kind: 'csat', touchpoints: [], ...options, ...definition }), { ...VOICE, ...voice })
}

/** Every text of a wording, by where it stands. */
function textsOf(wording: PromptWording | undefined): Record<string, string> {
  const { followUp, links, options: _, ...texts } = wording ?? ({} as PromptWording)
  return { ...texts, ...followUp, ...Object.fromEntries(Object.entries(links ?? {}).map(([band, text]) => [`link ${band}`, text])) }
}

test('speaks twelve languages', () => {
  expect(DEFAULT_LOCALES).toEqual(['en', 'es', 'es-419', 'pt-BR', 'fr', 'de', 'it', 'nl', 'ca', 'ja', 'zh-Hans', 'ar'])
})

const everyLanguage = DEFAULT_LOCALES.flatMap((locale) => KINDS.map((kind) => [locale, kind] as const))

test.for(everyLanguage)('says in %s everything about %s that English says, in its own words', ([locale, kind]) => {
  const { wording } = promptOf({ kind }, { locales: DEFAULT_LOCALES })
  const english = textsOf(wording['en'])
  const texts = textsOf(wording[locale])
  expect(Object.keys(texts)).toEqual(Object.keys(english))
  for (const [part, text] of Object.entries(english)) {
    expect(!!texts[part], part).toBe(!!text)
    if (locale !== 'en' && text.length > 3) expect(texts[part], part).not.toBe(text)
    expect(texts[part]?.includes(NAME), `${part} names the site in both or in neither`).toBe(text.includes(NAME))
    expect(texts[part], part).not.toContain('{')
  }
})

test.for(DEFAULT_LOCALES)('has the words of the card in %s, with everything to fill in', (locale) => {
  const texts = toCardTexts(locale, VOICE)
  for (const [part, text] of Object.entries(toCardTexts('en', VOICE))) {
    if (typeof text !== 'string') continue
    const filled = /\{\w+\}/g
    expect((texts[part as 'card'].match(filled) ?? []).sort(), part).toEqual((text.match(filled) ?? []).sort())
  }
  // What Intl can ask for in this language must be there.
  for (const n of [1, 2, 3, 4, 5, 11, 1_000_000]) expect(texts.stars[new Intl.PluralRules(locale).select(n)], `${n}`).toBeTruthy()
})

test.for([['es'], ['es-419'], ['fr'], ['de'], ['ar'], ['ja']] as const)(
  'punctuates the questions in %s as that language does',
  ([locale]) => {
    const end = { ar: '؟', ja: '？' }[locale as string] ?? '?'
    for (const kind of KINDS) {
      const wording = promptOf({ kind }, { locales: [locale] }).wording[locale]
      for (const question of [wording?.question, ...Object.values(wording?.followUp ?? {})].filter(Boolean)) {
        expect(question?.endsWith(end), question).toBe(true)
        if (locale.startsWith('es')) expect(question).toMatch(/^¿[^¿?]+\?$/)
        // French sets a narrow space before it, which must not break from its word.
        if (locale === 'fr') expect(question).toMatch(/[\u202f\u00a0 ]\?$/)
      }
    }
  },
)

test('speaks Spanish in tú or in usted, as the site wishes', () => {
  for (const locale of ['es', 'es-419']) {
    for (const kind of KINDS) {
      const formal = promptOf({ kind }, { locales: [locale], tone: 'formal' }).wording[locale]
      expect(JSON.stringify(formal)).not.toMatch(/\b(te|tu|tus|ti)\b|(rías|ieras) |[¿ ]¿?(Quieres|Recomendarías|Valoras|Sientes)/i)
      expect(formal?.question).toBeTruthy()
    }
    expect(toCardTexts(locale, { ...VOICE, tone: 'formal' }).card).toBe('Su opinión')
    expect(toCardTexts(locale, VOICE).card).toBe('Tu opinión')
  }
})

test('speaks to Mexico as the Americas do, and to Portugal rather in Portuguese than in English', () => {
  const { wording } = promptOf({ kind: 'nps' }, { locales: ['es-MX', 'es-ES', 'pt-PT', 'zh-Hant'] })
  expect(wording['es-MX']?.question).toMatch(/^¿Qué tan probable/)
  expect(wording['es-ES']?.question).toMatch(/^¿Con qué probabilidad/)
  expect(wording['pt-PT']?.question).toMatch(/^Qual é a probabilidade/)
  expect(wording['zh-Hant']?.question).toMatch(/您/)
})

test('names the options of a choice by their keys until somebody names them', () => {
  const { wording } = promptOf({ kind: 'choice', wording: { es: { options: { price: 'El precio' } } } })
  expect(wording['es']?.options).toEqual({ price: 'El precio', taste: 'taste' })
  expect(wording['en']?.options).toEqual({ price: 'price', taste: 'taste' })
})

test('is not misled by a name that every object answers to', () => {
  const options = [{ key: 'constructor' }, { key: 'tostring' }]
  expect(promptOf({ kind: 'choice', options }).wording['en']?.options).toEqual({ constructor: 'constructor', tostring: 'tostring' })
  expect(promptOf({}, { defaultLocale: 'toString', locales: ['en', 'constructor'] }).wording['constructor']).toEqual(
    promptOf({}).wording['en'],
  )
})

test('asks no follow-up that a team has emptied, and a second question only that it has written', () => {
  const { wording } = promptOf({ wording: { en: { followUp: { high: '' }, second: 'May we write to you?' } } })
  expect(wording['en']).toMatchObject({ followUp: { high: '', low: 'What went wrong?' }, second: 'May we write to you?' })
  expect(wording['es']?.second).toBe('')
})

test('has no text that is longer than what a team may write', () => {
  const site = {
    name: NAME,
    timeZone: 'UTC',
    defaultLocale: 'en',
    locales: DEFAULT_LOCALES,
    stages: [{ key: 'use', name: { en: 'Use' }, phase: 'during' }],
    touchpoints: [],
  }
  const prompts = KINDS.map((kind) => ({ id: kind, kind, touchpoints: [], ...(kind === 'choice' && { options: [{ key: 'a' }] }) }))
  expect(SiteDefinition.safeParse({ ...site, prompts }).success).toBe(true)
  expect(LIMITS.wordingLength).toBe(300)
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
  const { wording } = promptOf({ wording: { es: { question: '¿Qué tal el café?' }, 'es-419': { low: 'Pésima' } } })
  const { wording: american } = promptOf({}, { locales: ['es-419'] })
  expect(wording['es-419']).toEqual({ ...american['es-419'], question: '¿Qué tal el café?', low: 'Pésima' })
})

test('fills a language it does not speak from the site’s default locale, first the team’s words, then the defaults', () => {
  const { wording } = promptOf({ wording: { es: { question: '¿Qué tal el café?' }, eu: { low: 'Oso txarra' } } }, { defaultLocale: 'es' })
  expect(wording['eu']).toEqual({ ...promptOf({}).wording['es'], question: '¿Qué tal el café?', low: 'Oso txarra' })
})

test('fills in from English when it does not speak the default locale either', () => {
  const { wording } = promptOf({ wording: { eu: { question: 'Zer moduz kafea?' } } }, { defaultLocale: 'gl' })
  expect(wording['eu']).toEqual({ ...promptOf({}).wording['en'], question: 'Zer moduz kafea?' })
})

test('names the site wherever a text says {name}, whatever the name looks like', () => {
  const wording = { en: { question: '{name}, is it? {name}!' } }
  expect(promptOf({ wording }, { name: 'Tom & $& Söhne $1' }).wording['en']?.question).toBe('Tom & $& Söhne $1, is it? Tom & $& Söhne $1!')
})
