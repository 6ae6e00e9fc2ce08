import { expect, test } from 'vitest'
import { LIMITS, ReleaseDefinition, Touchpoint } from './index.ts'

const isRelease = (value: unknown) => ReleaseDefinition.safeParse(value).success

test('takes what a pipeline knows of a release, and no more than an id is needed', () => {
  expect(ReleaseDefinition.parse({ id: '2026.11.30-4f1c' })).toEqual({ id: '2026.11.30-4f1c', touchpoints: [] })
  expect(isRelease({ id: 'v1.0.0+build.7', name: 'Entrega', at: 0, touchpoints: ['checkout'], url: 'https://example.com/1' })).toBe(true)
})

test.for([
  {},
  { id: '' },
  { id: '../stats' },
  { id: '-v1' },
  { id: 'v1', at: -1 },
  { id: 'v1', at: 1.5 },
  { id: 'v1', touchpoints: ['Check out'] },
  { id: 'v1', url: 'javascript:alert(1)' },
  { id: 'v1', version: 2 },
])('refuses %j', (value) => {
  expect(isRelease(value)).toBe(false)
})

test('takes names and lists to their limits, and none past them', () => {
  expect(isRelease({ id: 'v1', name: 'n'.repeat(LIMITS.wordingLength) })).toBe(true)
  expect(isRelease({ id: 'v1', name: 'n'.repeat(LIMITS.wordingLength + 1) })).toBe(false)
  expect(isRelease({ id: 'v1', at: LIMITS.releaseAt })).toBe(true)
  expect(isRelease({ id: 'v1', at: LIMITS.releaseAt + 1 })).toBe(false)
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`)
  expect(isRelease({ id: 'v1', touchpoints: keys(LIMITS.touchpoints) })).toBe(true)
  expect(isRelease({ id: 'v1', touchpoints: keys(LIMITS.touchpoints + 1) })).toBe(false)
})

test('lets a margin be wished for from 1 to 50', () => {
  const isTouchpoint = (targetMargin: number) =>
    Touchpoint.safeParse({ key: 'checkout', stage: 'purchase', name: { en: 'Pay' }, targetMargin }).success
  expect([0.9, 1, 50, 50.1].map(isTouchpoint)).toEqual([false, true, true, false])
})
