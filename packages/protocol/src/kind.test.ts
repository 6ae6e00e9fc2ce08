import { expect, test } from 'vitest'
import { isScaleOf, Key, KINDS, LIMITS, Locale, LocalizedText, SCALES, toScaleSteps } from './index.ts'

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) => schema.safeParse(value).success

test.for(['checkout', 'qr-table_7', '7', 'a'])('takes %s as a key', (key) => {
  expect(accepts(Key, key)).toBe(true)
})

test.for(['', 'Checkout', 'check out', '-checkout', '_a', 'café', 'a/b', 'a.b', '(unmapped)', 'a\n'])('refuses %j as a key', (key) => {
  expect(accepts(Key, key)).toBe(false)
})

test('takes a key of the greatest length, and none longer', () => {
  expect(accepts(Key, 'k'.repeat(LIMITS.keyLength))).toBe(true)
  expect(accepts(Key, 'k'.repeat(LIMITS.keyLength + 1))).toBe(false)
})

test.for(['es', 'en', 'es-419', 'pt-BR', 'zh-Hans', 'zh-Hant-TW', 'ast'])('takes %s as a locale', (locale) => {
  expect(accepts(Locale, locale)).toBe(true)
})

test.for(['', 'ES', 'es_ES', 'es-es', 'spanish', 'es-', 'e', 'x-pirate'])('refuses %j as a locale', (locale) => {
  expect(accepts(Locale, locale)).toBe(false)
})

test('takes one text per locale, at least one, none empty, none too long', () => {
  expect(accepts(LocalizedText, { es: 'Caja', en: 'Checkout' })).toBe(true)
  expect(accepts(LocalizedText, {})).toBe(false)
  expect(accepts(LocalizedText, { es: '' })).toBe(false)
  expect(accepts(LocalizedText, { Spanish: 'Caja' })).toBe(false)
  expect(accepts(LocalizedText, { es: 'a'.repeat(LIMITS.wordingLength) })).toBe(true)
  expect(accepts(LocalizedText, { es: 'a'.repeat(LIMITS.wordingLength + 1) })).toBe(false)
})

test('knows the scales of each kind: one kind’s scale is not another’s', () => {
  const asked = KINDS.flatMap((kind) =>
    [0, 1, 3, 5, 7, 10].filter((scaleMax) => isScaleOf(kind, scaleMax)).map((scaleMax) => `${kind} ${scaleMax}`),
  )
  expect(asked).toEqual(['nps 10', 'csat 5', 'ces 7', 'emoji 3', 'emoji 5', 'thumbs 1', 'stars 5', 'choice 10', 'text 0'])
})

test('counts the steps of a scale from its lowest score', () => {
  expect([toScaleSteps('nps', 10), toScaleSteps('csat', 5), toScaleSteps('emoji', 5), toScaleSteps('emoji', 3)]).toEqual([11, 5, 5, 3])
})

test('keeps every scale within the eleven counts of a tally', () => {
  for (const kind of KINDS) {
    for (const scaleMax of SCALES[kind].max) {
      expect(SCALES[kind].min).toBeGreaterThanOrEqual(0)
      expect(scaleMax).toBeLessThanOrEqual(10)
    }
  }
})
