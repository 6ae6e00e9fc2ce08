import { expect, test } from 'vitest'
import { toTextParts } from './to-text-parts.ts'

test('tells what somebody wrote from what was taken out', () => {
  expect(toTextParts('Soy Ana, [email] o [phone][id].')).toEqual([
    'Soy Ana, ',
    { redacted: 'email' },
    ' o ',
    { redacted: 'phone' },
    { redacted: 'id' },
    '.',
  ])
})

test('leaves other brackets alone', () => {
  expect(toTextParts('[sic] [EMAIL] [emails]')).toEqual(['[sic] [EMAIL] [emails]'])
})
