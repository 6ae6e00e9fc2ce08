import { env } from 'cloudflare:workers'
import { LIMITS, type TokenList } from '@pulso/protocol'
import { expect, test } from 'vitest'
import {
  CAFE,
  callWorker,
  createResponse,
  createSite,
  createToken,
  OPERATOR,
  readProblem,
  storeAnswers,
} from '../../test/talk-to-worker.ts'

const statusOf = async (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  (await callWorker(path, { ...init, headers: { 'Content-Type': 'application/json', ...headers } })).status

test('shows a token once, and keeps nothing that could open anything', async () => {
  const { token, id, prefix, headers } = await createToken({ name: 'Nightly report' })
  expect(token).toMatch(/^pulso_[0-9A-Za-z]{44}$/)
  expect(token.startsWith(prefix)).toBe(true)
  const list = await (await callWorker('/v1/tokens', { headers: OPERATOR })).text()
  expect(list).toContain('Nightly report')
  expect(list).not.toContain(token)
  const { results } = await env.DB.prepare('SELECT * FROM tokens WHERE id = ?1').bind(id).all()
  expect(JSON.stringify(results)).not.toContain(token.slice(prefix.length, -6))
  expect(await statusOf('/v1/sites', headers)).toBe(200)
})

test('opens what its scopes name, at the sites that it names, and nothing else', async () => {
  const [first, second] = [await createSite('scoped'), await createSite('not-scoped')]
  const expected = {
    'stats:read': { stats: 200, responses: 403, import: 403, tokens: 403 },
    'responses:read': { stats: 403, responses: 200, import: 403, tokens: 403 },
    'site:write': { stats: 403, responses: 403, import: 200, tokens: 403 },
    admin: { stats: 200, responses: 200, import: 200, tokens: 200 },
  } as const
  const body = JSON.stringify({ source: 'import', responses: [createResponse()] })
  for (const [scope, wanted] of Object.entries(expected) as [keyof typeof expected, (typeof expected)['admin']][]) {
    const { headers } = await createToken({ scopes: [scope], sites: [first.id] })
    const at = async (site: string) => ({
      stats: await statusOf(`/v1/sites/${site}/stats`, headers),
      responses: await statusOf(`/v1/sites/${site}/responses`, headers),
      import: await statusOf(`/v1/sites/${site}/import`, headers, { method: 'POST', body }),
    })
    expect([scope, { ...(await at(first.id)), tokens: await statusOf('/v1/tokens', headers) }]).toEqual([scope, wanted])
    // Another site, and one that does not exist: the same, whatever the scope.
    for (const site of [second.id, 'no-such-site'])
      expect([scope, await at(site)]).toEqual([scope, { stats: 404, responses: 404, import: 404 }])
  }
})

test('lists to a token the sites that are its own, and lets it make none beside them', async () => {
  await createSite('seen')
  await createSite('unseen')
  const { headers } = await createToken({ scopes: ['admin'], sites: ['seen'] })
  const { sites } = await (await callWorker('/v1/sites', { headers })).json<{ sites: { id: string }[] }>()
  expect(sites.map(({ id }) => id)).toEqual(['seen'])
  const put = { method: 'PUT', body: JSON.stringify(CAFE) }
  expect(await statusOf('/v1/sites/unseen', headers, put)).toBe(404)
  expect(await statusOf('/v1/sites/brand-new', headers, put)).toBe(404)
  expect(await statusOf('/v1/sites/seen', headers, put)).toBe(200)
})

test('hands out no more than its own', async () => {
  for (const id of ['mine', 'theirs']) await createSite(id)
  const { headers } = await createToken({ scopes: ['admin'], sites: ['mine'] })
  const ask = (path: string, body: object) => statusOf(path, headers, { method: 'POST', body: JSON.stringify(body) })
  const plain = { name: 'Child', scopes: ['stats:read'] }
  expect(await ask('/v1/tokens', { ...plain, sites: ['mine'] })).toBe(201)
  expect(await ask('/v1/tokens', plain)).toBe(403)
  expect(await ask('/v1/tokens', { ...plain, sites: ['mine', 'theirs'] })).toBe(403)
  expect(await ask('/v1/sign-in-links', { sites: ['mine'] })).toBe(201)
  expect(await ask('/v1/sign-in-links', {})).toBe(403)
  // Tokens of others are not there to be seen or deleted.
  const { id } = await createToken({ name: 'Theirs', sites: ['theirs'] })
  const { tokens } = await (await callWorker('/v1/tokens', { headers })).json<TokenList>()
  expect(tokens.every(({ sites }) => sites?.every((site) => site === 'mine'))).toBe(true)
  expect(await statusOf(`/v1/tokens/${id}`, headers, { method: 'DELETE' })).toBe(404)
  expect(await statusOf(`/v1/tokens/${id}`, OPERATOR, { method: 'DELETE' })).toBe(204)
})

test('ends at once when it is deleted, and at its time when it has one', async () => {
  const deleted = await createToken()
  expect(await statusOf('/v1/sites', deleted.headers)).toBe(200)
  expect(await statusOf(`/v1/tokens/${deleted.id}`, OPERATOR, { method: 'DELETE' })).toBe(204)
  expect(await statusOf('/v1/sites', deleted.headers)).toBe(401)
  expect(await statusOf(`/v1/tokens/${deleted.id}`, OPERATOR, { method: 'DELETE' })).toBe(404)

  const ending = await createToken({ expiresAt: Date.now() + 60_000 })
  expect(await statusOf('/v1/sites', ending.headers)).toBe(200)
  await env.DB.prepare('UPDATE tokens SET expires_at = ?2 WHERE id = ?1').bind(ending.id, Date.now()).run()
  expect(await statusOf('/v1/sites', ending.headers)).toBe(401)
})

test('is refused when it would have ended before it began', async () => {
  const answer = await callWorker('/v1/tokens', {
    method: 'POST',
    headers: { ...OPERATOR, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Late', scopes: ['admin'], expiresAt: Date.now() - 1 }),
  })
  expect((await readProblem(answer)).detail).toContain('expiresAt')
})

test('is refused, as a sign-in link is, for a site that there is not', async () => {
  const site = await createSite('real')
  const ask = (path: string, definition: object) =>
    callWorker(path, { method: 'POST', headers: { ...OPERATOR, 'Content-Type': 'application/json' }, body: JSON.stringify(definition) })
  const sites = [site.id, 'nope', 'nor-this']
  for (const answer of [
    await ask('/v1/tokens', { name: 'Mistaken', scopes: ['stats:read'], sites }),
    await ask('/v1/sign-in-links', { scopes: ['stats:read'], sites }),
  ]) {
    expect(answer.status).toBe(400)
    expect((await readProblem(answer)).detail).toBe('sites: there is no site "nope" or "nor-this". GET /v1/sites lists those there are.')
  }
  expect(await (await callWorker('/v1/tokens', { headers: OPERATOR })).text()).not.toContain('Mistaken')
})

test('says of a token that was sent that it opens nothing, and of one with a wrong letter that it is mistyped', async () => {
  const detailOf = async (headers: Record<string, string>) => {
    const answer = await callWorker('/v1/sites', { headers })
    const { detail } = await readProblem(answer)
    return [answer.status, answer.headers.get('WWW-Authenticate'), detail]
  }
  const revoked = await createToken()
  await callWorker(`/v1/tokens/${revoked.id}`, { method: 'DELETE', headers: OPERATOR })
  const ended = await createToken({ expiresAt: Date.now() + 60_000 })
  await env.DB.prepare('UPDATE tokens SET expires_at = ?2 WHERE id = ?1').bind(ended.id, Date.now()).run()
  const { createTokenParts, toTokenText } = await import('./token-text.ts')
  const neverMade = `Bearer ${toTokenText(createTokenParts())}`
  const opensNothing = [
    401,
    'Bearer error="invalid_token"',
    'The token that was sent opens nothing: it was not found, was revoked or has expired.',
  ]
  for (const headers of [revoked.headers, ended.headers, { Authorization: neverMade }, { Authorization: 'Bearer pulso_another_secret' }])
    expect(await detailOf(headers)).toEqual(opensNothing)
  const mistyped = neverMade.slice(0, -1) + (neverMade.endsWith('0') ? '1' : '0')
  expect(await detailOf({ Authorization: mistyped })).toEqual([
    401,
    'Bearer error="invalid_token"',
    'The token that was sent is mistyped: its last six characters do not fit the rest. Copy it again.',
  ])
  const nothingSent = [401, 'Bearer', 'Send "Authorization: Bearer pulso_…", or open a sign-in link in the browser.']
  expect(await detailOf({})).toEqual(nothingSent)
  expect(await detailOf({ Authorization: 'Bearer ' })).toEqual(nothingSent)
})

test('opens nothing with a right name and a wrong secret', async () => {
  const [first, second] = [await createToken(), await createToken()]
  const { createTokenParts, parseTokenText, toTokenText } = await import('./token-text.ts')
  const forged = toTokenText({ ...createTokenParts(), id: parseTokenText(first.token)?.id ?? '' })
  const mixed = toTokenText({ id: second.id, secret: parseTokenText(first.token)?.secret ?? '' })
  for (const token of [forged, mixed]) expect(await statusOf('/v1/sites', { Authorization: `Bearer ${token}` })).toBe(401)
})

test('says when it was last used, at the price of one row an hour', async () => {
  const site = await createSite('used')
  await storeAnswers(site, createResponse())
  const { id, headers } = await createToken()
  const readUse = async () => {
    const { tokens } = await (await callWorker('/v1/tokens', { headers: OPERATOR })).json<TokenList>()
    return tokens.find((token) => token.id === id)?.lastUsedAt ?? null
  }
  expect(await readUse()).toBeNull()
  await statusOf(`/v1/sites/${site.id}/stats`, headers)
  await expect.poll(readUse).not.toBeNull()
  const first = await readUse()
  for (let time = 0; time < 5; time += 1) await statusOf(`/v1/sites/${site.id}/stats`, headers)
  expect(await readUse()).toBe(first)
  const anHourAgo = Date.now() - 3_600_000
  await env.DB.prepare('UPDATE tokens SET last_used_at = ?2 WHERE id = ?1').bind(id, anHourAgo).run()
  await statusOf(`/v1/sites/${site.id}/stats`, headers)
  await expect.poll(readUse).toBeGreaterThan(anHourAgo)
})

test('takes as many tokens as the limit says, and not one more', async () => {
  const { count } = (await env.DB.prepare('SELECT COUNT(*) AS count FROM tokens').first<{ count: number }>()) ?? { count: 0 }
  const fill = Array.from({ length: LIMITS.tokens - 1 - count }, (_, index) =>
    env.DB.prepare("INSERT INTO tokens (id, secret_hash, name, scopes, created_at) VALUES (?1, '', 'fill', '[]', 0)").bind(`fill${index}`),
  )
  await env.DB.batch(fill)
  const last = await createToken()
  const body = JSON.stringify({ name: 'One more', scopes: ['admin'] })
  expect(await statusOf('/v1/tokens', OPERATOR, { method: 'POST', body })).toBe(400)
  await callWorker(`/v1/tokens/${last.id}`, { method: 'DELETE', headers: OPERATOR })
  expect(await statusOf('/v1/tokens', OPERATOR, { method: 'POST', body })).toBe(201)
})
