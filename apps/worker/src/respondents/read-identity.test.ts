import { env } from 'cloudflare:workers'
import { type BatchResult, LIMITS, type ResponsePage } from '@pulso/protocol'
import { beforeAll, expect, test } from 'vitest'
import {
  callWorker,
  claimsOf,
  createId,
  createKey,
  createResponse,
  createSite,
  findTouchpoint,
  manage,
  readDrift,
  readProblem,
  readStats,
  sendBatch,
  signToken,
} from '../../test/talk-to-worker.ts'

type TestSite = Awaited<ReturnType<typeof createSite>>

let open: TestSite
let strict: TestSite
let key: { id: string; secret: string }

beforeAll(async () => {
  open = await createSite('open-club')
  strict = await createSite('strict-club', { respondents: 'verified' })
  key = await createKey(strict)
})

async function rowsOf(site: TestSite): Promise<Record<string, unknown>[]> {
  return (await env.DB.prepare('SELECT * FROM responses WHERE site_id = ?1 ORDER BY id').bind(site.id).all()).results
}

async function vote(site: TestSite, respondentToken: string, ...responses: ReturnType<typeof createResponse>[]): Promise<string[]> {
  const answer = await sendBatch(site, responses, { respondentToken })
  return (await answer.json<BatchResult>()).results.map((result) => result.problem ?? result.status)
}

const now = () => Math.floor(Date.now() / 1000)
const unsigned = (claims: object) => `${btoa('{"alg":"none","typ":"JWT"}')}.${btoa(JSON.stringify(claims))}.`.replaceAll('=', '')

const FORGERIES: [string, () => string | undefined | Promise<string | undefined>][] = [
  ['missing', () => undefined],
  ['expired before the answer', () => signToken(key.secret, claimsOf(strict, 'ana', { exp: now() - LIMITS.clockSkewSeconds - 5 }))],
  ['good for longer than ten minutes', () => signToken(key.secret, claimsOf(strict, 'ana', { exp: now() + 700 }))],
  ['good for ever', () => signToken(key.secret, claimsOf(strict, 'ana', { exp: undefined }))],
  ['not good yet', () => signToken(key.secret, claimsOf(strict, 'ana', { nbf: now() + 120 }))],
  ['for another site', () => signToken(key.secret, claimsOf(strict, 'ana', { aud: 'open-club' }))],
  ['for nobody', () => signToken(key.secret, claimsOf(strict, 'ana', { aud: undefined }))],
  ['of nobody', () => signToken(key.secret, claimsOf(strict, '', {}))],
  ['of a number', () => signToken(key.secret, claimsOf(strict, 'ana', { sub: 7 }))],
  ['without a jti', () => signToken(key.secret, claimsOf(strict, 'ana', { jti: undefined }))],
  ['of a name past the limit', () => signToken(key.secret, claimsOf(strict, 'a'.repeat(LIMITS.respondentIdLength + 1)))],
  ['with an end that is no number', () => signToken(key.secret, claimsOf(strict, 'ana', { exp: '9999999999' }))],
  ['of alg none', () => unsigned(claimsOf(strict, 'ana'))],
  ['of alg none, signed', () => signToken(key.secret, claimsOf(strict, 'ana'), { alg: 'none', typ: 'JWT' })],
  ['of another algorithm', () => signToken(key.secret, claimsOf(strict, 'ana'), { alg: 'HS512', typ: 'JWT' })],
  ['of an asymmetric algorithm', () => signToken(key.secret, claimsOf(strict, 'ana'), { alg: 'RS256', typ: 'JWT' })],
  ['with a critical extension', () => signToken(key.secret, claimsOf(strict, 'ana'), { alg: 'HS256', typ: 'JWT', crit: ['x'], x: 1 })],
  ['signed by a key that was made up', () => signToken('0'.repeat(64), claimsOf(strict, 'ana'))],
  ['signed by nothing', () => signToken(' ', claimsOf(strict, 'ana'))],
  ["signed by another site's key", async () => signToken((await createKey(open)).secret, claimsOf(strict, 'ana'))],
  [
    'signed by the key that only names',
    async () => {
      const named = env.DB.prepare(`SELECT secret FROM respondent_secrets WHERE site_id = ?1 AND purpose = 'name'`).bind(strict.id)
      return signToken((await named.first<string>('secret')) ?? '', claimsOf(strict, 'ana'))
    },
  ],
  [
    'with claims changed after signing',
    async () => {
      const [header, , signature] = (await signToken(key.secret, claimsOf(strict, 'ana'))).split('.')
      return [header, btoa(JSON.stringify(claimsOf(strict, 'eve'))).replaceAll('=', ''), signature].join('.')
    },
  ],
  ['cut short', async () => (await signToken(key.secret, claimsOf(strict, 'ana'))).slice(0, -1)],
  ['without a signature', async () => (await signToken(key.secret, claimsOf(strict, 'ana'))).replace(/[^.]*$/, '')],
  ['no token at all', () => 'ana'],
  ['two dots', () => '..'],
]

