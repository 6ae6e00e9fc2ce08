import { expect, test } from 'vitest'
import { toKey } from './unmapped-keys.ts'

test('reads where an exported answer was given', () => {
  expect(toKey('{"id":"1","touchpoint":"new-terrace","countedAt":"(unmapped)"}')).toBe('new-terrace')
})

test('passes over a line that was cut off, and one that is no answer', () => {
  for (const line of ['', '{"touchpoint":"new-ter', 'null', '[]', '{"touchpoint":7}']) expect(toKey(line), line).toBeNull()
})
