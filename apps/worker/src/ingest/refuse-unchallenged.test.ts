import { env } from 'cloudflare:workers'
import { LIMITS, type Response as PulsoResponse, type Site } from '@pulso/protocol'
import { beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { sendTo } from '../../test/send-to.ts'
import { createResponse, createSite, readProblem, readRow, storeAnswers } from '../../test/talk-to-worker.ts'

let site: Site

beforeAll(async () => {
  site = await createSite('guarded', { turnstile: { siteKey: '0x4AAAAAAAtest' } })
})

let logged: string[]

beforeEach(() => {
  logged = []
  vi.spyOn(console, 'error').mockImplementation((line) => logged.push(String(line)))
})

/** Sends an answer with a token to a worker that has the site's secret. */
function sendWith(challenge: string | undefined, response: PulsoResponse, bindings: Partial<typeof env> = {}) {
  const guarded = { ...env, TURNSTILE_URL: inject('challengeUrl'), TURNSTILE_SECRETS: '{"guarded":"secret-of-this-site"}', ...bindings }
  return sendTo(guarded, site, [response], { batch: challenge === undefined ? {} : { challenge } })
}

test('takes an answer with a token, and its later revisions with the same one', async () => {
  const response = createResponse()
  expect((await sendWith('good-1', response)).status).toBe(200)
  expect((await sendWith('good-1', { ...response, rev: 2, state: 'completed', comment: 'Y volveré' })).status).toBe(200)
  expect(await readRow(site, response.id)).toMatchObject({ rev: 2, comment: 'Y volveré' })
})

test.for([
  ['no token', undefined],
  ['a token that is made up', 'made-up'],
  ['a token that another answer has spent', 'good-2'],
] as const)('refuses an answer with %s, with 403, and stores nothing', async ([, challenge]) => {
  await sendWith('good-2', createResponse())
  const response = createResponse()
  const answer = await sendWith(challenge, response)
  expect(answer.status).toBe(403)
  expect(await readProblem(answer)).toMatchObject({ type: 'urn:pulso:problem:challenge-required' })
  await expect(readRow(site, response.id)).rejects.toThrow('0 rows')
  expect(logged).toEqual([])
})

test('takes a showing without one', async () => {
  const { score: _, answeredAt: __, ...shown } = createResponse({ state: 'shown' })
  expect((await sendWith(undefined, shown)).status).toBe(200)
})

test.for([
  ['is down', 'down', {}],
  ['does not answer', 'slow', {}],
  ['does not know the secret', 'good-4', { TURNSTILE_SECRETS: '{"guarded":"secret-of-yesterday"}' }],
  ['has no secret to ask with', 'good-5', { TURNSTILE_SECRETS: '{"other":"secret-of-this-site"}' }],
  ['has secrets that nobody can read', 'good-6', { TURNSTILE_SECRETS: 'secret-of-this-site' }],
] as const)('takes an answer when the verification %s, and says so in the log', async ([, challenge, bindings]) => {
  const response = createResponse()
  expect((await sendWith(challenge, response, bindings)).status).toBe(200)
  await readRow(site, response.id)
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([{ event: 'challenge-unverified', site: 'guarded' }])
  expect(logged.join()).not.toContain('secret-of')
})

test('asks for nothing at a site that does not want it', async () => {
  expect(await storeAnswers(await createSite('open'), createResponse())).toEqual(['stored'])
})

test('takes a token at the limit and none past it', async () => {
  const send = (length: number) => sendWith('good-'.padEnd(length, '7'), createResponse())
  expect((await send(LIMITS.challengeLength)).status).toBe(200)
  expect((await send(LIMITS.challengeLength + 1)).status).toBe(400)
})
