import { LIMITS } from '@pulso/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProblemError } from '../request/problem-error.ts'
import { saveDurably } from './save-durably.ts'

beforeEach(() => {
  vi.useFakeTimers()
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {})
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A database that goes through these moods, one per attempt. */
function createDatabase(...moods: ('fails' | 'stalls' | 'works')[]) {
  let attempts = 0
  return {
    write: () => {
      const mood = moods[attempts++]
      if (mood === 'works') return Promise.resolve('committed')
      return mood === 'fails' ? Promise.reject(new Error('D1_ERROR: network connection lost')) : new Promise<string>(() => {})
    },
    attempts: () => attempts,
  }
}

test.for(['fails', 'stalls'] as const)('writes again once when the database %s', async (mood) => {
  const database = createDatabase(mood, 'works')
  const saved = saveDurably(database.write)
  await vi.runAllTimersAsync()
  expect(await saved).toBe('committed')
  expect(database.attempts()).toBe(2)
})

test.for([
  ['fails', 'fails'],
  ['stalls', 'fails'],
  ['fails', 'stalls'],
] as const)('says 503 with Retry-After when it %s and then %s', async (moods) => {
  const database = createDatabase(...moods, 'works')
  const refused = expect(saveDurably(database.write)).rejects.toMatchObject({ code: 'unavailable', headers: { 'Retry-After': '5' } })
  await vi.runAllTimersAsync()
  await refused
  expect(database.attempts()).toBe(2)
})

test('does not repeat what was refused for a reason', async () => {
  let attempts = 0
  const refuse = () => {
    attempts += 1
    return Promise.reject(new ProblemError('unknown-site', 'No site has this key.'))
  }
  await expect(saveDurably(refuse)).rejects.toMatchObject({ code: 'unknown-site' })
  expect(attempts).toBe(1)
})

test('lets as many wait for the database as the limit says, and tells one more so at once', async () => {
  const finish: (() => void)[] = []
  const wait = () => new Promise<void>((resolve) => void finish.push(resolve))
  const waiting = Array.from({ length: LIMITS.savesUnderway }, () => saveDurably(wait))
  await expect(saveDurably(wait)).rejects.toMatchObject({ code: 'unavailable', headers: { 'Retry-After': '5' } })
  expect(finish).toHaveLength(LIMITS.savesUnderway)
  for (const done of finish) done()
  await Promise.all(waiting)
  expect(await saveDurably(() => Promise.resolve('committed'))).toBe('committed')
})
