import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dropDefaults, PromptDefinition, toPrompt, type Voice } from './index.ts'

const VOICE: Voice = { name: 'Café', defaultLocale: 'es', locales: ['en', 'es', 'es-419'], tone: 'informal' }

const toDefinition = (wording: object) =>
  PromptDefinition.parse({ id: 'why', kind: 'choice', touchpoints: [], options: [{ key: 'price' }], wording })

test('leaves of what is written out only what the team wrote', () => {
  const written = toDefinition({ es: { question: '¿Por qué?', options: { price: 'Precio' } } })
  const { wording } = dropDefaults(PromptDefinition.parse(toPrompt(written, VOICE)), VOICE)
  expect(wording['es']).toMatchObject({ question: '¿Por qué?', options: { price: 'Precio' } })
  expect(wording['es']?.thanks).toBeUndefined()
  expect(wording['en']?.question).toBeUndefined()
})

test('never changes what is said, in whichever languages and however they lean on each other', () => {
  const own = toPrompt(toDefinition({}), { ...VOICE, locales: ['en', 'es', 'es-419', 'de'] }).wording
  const defaults = Object.values(own).map(({ question }) => question)
  const text = fc.constantFrom('Why?', 'Warum {name}?', ...defaults)
  const wording = fc.record(
    { question: text, thanks: text, followUp: fc.record({ mid: text }, { requiredKeys: [] }) },
    { requiredKeys: [] },
  )
  const locale = fc.constantFrom('en', 'es', 'es-419', 'es-MX', 'de', 'eu', 'eu-ES')
  fc.assert(
    fc.property(fc.dictionary(locale, wording), locale, (wordings, defaultLocale) => {
      const definition = toDefinition(wordings)
      const voice: Voice = { ...VOICE, defaultLocale }
      expect(toPrompt(dropDefaults(definition, voice), voice)).toEqual(toPrompt(definition, voice))
      const whole = PromptDefinition.parse(toPrompt(definition, voice))
      expect(toPrompt(dropDefaults(whole, voice), voice)).toEqual(whole)
    }),
    { seed: 8, numRuns: 80 },
  )
})
