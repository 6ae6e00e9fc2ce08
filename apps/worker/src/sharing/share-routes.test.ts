import { env } from 'cloudflare:workers'
import { LIMITS, type OpenedShare, type Report, type SharedComments } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createBusySite, lookThrough, makeShare, openShare } from '../../test/share-link.ts'
import {
  CAFE,
  callWorker,
  createResponse,
  createSite,
  createToken,
  findTouchpoint,
  manage,
  ORIGIN,
  readContract,
  readStats,
  storeAnswers,
} from '../../test/talk-to-worker.ts'
import { toPasswordProof } from './share-password.ts'
import { removeExpiredShares } from './share-store.ts'

test('shows what a site is about, and nothing of how it is made', async () => {
  const site = await createBusySite('shared-whole', { origins: ['https://hidden.example'] })
  const link = await makeShare(site)
  expect(link.url).toMatch(/^https:\/\/pulso\.test\/shared#[0-9a-f]{64}$/)
  expect((link.expiresAt ?? 0) - Date.now()).toBeGreaterThan(29.9 * 86_400_000)
  const opened = await (await openShare(link.url)).json<OpenedShare>()
  expect(opened.view).toEqual({
    name: 'For the board',
    filter: {},
    range: { days: 90 },
    comments: false,
    expiresAt: link.expiresAt,
    site: { id: site.id, name: site.name, timeZone: site.timeZone, defaultLocale: site.defaultLocale },
  })
  const { read, ask } = await lookThrough(link)
  const report = await read<Report>(`/v1/sites/${site.id}/stats`)
  const own = await readStats(site, 'days=90')
  expect(findTouchpoint(report, 'checkout').scores).toEqual(findTouchpoint(own, 'checkout').scores)
  expect(report.unmapped?.answered).toBe(1)
  const journey = await (await ask(`/v1/sites/${site.id}/journey`)).text()
  for (const text of [JSON.stringify(report), journey]) {
    for (const secret of [site.siteKey, 'hidden.example', 'heldBack":{"', 'cellar']) expect(text).not.toContain(secret)
  }
  // Nothing that could open a link is kept.
  const { results } = await env.DB.prepare('SELECT * FROM shares').all()
  expect(JSON.stringify(results)).not.toContain(new URL(link.url).hash.slice(1))
})

test('opens the few routes that narrow what they show, and no other', { timeout: 30_000 }, async () => {
  const [site, other] = [await createBusySite('shared-routes'), await createSite('shared-routes-other')]
  const { document } = await readContract()
  const expected = {
    false: ['readAlerts', 'listReleases', 'readJourney', 'readShare', 'readStats', 'watchSite'],
    true: ['listComments', 'readAlerts', 'listReleases', 'readJourney', 'readShare', 'readStats', 'readThemes', 'watchSite'],
  }
  for (const comments of [false, true]) {
    const { ask } = await lookThrough(await makeShare(site, { comments }))
    const opened: string[] = []
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (operation['x-pulso-access'] === 'public') continue
        const askAt = (id: string) => ask(path.replace('{site}', id).replace(/\{\w+\}/g, '1'), { method: method.toUpperCase() })
        const { status } = await askAt(site.id)
        if (status !== 403) opened.push(operation.operationId)
        if (path.includes('{site}')) expect([path, (await askAt(other.id)).status]).toEqual([path, 404])
      }
    }
    expect(opened.sort()).toEqual(expected[`${comments}`].sort())
  }
})

test('ends by the clock, by hand, and with its site', async () => {
  const site = await createSite('shared-end')
  const [old, ended, kept] = [await makeShare(site), await makeShare(site), await makeShare(site, { expiresAt: null })]
  const looks = await Promise.all([old, ended, kept].map((link) => lookThrough(link)))
  await env.DB.prepare('UPDATE shares SET expires_at = ?1 WHERE id = ?2').bind(Date.now(), old.id).run()
  await manage('DELETE', `/v1/sites/${site.id}/shares/${ended.id}`)
  const statuses = async () => Promise.all(looks.map(async ({ ask }) => (await ask(`/v1/sites/${site.id}/stats`)).status))
  expect(await statuses()).toEqual([401, 401, 200])
  expect(await Promise.all([old, ended, kept].map(async ({ url }) => (await openShare(url)).status))).toEqual([401, 401, 200])
  await removeExpiredShares(env.DB, Date.now())
  const { shares } = await (await manage('GET', `/v1/sites/${site.id}/shares`)).json<{ shares: { id: string }[] }>()
  expect(shares.map(({ id }) => id)).toEqual([kept.id])
  const other = await createSite('shared-end-other')
  expect((await manage('DELETE', `/v1/sites/${other.id}/shares/${kept.id}`)).status).toBe(404)
  expect((await manage('POST', `/v1/sites/${site.id}/shares`, { name: 'Late', expiresAt: Date.now() })).status).toBe(400)
})

