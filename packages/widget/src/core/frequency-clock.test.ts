import type { SitePrompt } from '@pulso/protocol/types'
import { beforeEach, expect, test, vi } from 'vitest'
import { markClock } from '../asking/mark-clock.ts'
import { rule as budget } from '../rules/budget.ts'
import { rule as repeat } from '../rules/repeat.ts'
import type { DeviceStorage } from './device-storage.ts'
import { findTooRecent, type Happening, readNumbers, toClockKey } from './frequency-clock.ts'

const DAY_MS = 86_400_000
const PREFIX = 'pulso:pk_test:'
const PROMPT: SitePrompt = {
  id: 'after-paying',
  version: 1,
  kind: 'nps',
  scaleMax: 10,
  touchpoints: ['checkout'],
  delayMs: 0,
  mode: 'popover',
  position: 'bottom-end',
  frequency: { afterAnswered: 90, afterDismissed: 30, afterShown: 7 },
}

let kept: Map<string, string>
let storage: DeviceStorage

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) })
  kept = new Map()
  storage = { get: (key) => kept.get(key) ?? null, set: (key, value) => void (value === null ? kept.delete(key) : kept.set(key, value)) }
  return () => void vi.useRealTimers()
})

const pass = (days: number) => void vi.setSystemTime(Date.now() + days * DAY_MS)
const mark = (happening: Happening, prompt = PROMPT, touchpoint = 'checkout') => markClock(storage, PREFIX, prompt, touchpoint, happening)
const timesOf = (prompt = PROMPT, touchpoint = 'checkout') => readNumbers(storage, toClockKey(PREFIX, prompt, touchpoint))
/** What the next page view decides: with what was stored, and nothing else. */
const tooRecent = (prompt = PROMPT, touchpoint = 'checkout') => findTooRecent(prompt, timesOf(prompt, touchpoint), Date.now())

test('asks who was never asked', () => {
  expect(tooRecent()).toBeUndefined()
})

test.each([
  ['shown', 7],
  ['dismissed', 30],
  ['answered', 90],
] as const)('after being %s waits %i days', (happening, days) => {
  mark(happening)
  pass(days - 0.01)
  expect(tooRecent()).toBe(happening)
  pass(0.01)
  expect(tooRecent()).toBeUndefined()
})

test('lets the longest wait decide: showing again does not shorten the wait after an answer', () => {
  mark('answered')
  pass(20)
  mark('shown')
  pass(20)
  expect(tooRecent()).toBe('answered')
  pass(50)
  expect(tooRecent()).toBeUndefined()
})

test('keeps each touchpoint and each prompt apart, but a group together', () => {
  mark('answered')
  expect(tooRecent(PROMPT, 'help')).toBeUndefined()
  expect(tooRecent({ ...PROMPT, id: 'other' })).toBeUndefined()
  const one = { ...PROMPT, id: 'one', group: 'money' }
  mark('answered', one)
  expect(tooRecent({ ...PROMPT, id: 'two', group: 'money' }, 'help')).toBe('answered')
})

test('unlocks nothing when the clock is set back', () => {
  mark('answered')
  pass(-400)
  expect(tooRecent()).toBe('answered')
  const { visit } = visitNow()
  mark('shown')
  pass(-400)
  expect(budget({ showings: 1, days: 1 }, { ...visit, now: Date.now() })).toBe(false)
})

test('follows a change of the waits at once', () => {
  mark('answered')
  pass(1)
  expect(tooRecent({ ...PROMPT, frequency: { afterAnswered: 1, afterDismissed: 0, afterShown: 0 } })).toBeUndefined()
})

test('takes spoilt storage for no memory', () => {
  mark('answered')
  for (const key of kept.keys()) kept.set(key, '{"nonsense":[,')
  expect(tooRecent()).toBeUndefined()
})

const visitNow = () => ({ visit: { promptId: PROMPT.id, settings: {}, storage, prefix: PREFIX, now: Date.now(), times: timesOf() } })

test('spends a budget that all prompts share', () => {
  const mayAsk = () => budget({ showings: 2, days: 7 }, visitNow().visit)
  mark('shown')
  mark('shown', { ...PROMPT, id: 'other' })
  expect(mayAsk()).toBe(false)
  pass(7)
  expect(mayAsk()).toBe(true)
})

test('repeats until an answer, so many times at most', () => {
  const mayAsk = () => repeat(2, visitNow().visit)
  expect(mayAsk()).toBe(true)
  mark('shown')
  pass(8)
  expect(mayAsk()).toBe(true)
  mark('shown')
  expect(mayAsk()).toBe(false)
  kept.clear()
  mark('shown')
  mark('answered')
  expect(mayAsk()).toBe(false)
})
