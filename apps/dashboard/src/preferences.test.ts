import { expect, test } from 'vitest'
import { toLanguage, toLocale } from './preferences.ts'

test('speaks the first language of the reader that it knows', () => {
  expect(toLanguage(['es-MX', 'en'])).toBe('es')
  expect(toLanguage(['fr-FR', 'EN-gb', 'es'])).toBe('en')
  expect(toLanguage(['ca', 'es-ES'])).toBe('es')
})

test('speaks English to whoever reads neither', () => {
  expect(toLanguage(['fr', 'de'])).toBe('en')
  expect(toLanguage([])).toBe('en')
})

test('writes dates and numbers as the reader’s own region does', () => {
  expect(toLocale('en', ['es-ES', 'en-gb', 'en-US'])).toBe('en-GB')
  expect(toLocale('es', ['en-GB', 'es-MX'])).toBe('es-MX')
  expect(toLocale('es', ['en-GB'])).toBe('es')
  expect(toLocale('en', ['en-US@posix'])).toBe('en')
})