test('says nothing before its password, and lets nobody guess on', async () => {
  const site = await createSite('shared-password')
  const link = await makeShare(site, { password: 'correct horse' })
  const asked = await (await openShare(link.url)).json<OpenedShare>()
  expect(asked).toEqual({ needsPassword: true, token: null, view: null })
  const { token, ask } = await lookThrough(link, 'correct horse')
  expect((await ask(`/v1/sites/${site.id}/stats`)).status).toBe(200)
  // The code alone opens nothing, nor does what can be made of it: else passwords could be tried as tokens, where nobody counts them.
  const code = new URL(link.url).hash.slice(1)
  const [, proof, ticket] = token.split('.')
  expect(proof).toBe(await toPasswordProof('correct horse', code))
  const forged = [`shared_${code}`, `shared_${code}.${proof}`, `shared_${code}.${proof}.${proof}`]
  forged.push(`shared_${code}.${await toPasswordProof('battery staple', code)}.${ticket}`)
  for (const wrong of [...forged, `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`]) {
    const answer = await callWorker(`/v1/sites/${site.id}/stats`, {
      headers: { Authorization: `Bearer ${wrong}`, 'CF-Connecting-IP': '10.8.0.1' },
    })
    expect(answer.status).toBe(401)
  }
  // Each guess from another network: the link itself has had enough after so many.
  const guesses: number[] = []
  for (let guess = 0; guess <= LIMITS.sharePasswordsPerMinute; guess += 1)
    guesses.push((await openShare(link.url, `guess number ${guess}`)).status)
  expect(guesses).toEqual([...Array.from({ length: LIMITS.sharePasswordsPerMinute }, () => 401), 429])
  expect((await openShare(link.url, 'correct horse')).status).toBe(429)
  // Whoever is in stays in, and other links are not held up.
  expect((await ask(`/v1/sites/${site.id}/stats`)).status).toBe(200)
  expect((await openShare((await makeShare(site, { password: 'another one' })).url, 'another one')).status).toBe(200)
  // Of one network, as with any token that opens nothing.
  const codes: number[] = []
  for (let guess = 0; guess <= LIMITS.guessesPerMinute; guess += 1)
    codes.push((await openShare(`${ORIGIN}/shared#${guess.toString(16).padStart(64, '0')}`, undefined, '10.7.0.1')).status)
  expect(codes.filter((status) => status === 401)).toHaveLength(LIMITS.guessesPerMinute)
  expect(codes.at(-1)).toBe(429)
})

test('leaves whoever is signed in as they are', async () => {
  const site = await createSite('shared-beside')
  const { ask } = await lookThrough(await makeShare(site))
  const answer = await openShare((await makeShare(site)).url)
  expect(answer.headers.get('Set-Cookie')).toBeNull()
  // The token is what counts, also where the browser sends a session along.
  const link = await (await manage('POST', '/v1/sign-in-links')).json<{ url: string }>()
  const signedIn = await callWorker('/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: ORIGIN },
    body: JSON.stringify({ code: new URL(link.url).hash.slice(1) }),
  })
  const Cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  expect((await ask('/v1/tokens', { headers: { Cookie } })).status).toBe(403)
  expect((await callWorker('/v1/tokens', { headers: { Cookie } })).status).toBe(200)
})

test('is made by an admin of the site alone, of what there is', async () => {
  const site = await createSite('shared-made')
  const writer = await createToken({ scopes: ['site:write', 'responses:read', 'stats:read'], sites: [site.id] })
  const refused = await callWorker(`/v1/sites/${site.id}/shares`, { method: 'POST', headers: writer.headers, body: '{}' })
  expect(refused.status).toBe(403)
  for (const definition of [
    { filter: { touchpoint: ['nowhere'] } },
    { filter: { stage: ['nowhere'] } },
    { filter: { segment: ['nobody'] } },
    { filter: { touchpoint: [] } },
    { filter: { lane: ['quarantine'] } },
    { range: { days: 0 } },
    { range: { from: '2026-02-01', to: '2026-01-01' } },
    { range: { from: '2026-02-01' } },
    { password: 'x'.repeat(LIMITS.sharePasswordLeast - 1) },
    { password: 'x'.repeat(LIMITS.sharePasswordMost + 1) },
    { name: '' },
  ]) {
    const answer = await manage('POST', `/v1/sites/${site.id}/shares`, { name: 'Wrong', ...definition })
    expect([definition, answer.status]).toEqual([definition, 400])
  }
  expect(CAFE.touchpoints?.length).toBe(3)
  const touchpoint = ['checkout']
  expect((await makeShare(site, { filter: { touchpoint }, password: 'x'.repeat(LIMITS.sharePasswordMost) })).filter).toEqual({ touchpoint })
})

test('has as many links of a site as there may be, and shows as many comments', async () => {
  const site = await createSite('shared-most')
  const fill =
    'INSERT INTO shares (site_id, id, code_hash, name, terms, created_at) SELECT ?1, value, ?1 || value, value, ?2, 0 FROM json_each(?3)'
  const names = Array.from({ length: LIMITS.shares - 1 }, (_, number) => `link-${number}`)
  await env.DB.prepare(fill)
    .bind(site.id, JSON.stringify({ filter: {}, range: { days: 90 }, comments: false }), JSON.stringify(names))
    .run()
  const { read } = await lookThrough(await makeShare(site, { comments: true }))
  const more = await manage('POST', `/v1/sites/${site.id}/shares`, { name: 'One too many' })
  expect([more.status, await more.text()]).toEqual([400, expect.stringContaining('share links already')])
  await storeAnswers(site, ...Array.from({ length: LIMITS.batchResponses }, () => createResponse({ comment: 'One of many' })))
  await storeAnswers(site, createResponse({ comment: 'The newest' }))
  const { comments } = await read<SharedComments>(`/v1/sites/${site.id}/comments`)
  expect([comments.length, LIMITS.sharedComments]).toEqual([LIMITS.sharedComments, LIMITS.batchResponses])
})
