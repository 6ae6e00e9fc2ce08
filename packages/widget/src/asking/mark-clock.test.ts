import { SitePrompt } from '@pulso/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCore } from '../core/create-core.ts'
import { readNumbers } from '../core/numbers.ts'
import { rules } from '../rules/index.ts'
import { type Happening, markClock } from './mark-clock.ts'

const DAY_MS = 86_400_000
const PROMPT: SitePrompt = {
  id: 'after-paying',
  version: 1,
  kind: 'nps',
  scaleMax: 10,
  touchpoints: ['checkout', 'help'],
  delayMs: 0,
  mode: 'popover',
  position: 'bottom-end',
  waitsMs: { 'after-answered': 90 * DAY_MS, 'after-dismissed': 30 * DAY_MS, 'after-shown': 7 * DAY_MS },
  rules: {},
}

let kept: Map<string, string>

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) })
  kept = new Map()
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  vi.stubGlobal('__VERSION__', '0.0.0')
  vi.stubGlobal('window', { localStorage })
  vi.stubGlobal('addEventListener', () => {})
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const pass = (days: number) => void vi.setSystemTime(Date.now() + days * DAY_MS)
const KEY = 'pulso:pk_test:'
const storage = {
  memory: {},
  get: (name: string) => kept.get(KEY + name) ?? null,
  set: (name: string, value: string | null) => void kept.set(KEY + name, `${value}`),
}
const mark = (happening: Happening, name = 'after-paying:checkout') => markClock(storage, `asked:${name}`, happening)
/** What the next page view decides: with what was stored, and nothing else. */
function decide(prompt: Partial<SitePrompt> = {}, touchpoint = 'checkout') {
  const site = { siteKey: 'pk_test', version: '1', defaultLocale: 'en', locales: ['en'], consent: 'not-required' as const }
  const pulso = createCore(
    { ...site, prompts: [{ ...PROMPT, ...prompt }] },
    {},
    'https://pulso.test/',
    () => new Promise(() => {}),
    rules,
    null,
  )
  const [decision] = pulso.explain(touchpoint)
  pulso.destroy()
  return decision?.reason
}

test('keeps the times in the order of the waits that they are held against', () => {
  mark('shown')
  mark('dismissed')
  expect(readNumbers(storage, 'asked:after-paying:checkout')).toHaveLength(4)
  expect(Object.keys(SitePrompt.shape.waitsMs.shape)).toEqual(['after-answered', 'after-dismissed', 'after-shown'])
})

test('asks who was never asked', () => {
  expect(decide()).toBe('will-ask')
})

test.each([
  ['shown', 7],
  ['dismissed', 30],
  ['answered', 90],
] as const)('after being %s waits %i days', (happening, days) => {
  mark(happening)
  pass(days - 0.01)
  expect(decide()).toBe(`after-${happening}`)
  pass(0.01)
  expect(decide()).toBe('will-ask')
})

test('lets the longest wait decide: showing again does not shorten the wait after an answer', () => {
  mark('answered')
  pass(20)
  mark('shown')
  pass(20)
  expect(decide()).toBe('after-answered')
  pass(50)
  expect(decide()).toBe('will-ask')
})

test('keeps each touchpoint and each prompt apart, but a group together', () => {
  mark('answered')
  expect(decide({}, 'help')).toBe('will-ask')
  expect(decide({ id: 'other' })).toBe('will-ask')
  mark('answered', 'money')
  expect(decide({ id: 'two', group: 'money' }, 'help')).toBe('after-answered')
})

test('unlocks nothing when the clock is set back', () => {
  mark('answered')
  pass(-400)
  expect(decide()).toBe('after-answered')
  mark('shown', 'other:checkout')
  pass(-400)
  expect(decide({ id: 'third', rules: { budget: { showings: 1, days: 1 } } })).toBe('budget')
})

test('follows a change of the waits at once', () => {
  mark('answered')
  pass(1)
  expect(decide({ waitsMs: { 'after-answered': DAY_MS, 'after-dismissed': 0, 'after-shown': 0 } })).toBe('will-ask')
})

test('takes spoilt storage for no memory', () => {
  mark('answered')
  for (const key of kept.keys()) kept.set(key, '{"nonsense":[,')
  expect(decide()).toBe('will-ask')
})

test('spends a budget that all prompts share', () => {
  const budget = { id: 'third', rules: { budget: { showings: 2, days: 7 } } }
  mark('shown')
  mark('shown', 'other:checkout')
  expect(decide(budget)).toBe('budget')
  pass(7)
  expect(decide(budget)).toBe('will-ask')
})

test('repeats until an answer, so many times at most', () => {
  const twice = { rules: { repeat: 2 } }
  mark('shown')
  pass(8)
  expect(decide(twice)).toBe('will-ask')
  mark('shown')
  pass(8)
  expect(decide(twice)).toBe('repeat')
  kept.clear()
  mark('shown')
  mark('answered')
  pass(100)
  expect(decide(twice)).toBe('repeat')
})

test('is held back by a quota that is met, and by any rule that this page does not know', () => {
  expect(decide({ rules: { quota: 5 } })).toBe('quota')
})

test('writes nothing down but times', () => {
  mark('dismissed')
  expect(kept.get(`${KEY}asked:after-paying:checkout`)).toBe(`,${Date.now()}`)
  mark('shown')
  expect(kept.get(`${KEY}asked:after-paying:checkout`)).toBe(`,${Date.now()},${Date.now()},1`)
  expect(kept.get(`${KEY}shown`)).toBe(`${Date.now()}`)
})
