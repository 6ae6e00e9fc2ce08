import type { Prompt } from '@pulso/protocol/types'
import { beforeEach, expect, test } from 'vitest'
import type { DeviceStorage } from './device-storage.ts'
import { createFrequencyClock } from './frequency-clock.ts'

const DAY_MS = 86_400_000
const PROMPT: Prompt = {
  id: 'after-paying',
  version: 1,
  kind: 'nps',
  scaleMax: 10,
  touchpoints: ['checkout'],
  delayMs: 0,
  frequency: { afterAnswered: 90, afterDismissed: 30, afterShown: 7 },
  wording: {},
}

let now: number
let kept: Map<string, string>
let storage: DeviceStorage

beforeEach(() => {
  now = Date.UTC(2026, 10, 22)
  kept = new Map()
  storage = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void (value === null ? kept.delete(key) : kept.set(key, value)),
  }
})

/** A clock as the next page view has it: with what was stored, and nothing else. */
const onNextPage = () => createFrequencyClock(storage, 'pk_test', () => now)
const pass = (days: number) => {
  now += days * DAY_MS
}

test('asks who was never asked', () => {
  expect(onNextPage().mayAsk(PROMPT, 'checkout')).toBe(true)
})

test.each([
  ['shown', 7],
  ['dismissed', 30],
  ['answered', 90],
] as const)('after being %s waits %i days', (happening, days) => {
  onNextPage().mark(PROMPT, 'checkout', happening)
  pass(days - 0.01)
  expect(onNextPage().mayAsk(PROMPT, 'checkout')).toBe(false)
  pass(0.01)
  expect(onNextPage().mayAsk(PROMPT, 'checkout')).toBe(true)
})

test('lets the longest wait decide: showing again does not shorten the wait after an answer', () => {
  onNextPage().mark(PROMPT, 'checkout', 'answered')
  pass(20)
  onNextPage().mark(PROMPT, 'checkout', 'shown')
  pass(20)
  expect(onNextPage().mayAsk(PROMPT, 'checkout')).toBe(false)
  pass(50)
  expect(onNextPage().mayAsk(PROMPT, 'checkout')).toBe(true)
})

test('keeps each touchpoint and each prompt apart', () => {
  onNextPage().mark(PROMPT, 'checkout', 'answered')
  expect(onNextPage().mayAsk(PROMPT, 'help')).toBe(true)
  expect(onNextPage().mayAsk({ ...PROMPT, id: 'other' }, 'checkout')).toBe(true)
})

test('unlocks nothing when the clock is set back', () => {
  onNextPage().mark(PROMPT, 'checkout', 'answered')
  pass(-400)
  expect(onNextPage().mayAsk(PROMPT, 'checkout')).toBe(false)
})

test('follows a change of the waits at once', () => {
  onNextPage().mark(PROMPT, 'checkout', 'answered')
  pass(1)
  const impatient = { ...PROMPT, frequency: { afterAnswered: 1, afterDismissed: 0, afterShown: 0 } }
  expect(onNextPage().mayAsk(impatient, 'checkout')).toBe(true)
})

test('takes spoilt storage for no memory', () => {
  onNextPage().mark(PROMPT, 'checkout', 'answered')
  for (const key of kept.keys()) kept.set(key, '{"nonsense":[,')
  expect(onNextPage().mayAsk(PROMPT, 'checkout')).toBe(true)
})
