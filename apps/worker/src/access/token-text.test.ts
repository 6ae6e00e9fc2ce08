import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTokenParts, parseTokenText, toTokenText } from './token-text.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

test('is one word that scanners know, with at least 160 random bits in its secret', () => {
  const parts = createTokenParts()
  expect(toTokenText(parts)).toMatch(/^pulso_[0-9A-Za-z]{44}$/)
  expect(parts.secret.length * Math.log2(62)).toBeGreaterThan(160)
  expect(parseTokenText(toTokenText(parts))).toEqual(parts)
})

test('keeps its checksum for ever: tokens are out there', () => {
  // CRC-32 by Python's zlib.
  expect(toTokenText({ id: '00000000', secret: 'a'.repeat(30) })).toBe('pulso_00000000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1vqXtG')
})

test('uses every character equally often', () => {
  const counts = new Map<string, number>()
  for (let round = 0; round < 2000; round += 1)
    for (const letter of createTokenParts().secret) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  // 60,000 letters over 62: 968 each, give or take 31; six times that is never.
  for (const letter of ALPHABET) expect(Math.abs((counts.get(letter) ?? 0) - 968)).toBeLessThan(190)
})

test('finds every wrong, missing, added or swapped character without a look-up', () => {
  const letter = fc.constantFrom(...ALPHABET)
  fc.assert(
    fc.property(fc.nat(43), letter, fc.constantFrom('replace', 'insert', 'remove', 'swap'), (place, other, how) => {
      const text = toTokenText(createTokenParts())
      const at = 'pulso_'.length + place
      const next = text[at + 1] ?? ''
      const wrong = {
        replace: text.slice(0, at) + other + text.slice(at + 1),
        insert: text.slice(0, at) + other + text.slice(at),
        remove: text.slice(0, at) + text.slice(at + 1),
        swap: text.slice(0, at) + next + text[at] + text.slice(at + 2),
      }[how]
      fc.pre(wrong !== text)
      expect(parseTokenText(wrong)).toBeNull()
    }),
    { seed: 4, numRuns: 2000 },
  )
})