test.for(FORGERIES)('refuses a token that is %s, and says so in a way that ends the retries', async ([, forge]) => {
  const before = await rowsOf(strict)
  const respondentToken = await forge()
  const response = createResponse()
  const answer = await sendBatch(strict, [response], respondentToken === undefined ? {} : { respondentToken })
  expect(answer.status).toBe(403)
  const problem = await readProblem(answer)
  expect(problem).toMatchObject({
    type: 'urn:pulso:problem:invalid-respondent',
    results: [{ id: response.id, status: 'rejected', problem: 'invalid-respondent' }],
  })
  expect(await rowsOf(strict)).toEqual(before)
})

test('never makes an anonymous answer of one with a wrong token, where anonymous ones are welcome', async () => {
  const answer = await sendBatch(open, [createResponse()], { respondentToken: await signToken(key.secret, claimsOf(open, 'ana')) })
  expect(answer.status).toBe(403)
  expect(await rowsOf(open)).toEqual([])
})

test('takes tokens at the limits: as long, as far ahead, as late', async () => {
  const site = await createSite('at-the-limits')
  const { secret } = await createKey(site)
  const token = await signToken(
    secret,
    claimsOf(site, 'a'.repeat(LIMITS.respondentIdLength), { exp: now() + LIMITS.respondentTokenSeconds }),
  )
  expect(await vote(site, token, createResponse())).toEqual(['stored'])
  expect(await vote(site, await signToken(secret, claimsOf(site, 'bo', { exp: now() })), createResponse())).toEqual(['stored'])
  const tooLong = await sendBatch(site, [createResponse()], { respondentToken: 'x'.repeat(LIMITS.respondentTokenLength + 1) })
  expect(tooLong.status).toBe(400)
  const longest = await sendBatch(site, [createResponse()], { respondentToken: 'x'.repeat(LIMITS.respondentTokenLength) })
  expect(longest.status).toBe(403)
})

test('counts one answer per person, prompt and wave: a later one revises the earlier, and a replay does nothing', async () => {
  const site = await createSite('one-vote')
  const { secret } = await createKey(site)
  const token = await signToken(secret, claimsOf(site, 'ana@example.com'))
  const at = Date.now() - 60_000
  const first = createResponse({ score: 0, shownAt: at, answeredAt: at + 1000 })
  const second = createResponse({ score: 10, shownAt: at + 2000, answeredAt: at + 3000 })
  expect(await vote(site, token, first)).toEqual(['stored'])
  expect(await vote(site, token, second)).toEqual(['stored'])
  // Neither the first again, nor a later revision of it, nor the second again, nor a mere look at the prompt changes that.
  expect(await vote(site, token, first, { ...first, rev: 2, comment: 'too late' }, second)).toEqual(['duplicate', 'duplicate', 'duplicate'])
  const { answeredAt: _, score: __, ...shown } = createResponse({ state: 'dismissed' })
  expect(await vote(site, token, shown)).toEqual(['duplicate'])
  const others = await signToken(secret, claimsOf(site, 'bo@example.com'))
  expect(
    await vote(site, others, createResponse({ score: 9 }), createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, score: 4 })),
  ).toEqual(['stored', 'stored'])
  const report = await readStats(site, 'days=7&lane=verified')
  expect(report.lane).toBe('verified')
  expect(findTouchpoint(report, 'recommend').scores.find(({ kind }) => kind === 'nps')).toMatchObject({ n: 2, value: 100 })
  const rows = await rowsOf(site)
  expect(rows.map((row) => row['sent_id'])).toContain(second.id)
  expect(JSON.stringify(rows)).not.toContain('example.com')
  expect(await readDrift(site)).toEqual([])
})

