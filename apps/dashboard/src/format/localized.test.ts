import { expect, test } from 'vitest'
import { toLanguageName, toLocalized } from './localized.ts'

test('shows a name in the language of the reader', () => {
  expect(toLocalized({ en: 'Payment', es: 'Pago' }, 'es')).toBe('Pago')
})

test('takes a regional form before a foreign language', () => {
  expect(toLocalized({ fr: 'Paiement', 'es-419': 'Pago' }, 'es')).toBe('Pago')
})

test('shows the first name written rather than none', () => {
  expect(toLocalized({ fr: 'Paiement', de: 'Zahlung' }, 'en')).toBe('Paiement')
})

test('names languages for the reader, and shows a tag it cannot name as it is', () => {
  expect(toLanguageName('es', 'en')).toBe('Spanish')
  expect(toLanguageName('en', 'es')).toBe('inglés')
  expect(toLanguageName('not a tag', 'en')).toBe('not a tag')
})
