import { expect, test } from 'vitest'
import { matchLocale } from './match-locale.ts'

const WRITTEN = ['en', 'es', 'pt-BR', 'zh-Hans']

test('takes the first wish that is written exactly', () => {
  expect(matchLocale(WRITTEN, ['pt-BR', 'es'], 'en')).toBe('pt-BR')
})

test('falls back from a region to its language', () => {
  expect(matchLocale(WRITTEN, ['es-MX', 'en'], 'en')).toBe('es')
  expect(matchLocale(WRITTEN, ['zh-Hans-CN'], 'en')).toBe('zh-Hans')
})

test('prefers the base of an earlier wish to a later wish', () => {
  expect(matchLocale(WRITTEN, ['es-AR', 'pt-BR'], 'en')).toBe('es')
})

test('reads tags as pages and systems really write them', () => {
  expect(matchLocale(WRITTEN, ['PT-br'], 'en')).toBe('pt-BR')
  expect(matchLocale(WRITTEN, ['es_ES'], 'en')).toBe('es')
})

test('passes over what is not there', () => {
  expect(matchLocale(WRITTEN, [undefined, '', 'de', 'ja-JP', 'es'], 'en')).toBe('es')
})

test("ends with the site's default, then English, then anything: a prompt is never hidden for its language", () => {
  expect(matchLocale(WRITTEN, ['de'], 'es')).toBe('es')
  expect(matchLocale(WRITTEN, ['de'], 'fr')).toBe('en')
  expect(matchLocale(['it'], ['de'], 'fr')).toBe('it')
})

test('does not take a language for another that begins like it', () => {
  expect(matchLocale(['es', 'en'], ['est'], 'en')).toBe('en')
})
