import { expect, test } from 'vitest'
import { toLanguage } from './preferences.ts'

test('speaks the first language of the reader that it knows', () => {
  expect(toLanguage(['es-MX', 'en'])).toBe('es')
  expect(toLanguage(['fr-FR', 'EN-gb', 'es'])).toBe('en')
  expect(toLanguage(['ca', 'es-ES'])).toBe('es')
})

test('speaks English to whoever reads neither', () => {
  expect(toLanguage(['fr', 'de'])).toBe('en')
  expect(toLanguage([])).toBe('en')
})
