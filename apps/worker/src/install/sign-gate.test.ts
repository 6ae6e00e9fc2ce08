import { LIMITS } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createSignGate } from './sign-gate.ts'

const MINUTE = 60_000
const NOON = 1_800_000_000_000
const GAP = LIMITS.refusalGapMs

test('lets the same sign of the same origin through once in a gap', () => {
  const gate = createSignGate()
  const admits = (now: number, origin = 'https://a.example') => gate.admits('shop', 'script', origin, GAP, now)
  expect([admits(NOON), admits(NOON + 1), admits(NOON + GAP - 1), admits(NOON + GAP)]).toEqual([true, false, false, true])
  expect(admits(NOON + 1, 'https://b.example')).toBe(true)
})

test('lets no more of a site through in a minute than the limit, however many origins are made up, and goes on the next minute', () => {
  const gate = createSignGate()
  const flood = (site: string, now: number) =>
    Array.from({ length: 1000 }, (_, made) => gate.admits(site, 'origin-not-allowed', `https://${now}-${made}.example`, GAP, now)).filter(
      Boolean,
    ).length
  expect(flood('shop', NOON)).toBe(LIMITS.signsPerMinute)
  expect(flood('shop', NOON + 1)).toBe(0)
  expect(flood('other', NOON)).toBe(LIMITS.signsPerMinute)
  expect(flood('shop', NOON + MINUTE)).toBe(LIMITS.signsPerMinute)
})
