import { afterEach, expect, test, vi } from 'vitest'
import type { Visit } from '../core/parts.ts'
import { rule as device } from './device.ts'
import { rule as grace } from './grace.ts'
import { rules } from './index.ts'
import { isPageAt } from './is-page-at.ts'
import { rule as language } from './language.ts'
import { rule as sample } from './sample.ts'
import { rule as segment } from './segment.ts'
import { rule as traits } from './traits.ts'
import { rule as visits } from './visits.ts'

const DAY_MS = 86_400_000

/** A visit of a visitor whose device is empty. */
function createVisit(changes: Partial<Visit> = {}): Visit {
  const kept = new Map<string, string>()
  const storage = {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string | null) => void kept.set(key, value ?? ''),
  }
  return { prompt: { id: 'ask' }, settings: {}, storage, now: 1_793_000_000_000, times: () => [], ...changes }
}

afterEach(() => vi.unstubAllGlobals())

test('is named in the table as in a definition', () => {
  expect(Object.keys(rules).sort()).toEqual([
    'budget',
    'device',
    'grace',
    'language',
    'repeat',
    'sample',
    'segment',
    'traits',
    'url',
    'visits',
  ])
})

test.for([
  [['/menu'], '/menu', true],
  [['/menu'], '/menu/', true],
  [['/menu'], '/menu/coffee', false],
  [['/menu/*'], '/menu/coffee', true],
  [['/menu/*'], '/menu/coffee/latte', false],
  [['/menu/**'], '/menu/coffee/latte', true],
  [['/a.b'], '/axb', false],
  [['!/admin/**'], '/menu', true],
  [['!/admin/**'], '/admin/x', false],
  [['/menu/**', '!/menu/old'], '/menu/old', false],
  [['https://shop.example/menu'], '/menu', true],
  [['https://other.example/**'], '/menu', false],
] as const)('reads the globs %j at %s', ([globs, pathname, expected]) => {
  expect(isPageAt(globs, { pathname, href: `https://shop.example${pathname}?q=1#top` })).toBe(expected)
})

test.for([
  [false, 1200, 'desktop'],
  [true, 390, 'phone'],
  [true, 820, 'tablet'],
] as const)('takes a screen with touch %s of %i pixels for a %s', ([matches, width, name]) => {
  vi.stubGlobal('matchMedia', () => ({ matches }))
  vi.stubGlobal('screen', { width, height: 1200 })
  expect([device([name]), device(['watch'])]).toEqual([true, false])
})

test('takes every region for its language, and no language for one that begins alike', () => {
  vi.stubGlobal('document', { documentElement: { lang: 'es-MX' } })
  const visit = createVisit()
  expect([language(['es'], visit), language(['es-MX'], visit), language(['es-ES'], visit), language(['e'], visit)]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(language(['fr'], createVisit({ settings: { locale: 'fr-CA' } }))).toBe(true)
})

test('asks segments and traits that fit, lists being alternatives', () => {
  const visit = createVisit({ settings: { segment: 'gold', traits: { plan: 'pro', orders: 3 } } })
  expect([segment(['gold', 'silver'], visit), segment(['silver'], visit), segment(['gold'], createVisit())]).toEqual([true, false, false])
  expect([
    traits({ plan: ['pro', 'team'], orders: 3 }, visit),
    traits({ plan: 'pro', orders: 4 }, visit),
    traits({ plan: 'pro' }, createVisit()),
  ]).toEqual([true, false, false])
})

test('counts visits by half an hour of absence', () => {
  const visit = createVisit()
  const at = (minutes: number) => visits({ from: 2, to: 2 }, { ...visit, now: visit.now + minutes * 60_000 })
  expect([at(0), at(20), at(49), at(80), at(90), at(200)]).toEqual([false, false, false, true, true, false])
})

test('leaves a newcomer alone for days', () => {
  const visit = createVisit()
  const after = (days: number) => grace(30, { ...visit, now: visit.now + days * DAY_MS })
  expect([after(0), after(29.9), after(30)]).toEqual([false, false, true])
})

test('samples the wished share of visitors, each prompt its own, and always the same ones', () => {
  const visitors = Array.from({ length: 20_000 }, () => createVisit())
  const isAsked = (share: number, id: string) => visitors.map((visit) => sample(share, { ...visit, prompt: { id } }))
  const one = isAsked(0.1, 'one')
  const two = isAsked(0.1, 'two')
  const share = (list: boolean[]) => list.filter(Boolean).length / list.length
  // Five standard deviations of a binomial share at this size.
  expect(Math.abs(share(one) - 0.1)).toBeLessThan(5 * Math.sqrt((0.1 * 0.9) / 20_000))
  expect(Math.abs(share(one.map((asked, index) => asked && two[index] === true)) - 0.01)).toBeLessThan(
    5 * Math.sqrt((0.01 * 0.99) / 20_000),
  )
  expect(isAsked(0.1, 'one')).toEqual(one)
  // Who is asked at a tenth is asked at a half, too.
  expect(isAsked(0.5, 'one').filter((asked, index) => one[index] && !asked)).toEqual([])
  expect([share(isAsked(0, 'x')), share(isAsked(1, 'x'))]).toEqual([0, 1])
})
