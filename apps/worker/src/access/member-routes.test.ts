import { env } from 'cloudflare:workers'
import {
  type InvitedMember,
  LIMITS,
  type Marks,
  type Member,
  type MemberList,
  ROLE_SCOPES,
  ROLES,
  type Role,
  type Session,
} from '@pulso/protocol'
import { expect, test } from 'vitest'
import {
  callWorker,
  createResponse,
  createSite,
  createToken,
  manage,
  OPERATOR,
  ORIGIN,
  readContract,
  storeAnswers,
} from '../../test/talk-to-worker.ts'
import { watch } from '../../test/watch-live.ts'

async function invite(definition: Partial<Member> & { name: string; role: Role }, headers: Record<string, string> = OPERATOR) {
  const answer = await callWorker('/v1/members', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(definition),
  })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer.json<InvitedMember>()
}

const useLink = (url: string, headers: Record<string, string> = {}) =>
  callWorker('/v1/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: ORIGIN, ...headers },
    body: JSON.stringify({ code: new URL(url).hash.slice(1) }),
  })

/** A browser of somebody who has used their link. */
async function join(url: string) {
  const answer = await useLink(url)
  if (!answer.ok) throw new Error(await answer.text())
  return { Cookie: answer.headers.get('Set-Cookie')?.split(';')[0] ?? '', Origin: ORIGIN }
}

const statusOf = async (path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  (await callWorker(path, { ...init, headers: { 'Content-Type': 'application/json', ...headers } })).status

const changeTo = (member: Member, changes: Partial<Member>, headers: Record<string, string> = OPERATOR) =>
  statusOf(`/v1/members/${member.id}`, headers, {
    method: 'PUT',
    body: JSON.stringify({ name: member.name, role: member.role, sites: member.sites, ...changes }),
  })

const remove = (member: Member, headers: Record<string, string> = OPERATOR) =>
  statusOf(`/v1/members/${member.id}`, headers, { method: 'DELETE' })

test('lets somebody in by a link that works once, and keeps nothing that could open anything', async () => {
  const site = await createSite('invited')
  const ana = await invite({ name: 'Ana', role: 'analyst', sites: [site.id] })
  expect(ana).toMatchObject({ name: 'Ana', role: 'analyst', sites: [site.id], joinedAt: null, lastSeenAt: null })
  expect(ana.link.url).toMatch(/^https:\/\/pulso\.test\/join#[0-9a-f]{64}$/)
  expect(ana.link.expiresAt - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
  const { results } = await env.DB.prepare('SELECT * FROM sign_in_codes').all()
  expect(JSON.stringify(results)).not.toContain(new URL(ana.link.url).hash.slice(1))

  const browser = await join(ana.link.url)
  expect((await useLink(ana.link.url)).status).toBe(401)
  const session = await (await callWorker('/v1/session', { headers: browser })).json<Session>()
  expect(session.member).toEqual({ id: ana.id, name: 'Ana', role: 'analyst' })
  expect(session.scopes).toEqual(ROLE_SCOPES.analyst)
  expect(session.sites.map(({ id }) => id)).toEqual([site.id])
  const { members } = await (await manage('GET', '/v1/members')).json<MemberList>()
  const listed = members.find(({ id }) => id === ana.id)
  expect(listed?.joinedAt).not.toBeNull()
  expect(listed?.linkExpiresAt).toBeNull()
})

test('opens by each role what its scopes open, on every route that there is', { timeout: 30_000 }, async () => {
  const [site, other] = [await createSite('roles'), await createSite('roles-other')]
  const { document } = await readContract()
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), access: operation['x-pulso-access'] })),
  )
  const tried = routes.filter(({ access }) => access !== 'public' && access !== 'any')
  expect(tried.length).toBeGreaterThan(30)
  for (const role of ROLES.filter((one) => one !== 'owner')) {
    const browser = await join((await invite({ name: role, role, sites: [site.id] })).link.url)
    for (const { path, method, access } of tried) {
      const isOpen = (ROLE_SCOPES[role] as readonly string[]).includes(access)
      const own = await statusOf(path.replace('{site}', site.id).replace(/\{\w+\}/g, '1'), browser, { method })
      // What is open is refused, if at all, for what is missing in the request.
      expect([role, method, path, own === 403]).toEqual([role, method, path, !isOpen])
      if (!path.includes('{site}')) continue
      expect([path, await statusOf(path.replace('{site}', other.id).replace(/\{\w+\}/g, '1'), browser, { method })]).toEqual([path, 404])
    }
  }
})

