import { LIMITS } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { callWorker, createToken, OPERATOR } from '../../test/talk-to-worker.ts'
import { GuessLimit } from './guess-limit.ts'

test('hears as many guesses a minute as the limit says, and not one more', () => {
  const limit = new GuessLimit()
  for (let guess = 1; guess < LIMITS.guessesPerMinute; guess += 1) limit.add('home', 1000)
  expect(limit.toWaitSeconds('home', 1000)).toBe(0)
  limit.add('home', 1000)
  expect(limit.toWaitSeconds('home', 1000)).toBe(60)
  expect(limit.toWaitSeconds('home', 31_000)).toBe(30)
  expect(limit.toWaitSeconds('elsewhere', 1000)).toBe(0)
  expect(limit.toWaitSeconds('home', 61_000)).toBe(0)
})

test('forgets the oldest network when there are very many, instead of growing', () => {
  const limit = new GuessLimit()
  for (let guess = 0; guess < LIMITS.guessesPerMinute; guess += 1) limit.add('first', 0)
  for (let network = 0; network < 9_999; network += 1) limit.add(`network ${network}`, 0)
  expect(limit.toWaitSeconds('first', 0)).toBe(60)
  limit.add('one more', 0)
  expect(limit.toWaitSeconds('first', 0)).toBe(0)
})

test('tells a guesser to wait, and lets a real token of the same network in meanwhile', async () => {
  const address = { 'CF-Connecting-IP': '198.51.100.9' }
  const { headers } = await createToken()
  const guess = (bearer: string) => callWorker('/v1/session', { headers: { ...address, Authorization: `Bearer ${bearer}` } })
  for (let number = 0; number < LIMITS.guessesPerMinute; number += 1) expect((await guess(`pulso_${number}`)).status).toBe(401)
  const late = await guess('pulso_one_more')
  expect(late.status).toBe(429)
  expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(50)
  // What somebody chose by hand could be guessed, so even the right one has to wait; 178 random bits could not.
  expect((await callWorker('/v1/session', { headers: { ...address, ...OPERATOR } })).status).toBe(429)
  expect((await callWorker('/v1/session', { headers: { ...address, ...headers } })).status).toBe(200)
  expect((await callWorker('/v1/session', { headers: { 'CF-Connecting-IP': '198.51.100.10', ...OPERATOR } })).status).toBe(200)

  const signIn = { method: 'POST', headers: { ...address, 'Content-Type': 'application/json' }, body: JSON.stringify({ code: 'guess' }) }
  expect((await callWorker('/v1/session', signIn)).status).toBe(429)
})