test('keeps verified and anonymous answers apart, and says what lies in the other lane', async () => {
  const site = await createSite('apart')
  const token = await signToken((await createKey(site)).secret, claimsOf(site, 'ana'))
  await vote(site, token, createResponse({ score: 10 }))
  await sendBatch(site, [createResponse({ score: 0 }), createResponse({ score: 0 })])
  const [anonymous, verified] = [await readStats(site), await readStats(site, 'days=7&lane=verified')]
  expect([anonymous.lane, findTouchpoint(anonymous, 'recommend').scores[0]?.value, anonymous.otherLanes]).toEqual([
    'production',
    -100,
    { verified: { shown: 1, answered: 1 } },
  ])
  expect([findTouchpoint(verified, 'recommend').scores[0]?.value, verified.otherLanes]).toEqual([
    100,
    { production: { shown: 2, answered: 2 } },
  ])
  const page = await (await manage('GET', `/v1/sites/${site.id}/responses?lane=verified`)).json<ResponsePage>()
  expect(page.responses).toMatchObject([{ score: 10, lane: 'verified', respondent: expect.stringMatching(/^v[0-9a-f]{32}$/) }])
})

test('reports the verified answers first of a site that takes no others', async () => {
  const site = await createSite('members', { respondents: 'verified' })
  const token = await signToken((await createKey(site)).secret, claimsOf(site, 'ana'))
  await vote(site, token, createResponse({ score: 10 }))
  expect(await readStats(site)).toMatchObject({ lane: 'verified', otherLanes: {} })
  expect((await (await manage('GET', `/v1/sites/${site.id}/responses`)).json<ResponsePage>()).responses).toHaveLength(1)
  const pseudonymous = await sendBatch(site, [createResponse()], { respondentId: 'a-random-id' })
  expect(pseudonymous.status).toBe(403)
})

test('takes an honest answer days later, with the token of then or one of now, and not one that was given after its token had ended', async () => {
  const site = await createSite('offline')
  const { secret } = await createKey(site)
  const threeDaysAgo = Date.now() - 3 * 86_400_000
  const ofThen = (sub: string) => signToken(secret, claimsOf(site, sub, { exp: Math.floor(threeDaysAgo / 1000) + 300 }))
  const late = (minutes: number) => {
    const answeredAt = threeDaysAgo + minutes * 60_000
    return createResponse({ shownAt: answeredAt - 5000, answeredAt })
  }
  expect(await vote(site, await ofThen('kept'), late(1))).toEqual(['stored'])
  expect(await vote(site, await signToken(secret, claimsOf(site, 'fresh')), late(1))).toEqual(['stored'])
  expect(await vote(site, await ofThen('after'), late(7))).toEqual(['invalid-respondent'])
  // The same bytes again, as they were: their clock stands still, so what they say happens now, after the end of the token.
  const replayed = await sendBatch(site, [late(1)], { respondentToken: await ofThen('replayed'), sentAt: threeDaysAgo + 60_000 })
  expect(replayed.status).toBe(403)
})

test('lives with two keys, so that one can be replaced, and ends the third last and those that are removed', async () => {
  const site = await createSite('rotating')
  const [first, second] = [await createKey(site), await createKey(site)]
  const statusBy = async ({ secret }: { secret: string }) =>
    (await sendBatch(site, [createResponse()], { respondentToken: await signToken(secret, claimsOf(site, createId())) })).status
  expect([await statusBy(first), await statusBy(second)]).toEqual([200, 200])
  const third = await createKey(site)
  expect([await statusBy(first), await statusBy(second), await statusBy(third)]).toEqual([403, 200, 200])
  expect((await manage('DELETE', `/v1/sites/${site.id}/respondent-keys/${second.id}`)).status).toBe(204)
  expect((await manage('DELETE', `/v1/sites/${site.id}/respondent-keys/${second.id}`)).status).toBe(404)
  expect((await manage('DELETE', `/v1/sites/${site.id}/respondent-keys/name`)).status).toBe(404)
  expect([await statusBy(second), await statusBy(third)]).toEqual([403, 200])
})

