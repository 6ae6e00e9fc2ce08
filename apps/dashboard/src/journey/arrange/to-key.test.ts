import { Key } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { isKey, toSuggestedKey } from './to-key.ts'

test('suggests a key that the worker takes', () => {
  expect(toSuggestedKey('Recogida en el mostrador')).toBe('recogida-en-el-mostrador')
  expect(toSuggestedKey('  ¿Qué tal el café? ')).toBe('que-tal-el-cafe')
  expect(toSuggestedKey('☕')).toBe('')
  for (const name of ['Menu & prices', 'x'.repeat(90), 'Año 2026']) expect(Key.safeParse(toSuggestedKey(name)).success, name).toBe(true)
})

test('says of a key what the worker says of it', () => {
  for (const text of ['a', 'a-b_c', '9', '-a', 'A', 'ñ', '', 'x'.repeat(65), 'x'.repeat(64)])
    expect(isKey(text), text).toBe(Key.safeParse(text).success)
})
