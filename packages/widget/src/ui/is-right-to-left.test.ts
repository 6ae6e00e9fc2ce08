import { expect, test } from 'vitest'
import { isRightToLeft } from './is-right-to-left.ts'

test('knows which languages are written from the right, by language or by script', () => {
  for (const locale of ['ar', 'ar-EG', 'he', 'fa-IR', 'ur', 'pa-Arab-PK', 'yi']) expect(isRightToLeft(locale), locale).toBe(true)
  for (const locale of ['en', 'es-419', 'arn', 'pa', 'zh-Hans', 'hea']) expect(isRightToLeft(locale), locale).toBe(false)
})