test('gives nobody a role, a site or a link beyond what they have', async () => {
  const [mine, theirs] = [await createSite('granted'), await createSite('granted-not')]
  const owner = await join((await invite({ name: 'Owner of one', role: 'owner', sites: [mine.id] })).link.url)
  const everywhere = await invite({ name: 'Owner of all', role: 'owner', sites: null })
  const elsewhere = await invite({ name: 'Viewer elsewhere', role: 'viewer', sites: [theirs.id] })
  const post = (body: object) => statusOf('/v1/members', owner, { method: 'POST', body: JSON.stringify(body) })
  expect(await post({ name: 'All', role: 'viewer' })).toBe(403)
  expect(await post({ name: 'Theirs', role: 'viewer', sites: [theirs.id] })).toBe(403)
  expect(await post({ name: 'Mine', role: 'owner', sites: [mine.id] })).toBe(201)
  for (const member of [everywhere, elsewhere]) {
    expect(await changeTo(member, { sites: [mine.id] }, owner)).toBe(404)
    expect(await remove(member, owner)).toBe(404)
    expect(await statusOf(`/v1/members/${member.id}/links`, owner, { method: 'POST', body: '{}' })).toBe(404)
  }
  const list = await (await callWorker('/v1/members', { headers: owner })).text()
  for (const member of [everywhere, elsewhere]) expect(list).not.toContain(member.id)
  // An editor, who may write much, makes nobody anything; nor does a token without admin.
  const editor = await join((await invite({ name: 'Editor', role: 'editor', sites: null })).link.url)
  const writer = await createToken({ scopes: ['site:write', 'responses:read', 'stats:read'] })
  for (const headers of [editor, writer.headers]) {
    expect(await statusOf('/v1/members', headers, { method: 'POST', body: JSON.stringify({ name: 'X', role: 'viewer' }) })).toBe(403)
    expect(await changeTo(elsewhere, { role: 'owner' }, headers)).toBe(403)
  }
})

test('changes what an open session and an open socket may do, at once', async () => {
  const site = await createSite('role-change')
  const ben = await invite({ name: 'Ben', role: 'analyst', sites: [site.id] })
  const browser = await join(ben.link.url)
  const socket = await watch(`/v1/sites/${site.id}/live?days=7`, browser)
  await storeAnswers(site, createResponse({ comment: 'For analysts' }))
  await socket.next(({ responses }) => responses.some(({ comment }) => comment === 'For analysts'))
  expect(await statusOf(`/v1/sites/${site.id}/responses`, browser)).toBe(200)

  expect(await changeTo(ben, { role: 'viewer' })).toBe(200)
  expect(await statusOf(`/v1/sites/${site.id}/responses`, browser)).toBe(403)
  const heard = socket.frames.length
  await storeAnswers(site, createResponse({ comment: 'Not for viewers' }))
  await socket.next((frame) => socket.frames.indexOf(frame) >= heard && frame.touched.length > 0)
  expect(JSON.stringify(socket.frames)).not.toContain('Not for viewers')

  const other = await createSite('role-change-other')
  expect(await changeTo(ben, { role: 'viewer', sites: [other.id] })).toBe(200)
  expect(await statusOf(`/v1/sites/${site.id}/stats`, browser)).toBe(404)
  await storeAnswers(site, createResponse())
  expect(await socket.closed).toContain('1008')
})

test('ends every session and socket of who is removed, and what their link would open', async () => {
  const site = await createSite('removed')
  const eva = await invite({ name: 'Eva', role: 'viewer', sites: [site.id] })
  const browser = await join(eva.link.url)
  const unused = await (await manage('POST', `/v1/members/${eva.id}/links`)).json<{ url: string }>()
  const socket = await watch(`/v1/sites/${site.id}/live?days=7`, browser)
  expect(await remove(eva)).toBe(204)
  expect(await statusOf(`/v1/sites/${site.id}/stats`, browser)).toBe(401)
  expect((await useLink(unused.url)).status).toBe(401)
  const heard = socket.frames.length
  await storeAnswers(site, createResponse())
  expect(await socket.closed).toContain('1008')
  expect(socket.frames).toHaveLength(heard)
  expect(await remove(eva)).toBe(404)
  const left = await env.DB.prepare('SELECT COUNT(*) AS n FROM sessions WHERE member_id = ?1').bind(eva.id).first<{ n: number }>()
  expect(left?.n).toBe(0)
})

test('opens nothing by a session whose member is gone, even if the session were left', async () => {
  const site = await createSite('left-over')
  const member = await invite({ name: 'Gone', role: 'owner', sites: [site.id] })
  const browser = await join(member.link.url)
  await env.DB.prepare('DELETE FROM members WHERE id = ?1').bind(member.id).run()
  expect(await statusOf('/v1/session', browser)).toBe(401)
})

test('gives a new link for a new device, and ends the sessions of a lost one if asked', async () => {
  const site = await createSite('devices')
  const leo = await invite({ name: 'Leo', role: 'viewer', sites: [site.id] })
  const newLink = async (body: object) => (await (await manage('POST', `/v1/members/${leo.id}/links`, body)).json<{ url: string }>()).url
  const second = await newLink({})
  // The first one was replaced before anybody used it.
  expect((await useLink(leo.link.url)).status).toBe(401)
  const laptop = await join(second)
  const phone = await join(await newLink({}))
  expect(await statusOf('/v1/session', laptop)).toBe(200)
  const tablet = await newLink({ endsSessions: true })
  for (const browser of [laptop, phone]) expect(await statusOf('/v1/session', browser)).toBe(401)
  expect(await statusOf('/v1/session', await join(tablet))).toBe(200)
})