test('gives a secret once and never again', async () => {
  const { secret } = await createKey(open)
  for (const path of [`/v1/sites/${open.id}`, `/v1/sites/${open.id}/respondent-keys`, '/v1/sites', `/w/${open.siteKey}.json`]) {
    expect(await (await manage('GET', path)).text()).not.toContain(secret)
  }
  const { keys } = await (await manage('GET', `/v1/sites/${open.id}/respondent-keys`)).json<{ keys: object[] }>()
  for (const listed of keys) expect(Object.keys(listed).sort()).toEqual(['createdAt', 'id'])
})

test('names the same person the same at one site, whatever key vouches, and otherwise at another', async () => {
  const [here, there] = [await createSite('named-here'), await createSite('named-there')]
  const nameAt = async (site: TestSite) => {
    await vote(site, await signToken((await createKey(site)).secret, claimsOf(site, 'ana')), createResponse())
    return (await rowsOf(site)).map((row) => row['respondent'])
  }
  const [first] = await nameAt(here)
  expect(await nameAt(here)).toEqual([first])
  expect(await nameAt(there)).not.toContain(first)
  const found = await manage('POST', `/v1/sites/${here.id}/respondents`, { sub: 'ana' })
  expect(await found.json()).toEqual({ respondent: first })
  expect((await manage('POST', `/v1/sites/${here.id}/respondents`, { sub: 'ana', respondentId: 'ana' })).status).toBe(400)
})

test('keeps of a pseudonymous id a keyed hash, and nothing where the browser asks not to be tracked', async () => {
  const site = await createSite('pseudonyms')
  const id = 'f3b1c9d2e4'
  const respondentOf = async (headers: Record<string, string>) => {
    const response = createResponse()
    expect((await sendBatch(site, [response], { respondentId: id, headers })).status).toBe(200)
    return (await rowsOf(site)).find((row) => row['id'] === response.id)?.['respondent']
  }
  const respondent = await respondentOf({})
  expect(respondent).toMatch(/^p[0-9a-f]{32}$/)
  expect(await respondentOf({})).toBe(respondent)
  expect(await respondentOf({ 'Sec-GPC': '1' })).toBeNull()
  expect(await respondentOf({ DNT: '1' })).toBeNull()
  expect(JSON.stringify(await rowsOf(site))).not.toContain(id)
  expect(await readStats(site)).toMatchObject({ lane: 'production', otherLanes: {} })
  const both = await sendBatch(site, [createResponse()], { respondentId: id, respondentToken: 'x' })
  expect(both.status).toBe(400)
})

test('keeps a test of a verified answer out of the real one', async () => {
  const site = await createSite('rehearsal')
  const token = await signToken((await createKey(site)).secret, claimsOf(site, 'ana'))
  await vote(site, token, createResponse({ score: 10 }))
  await sendBatch(site, [createResponse({ score: 0 })], { respondentToken: token, siteKey: site.siteKey.replace('pk_', 'pk_test_') })
  expect((await rowsOf(site)).map((row) => [row['score'], row['lane']])).toEqual([
    [10, 'verified'],
    [0, 'test'],
  ])
})

test('lets nobody without a token near the keys', async () => {
  for (const [method, path] of [
    ['GET', 'respondent-keys'],
    ['POST', 'respondent-keys'],
    ['DELETE', 'respondent-keys/x'],
    ['POST', 'respondents'],
    ['GET', `respondents/v${'0'.repeat(32)}`],
    ['DELETE', `respondents/v${'0'.repeat(32)}`],
    ['DELETE', `responses/${createId()}`],
    ['PATCH', 'responses'],
    ['POST', 'erasures/replay'],
  ] as const) {
    const answer = await callWorker(`/v1/sites/${open.id}/${path}`, { method })
    expect([method, path, answer.status]).toEqual([method, path, 401])
  }
})
