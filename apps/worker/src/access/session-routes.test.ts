import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { callWorker, createSite, OPERATOR, ORIGIN } from '../../test/talk-to-worker.ts'

async function createCode(): Promise<string> {
  const link = await callWorker('/v1/sign-in-links', { method: 'POST', headers: OPERATOR })
  return new URL((await link.json<{ url: string }>()).url).hash.slice(1)
}

function signIn(code: string, headers: Record<string, string> = {}): Promise<Response> {
  return callWorker('/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: ORIGIN, ...headers },
    body: JSON.stringify({ code }),
  })
}

function toCookie(response: Response): string {
  return response.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

test('a sign-in link opens one session, once', async () => {
  await createSite('session')
  const code = await createCode()
  const first = await signIn(code)
  expect(first.status).toBe(204)
  expect(first.headers.get('Set-Cookie')).toMatch(
    /^__Host-pulso_session=[0-9a-f]{64}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
  expect((await signIn(code)).status).toBe(401)

  const session = await callWorker('/v1/session', { headers: { Cookie: toCookie(first) } })
  expect(await session.json()).toEqual({
    scopes: ['admin'],
    sites: [{ id: 'session', name: 'Café Test', siteKey: 'pk_session' }],
    allSites: true,
  })
  expect((await callWorker('/v1/sites/session/stats', { headers: { Cookie: toCookie(first) } })).status).toBe(200)
})

test('an old link opens nothing', async () => {
  const code = await createCode()
  await env.DB.prepare('UPDATE sign_in_codes SET expires_at = ?1').bind(Date.now()).run()
  expect((await signIn(code)).status).toBe(401)
})

test('a link needs no body, nor an empty one', async () => {
  for (const body of [null, '', '{}', new Blob([]).stream()]) {
    expect((await callWorker('/v1/sign-in-links', { method: 'POST', headers: OPERATOR, body })).status).toBe(201)
  }
  expect((await callWorker('/v1/sign-in-links', { method: 'POST', headers: OPERATOR, body: 'nonsense' })).status).toBe(400)
})

test('signing out ends the session at once', async () => {
  const cookie = toCookie(await signIn(await createCode()))
  expect((await callWorker('/v1/session', { method: 'DELETE', headers: { Cookie: cookie, Origin: ORIGIN } })).status).toBe(204)
  expect((await callWorker('/v1/session', { headers: { Cookie: cookie } })).status).toBe(401)
})

test('a session opens nothing for a page of another origin, be it another port', async () => {
  const cookie = toCookie(await signIn(await createCode()))
  const foreign = { Cookie: cookie, Origin: `${ORIGIN}:8443` }
  expect((await callWorker('/v1/sites', { headers: foreign })).status).toBe(403)
  expect((await callWorker('/v1/session', { method: 'DELETE', headers: foreign })).status).toBe(403)
  expect((await signIn(await createCode(), { Origin: 'https://evil.example' })).status).toBe(403)
})

test('a session changes nothing for whom a browser calls another site, or who does not say where from', async () => {
  const cookie = toCookie(await signIn(await createCode()))
  const change = (headers: Record<string, string>) =>
    callWorker('/v1/tokens', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie, ...headers },
      body: JSON.stringify({ name: 'By a page', scopes: ['stats:read'] }),
    })
  for (const headers of [
    {},
    { Origin: 'null' },
    { Origin: `http${ORIGIN.slice('https'.length)}` },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' },
  ]) {
    expect([headers, (await change(headers as Record<string, string>)).status]).toEqual([headers, 403])
  }
  expect((await change({ Origin: ORIGIN })).status).toBe(201)
  expect((await change({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201)
  // An address that somebody types or keeps as a bookmark only reads.
  expect((await callWorker('/v1/sites', { headers: { Cookie: cookie, 'Sec-Fetch-Site': 'none' } })).status).toBe(200)
})

test('a session may do what its link was made for', async () => {
  const [mine, theirs] = [await createSite('lent'), await createSite('kept-back')]
  const link = await callWorker('/v1/sign-in-links', {
    method: 'POST',
    headers: { ...OPERATOR, 'Content-Type': 'application/json' },
    body: JSON.stringify({ scopes: ['stats:read'], sites: [mine.id] }),
  })
  const cookie = toCookie(await signIn(new URL((await link.json<{ url: string }>()).url).hash.slice(1)))
  const statusOf = async (path: string) => (await callWorker(path, { headers: { Cookie: cookie } })).status
  expect(await statusOf(`/v1/sites/${mine.id}/stats`)).toBe(200)
  expect(await statusOf(`/v1/sites/${mine.id}/responses`)).toBe(403)
  expect(await statusOf(`/v1/sites/${theirs.id}/stats`)).toBe(404)
  expect(await statusOf('/v1/tokens')).toBe(403)
  const session = await callWorker('/v1/session', { headers: { Cookie: cookie } })
  expect(await session.json()).toEqual({
    scopes: ['stats:read'],
    sites: [{ id: mine.id, name: mine.name, siteKey: mine.siteKey }],
    allSites: false,
  })
})

const MINUTE = 60_000

/** Lets a session's past lie so much longer ago. */
async function letTimePass(cookie: string, milliseconds: number) {
  const { toHash } = await import('./secret.ts')
  const hash = await toHash(cookie.split('=')[1] ?? '')
  await env.DB.prepare(
    `UPDATE sessions SET rotated_at = rotated_at - ?2, expires_at = expires_at - ?2, previous_until = previous_until - ?2
     WHERE token_hash = ?1 OR previous_hash = ?1`,
  )
    .bind(hash, milliseconds)
    .run()
}

const look = (cookie: string, headers: Record<string, string> = {}) =>
  callWorker('/v1/session', { headers: { Cookie: cookie, ...headers } })

test('a session gets another token every hour, and the old one ends a minute after the new one was used', async () => {
  const first = toCookie(await signIn(await createCode()))
  await letTimePass(first, 59 * MINUTE)
  expect(toCookie(await look(first))).toBe('')
  await letTimePass(first, MINUTE)
  // A socket cannot carry a cookie back, so it must not take the new token along into nowhere.
  expect(toCookie(await look(first, { Upgrade: 'websocket' }))).toBe('')
  const rotation = await look(first)
  const second = toCookie(rotation)
  expect(second).toMatch(/^__Host-pulso_session=[0-9a-f]{64}$/)
  expect(second).not.toBe(first)
  expect(Number(/Max-Age=(\d+)/.exec(rotation.headers.get('Set-Cookie') ?? '')?.[1])).toBeLessThanOrEqual(14 * 86_400 - 3600)

  // Requests that were under way.
  expect((await look(first)).status).toBe(200)
  expect((await look(second)).status).toBe(200)
  expect((await look(first)).status).toBe(200)
  await letTimePass(second, MINUTE)
  expect((await look(second)).status).toBe(200)
  // A copy of the old one after that: somebody has stolen it, so the session is over for both.
  expect((await look(first)).status).toBe(401)
  expect((await look(second)).status).toBe(401)
})

test('a new token that never arrived costs nobody the session', async () => {
  const first = toCookie(await signIn(await createCode()))
  await letTimePass(first, 60 * MINUTE)
  const lost = toCookie(await look(first))
  expect(lost).not.toBe('')
  await letTimePass(first, 30 * MINUTE)
  const second = toCookie(await look(first))
  expect(second).not.toBe('')
  expect((await look(second)).status).toBe(200)
  expect((await look(lost)).status).toBe(401)
})

test('of many requests at the moment of the change one changes the token, and all are answered', async () => {
  const first = toCookie(await signIn(await createCode()))
  await letTimePass(first, 60 * MINUTE)
  const answers = await Promise.all(Array.from({ length: 8 }, () => look(first)))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  expect(answers.filter((answer) => toCookie(answer) !== '')).toHaveLength(1)
})

test('signing out with either token ends the session, and signing in again replaces it', async () => {
  const first = toCookie(await signIn(await createCode()))
  await letTimePass(first, 60 * MINUTE)
  const second = toCookie(await look(first))
  await callWorker('/v1/session', { method: 'DELETE', headers: { Cookie: first, Origin: ORIGIN } })
  expect((await look(second)).status).toBe(401)

  const before = toCookie(await signIn(await createCode()))
  const after = toCookie(await signIn(await createCode(), { Cookie: before }))
  expect((await look(before)).status).toBe(401)
  expect((await look(after)).status).toBe(200)
})

test('the database holds neither codes nor session tokens', async () => {
  const code = await createCode()
  const token = toCookie(await signIn(await createCode())).split('=')[1] ?? ''
  const rows = await env.DB.batch([env.DB.prepare('SELECT * FROM sign_in_codes'), env.DB.prepare('SELECT * FROM sessions')])
  const everything = JSON.stringify(rows.map((row) => row.results))
  expect(everything).not.toContain(code)
  expect(everything).not.toContain(token)
})
