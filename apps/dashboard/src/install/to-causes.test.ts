import { REASONS } from '@pulso/protocol/constants'
import type { InstallReport, InstallSign } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { PATIENCE_MS, REMEDIES, toCauses, toLosses, toRemedy } from './to-causes.ts'

const NOW = Date.parse('2026-12-01T12:00:00Z')
const NOTHING = { firstAnsweredOn: null, shown: 0, answered: 0 }
const NOBODY = { reached: 0, eligible: 0, heldBack: {}, unmapped: 0 }
const SHOP = 'https://shop.example'

type Parts = { signs?: InstallSign[]; lanes?: Partial<InstallReport['lanes']>; reach?: Partial<InstallReport['reach']> }

function toReport({ signs = [], lanes, reach }: Parts): InstallReport {
  return {
    signs,
    lanes: { production: NOTHING, verified: NOTHING, quarantine: NOTHING, test: NOTHING, ...lanes },
    reach: { production: NOBODY, test: NOBODY, ...reach },
  }
}

function sign(name: InstallSign['sign'], origin: string | null, counts: InstallSign['counts'], agoMs = 1000): InstallSign {
  return { sign: name, origin, counts, firstAt: NOW - agoMs, lastAt: NOW - agoMs }
}

const causesOf = (parts: Parts, waitedMs = PATIENCE_MS, consent: 'not-required' | 'required' = 'not-required') =>
  toCauses(toReport(parts), { consent }, NOW, waitedMs)
const loaded = sign('script', SHOP, 'production')

test('says nothing for a minute while nothing is known', () => {
  expect(causesOf({}, PATIENCE_MS - 1)).toEqual([])
  expect(causesOf({ signs: [loaded] }, PATIENCE_MS - 1)).toEqual([])
})

test('says after a minute that no page has loaded the script, or that one has and says nothing', () => {
  expect(causesOf({})).toEqual([{ is: 'never-loaded' }])
  expect(causesOf({ signs: [loaded] })).toEqual([{ is: 'silent' }])
  expect(causesOf({ signs: [loaded] }, PATIENCE_MS, 'required')).toEqual([{ is: 'consent' }])
  expect(causesOf({ signs: [sign('script', SHOP, 'production', 2 * 86_400_000)] })).toEqual([{ is: 'never-loaded' }])
})

test('names an address that the site does not know at once, once, and whether its answers were refused already', () => {
  const elsewhere = 'https://www.shop.example'
  expect(causesOf({ signs: [sign('script', elsewhere, 'refused')] }, 0)).toEqual([{ is: 'origin', origin: elsewhere, hasAnswered: false }])
  const both = [sign('script', elsewhere, 'refused'), sign('origin-not-allowed', elsewhere, 'refused')]
  expect(causesOf({ signs: both })).toEqual([{ is: 'origin', origin: elsewhere, hasAnswered: true }])
})

test('no longer names what the site takes by now', () => {
  expect(causesOf({ signs: [sign('origin-not-allowed', SHOP, 'production')] }, 0)).toEqual([])
})

test('knows a file that was opened from the disk', () => {
  expect(causesOf({ signs: [sign('script', null, null), sign('origin-not-allowed', 'null', 'refused')] })).toEqual([
    { is: 'file', hasAnswered: true },
  ])
})

test('names what else refused answers', () => {
  expect(causesOf({ signs: [loaded, sign('challenge-required', SHOP, 'production')] })).toEqual([
    { is: 'refused', sign: 'challenge-required', origin: SHOP },
  ])
})

test('tells that what comes from a local page is a test, before and after it has answered', () => {
  const signs = [sign('script', 'http://localhost:5500', 'test')]
  expect(causesOf({ signs }, 0)).toEqual([{ is: 'local', origin: 'http://localhost:5500', answered: 0 }])
  const lanes = { test: { firstAnsweredOn: '2026-12-01', shown: 1, answered: 1 } }
  expect(causesOf({ signs, lanes })).toEqual([{ is: 'local', origin: 'http://localhost:5500', answered: 1 }])
  expect(causesOf({ lanes }, 0)).toEqual([{ is: 'local', origin: null, answered: 1 }])
})

test('says why nothing was asked, the most frequent reason first, but only while nothing was', () => {
  const reach = {
    production: { ...NOBODY, reached: 3, heldBack: { sample: 2 } },
    test: { ...NOBODY, reached: 4, heldBack: { 'after-shown': 3, sample: 2 } },
  }
  const reasons = [
    ['sample', 4],
    ['after-shown', 3],
  ]
  expect(causesOf({ signs: [loaded], reach }, 0)).toEqual([{ is: 'held-back', reasons }])
  expect(causesOf({ reach, lanes: { production: { ...NOTHING, shown: 1 } } })).toEqual([{ is: 'unanswered', shown: 1 }])
})

test('knows a touchpoint that is on no map', () => {
  const reach = { production: { ...NOBODY, reached: 1, unmapped: 1, heldBack: { 'no-prompt': 1 } } as InstallReport['reach']['production'] }
  expect(causesOf({ signs: [loaded], reach })).toEqual([{ is: 'unmapped' }])
})

test('tells of answers that were put aside', () => {
  const lanes = { quarantine: { firstAnsweredOn: '2026-12-01', shown: 2, answered: 2 } }
  expect(causesOf({ signs: [loaded], lanes })).toEqual([{ is: 'quarantine', answered: 2 }])
})

test('goes on naming whose answers are refused at a site that has some, and nothing else', () => {
  const signs = [
    sign('origin-not-allowed', 'https://old.example', 'refused'),
    sign('script', 'https://copy.example', 'refused'),
    sign('invalid-response', SHOP, 'production'),
    sign('script', 'http://localhost:5500', 'test'),
  ]
  expect(toLosses(toReport({ signs }), NOW)).toEqual([
    { is: 'origin', origin: 'https://old.example', hasAnswered: true },
    { is: 'refused', sign: 'invalid-response', origin: SHOP },
  ])
})

test('says also of a site that has answers that those of a file are refused', () => {
  expect(toLosses(toReport({ signs: [sign('origin-not-allowed', 'null', 'refused')] }), NOW)).toEqual([{ is: 'file', hasAnswered: true }])
  expect(toLosses(toReport({ signs: [sign('script', 'null', 'refused')] }), NOW)).toEqual([])
})

test('has advice for every reason there is, and a reason for every piece of advice', () => {
  expect(new Set(REASONS.map(toRemedy))).toEqual(new Set(REMEDIES))
})