test('keeps the last owner of a site, and counts nobody who never came', async () => {
  const [one, two] = [await createSite('owned-one'), await createSite('owned-two')]
  const only = await invite({ name: 'Only', role: 'owner', sites: [one.id, two.id] })
  const owner = await join(only.link.url)
  await invite({ name: 'Never came', role: 'owner', sites: [one.id, two.id] })
  for (const headers of [owner, OPERATOR]) {
    expect(await remove(only, headers)).toBe(403)
    expect(await changeTo(only, { role: 'editor' }, headers)).toBe(403)
    expect(await changeTo(only, { sites: [one.id] }, headers)).toBe(403)
  }
  expect(await changeTo(only, { name: 'Still the only one' }, owner)).toBe(200)
  // Two others, of a site each, own both together.
  await join((await invite({ name: 'Of one', role: 'owner', sites: [one.id] })).link.url)
  expect(await changeTo(only, { sites: [two.id] }, owner)).toBe(200)
  const now = { ...only, sites: [two.id] }
  expect(await remove(now, owner)).toBe(403)
  await join((await invite({ name: 'Of two', role: 'owner', sites: [two.id] })).link.url)
  expect(await remove(now, owner)).toBe(204)
})

test('lets a member stay who comes, and writes that they did once an hour', async () => {
  const site = await createSite('seen-member')
  const mia = await invite({ name: 'Mia', role: 'viewer', sites: [site.id] })
  const browser = await join(mia.link.url)
  const readSeen = () => env.DB.prepare('SELECT last_seen_at AS at FROM members WHERE id = ?1').bind(mia.id).first<{ at: number }>()
  const first = (await readSeen())?.at ?? 0
  expect(await statusOf('/v1/session', browser)).toBe(200)
  expect((await readSeen())?.at).toBe(first)
  const past = Date.now() - 3_700_000
  await env.DB.prepare('UPDATE members SET last_seen_at = ?1 WHERE id = ?2').bind(past, mia.id).run()
  await env.DB.prepare('UPDATE sessions SET rotated_at = ?1, expires_at = ?2 WHERE member_id = ?3')
    .bind(past, Date.now() + 60_000, mia.id)
    .run()
  const rotation = await callWorker('/v1/session', { headers: browser })
  expect(rotation.headers.get('Set-Cookie')).toContain('Max-Age=1209600')
  await expect.poll(async () => (await readSeen())?.at).toBeGreaterThan(past)
})

test('has as many members as there may be', async () => {
  const count = await env.DB.prepare('SELECT COUNT(*) AS n FROM members').first<{ n: number }>()
  const names = Array.from({ length: LIMITS.members - 1 - (count?.n ?? 0) }, (_, number) => `filler-${number}`)
  await env.DB.prepare(`INSERT INTO members (id, name, role, created_at) SELECT value, value, 'viewer', 0 FROM json_each(?1)`)
    .bind(JSON.stringify(names))
    .run()
  await invite({ name: 'The last one', role: 'viewer' })
  expect((await manage('POST', '/v1/members', { name: 'One too many', role: 'viewer' })).status).toBe(400)
  await env.DB.prepare(`DELETE FROM members WHERE id LIKE 'filler-%'`).run()
})

test('takes a name, a role of the list and sites that there are', async () => {
  const post = (body: object) => manage('POST', '/v1/members', body)
  for (const body of [
    { role: 'viewer' },
    { name: '  ', role: 'viewer' },
    { name: 'x'.repeat(LIMITS.keyLength + 1), role: 'viewer' },
    { name: 'X', role: 'admin' },
    { name: 'X', role: 'viewer', sites: [] },
    { name: 'X', role: 'viewer', sites: ['no-such-site'] },
    { name: 'X', role: 'viewer', scopes: ['admin'] },
  ]) {
    expect([body, (await post(body)).status]).toEqual([body, 400])
  }
  expect((await post({ name: 'x'.repeat(LIMITS.keyLength), role: 'viewer' })).status).toBe(201)
})

test('signs what a member notes with the member, whatever name is given', async () => {
  const site = await createSite('signed')
  const response = createResponse()
  await storeAnswers(site, response)
  const ana = await invite({ name: 'Ana', role: 'analyst', sites: [site.id] })
  const answer = await callWorker(`/v1/sites/${site.id}/responses/${response.id}/notes`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(await join(ana.link.url)) },
    body: JSON.stringify({ text: 'Llamé', author: 'Luis' }),
  })
  expect((await answer.json<Marks>()).notes).toMatchObject([{ text: 'Llamé', author: 'Ana' }])
})
