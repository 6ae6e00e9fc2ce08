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
  expect(await session.json()).toEqual({ sites: [{ id: 'session', name: 'Café Test', siteKey: 'pk_session' }] })
  expect((await callWorker('/v1/sites/session/stats', { headers: { Cookie: toCookie(first) } })).status).toBe(200)
})

test('an old link opens nothing', async () => {
  const code = await createCode()
  await env.DB.prepare('UPDATE sign_in_codes SET expires_at = ?1').bind(Date.now()).run()
  expect((await signIn(code)).status).toBe(401)
})

test('signing out ends the session at once', async () => {
  const cookie = toCookie(await signIn(await createCode()))
  expect((await callWorker('/v1/session', { method: 'DELETE', headers: { Cookie: cookie } })).status).toBe(204)
  expect((await callWorker('/v1/session', { headers: { Cookie: cookie } })).status).toBe(401)
})

test('a session opens nothing for a page of another origin, be it another port', async () => {
  const cookie = toCookie(await signIn(await createCode()))
  const foreign = { Cookie: cookie, Origin: `${ORIGIN}:8443` }
  expect((await callWorker('/v1/sites', { headers: foreign })).status).toBe(403)
  expect((await callWorker('/v1/session', { method: 'DELETE', headers: foreign })).status).toBe(403)
  expect((await signIn(await createCode(), { Origin: 'https://evil.example' })).status).toBe(403)
})

test('the database holds neither codes nor session tokens', async () => {
  const code = await createCode()
  const token = toCookie(await signIn(await createCode())).split('=')[1] ?? ''
  const rows = await env.DB.batch([env.DB.prepare('SELECT * FROM sign_in_codes'), env.DB.prepare('SELECT * FROM sessions')])
  const everything = JSON.stringify(rows.map((row) => row.results))
  expect(everything).not.toContain(code)
  expect(everything).not.toContain(token)
})
