import { DEFAULT_LOCALES } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { OFFERED_LANGUAGES, toLanguageName } from './languages.ts'

test('offers every language that Pulso speaks by itself', () => {
  expect([...OFFERED_LANGUAGES].sort()).toEqual([...DEFAULT_LOCALES].sort())
  expect([toLanguageName('es', 'en'), toLanguageName('fr', 'es')]).toEqual(['Spanish', 'Francés'])
})
