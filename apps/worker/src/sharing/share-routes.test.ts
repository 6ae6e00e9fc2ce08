import { env } from 'cloudflare:workers'
import {
  type AlertReport,
  type CreatedShare,
  type Journey,
  LIMITS,
  type OpenedShare,
  type ReleaseList,
  type Report,
  type SharedComments,
  type Site,
  type SiteDefinitionInput,
  type ThemesReport,
} from '@pulso/protocol'
import { expect, test } from 'vitest'
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
import { watch } from '../../test/watch-live.ts'
import { toPasswordProof } from './share-password.ts'
import { removeExpiredShares } from './share-store.ts'

let visitors = 0

/** Each from a network of its own, so that wrong guesses of one test do not hold up another. */
const open = (url: string, password?: string, network = `10.9.${++visitors >> 8}.${visitors & 255}`) =>
  callWorker('/v1/shared', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': network },
    body: JSON.stringify({ code: new URL(url).hash.slice(1), ...(password !== undefined && { password }) }),
  })

async function share(site: Site, definition: Record<string, unknown> = {}) {
  const answer = await manage('POST', `/v1/sites/${site.id}/shares`, { name: 'For the board', ...definition })
  if (answer.status !== 201) throw new Error(await answer.text())
  return answer.json<CreatedShare>()
}

/** Somebody who has opened a link: asks by its token. */
async function lookThrough(link: CreatedShare, password?: string) {
  const { token } = await (await open(link.url, password)).json<OpenedShare>()
  const headers = { Authorization: `Bearer ${token}` }
  const ask = (path: string, init: RequestInit = {}) => callWorker(path, { ...init, headers: { ...headers, ...init.headers } })
  return { token: token ?? '', headers, ask, read: async <Answer>(path: string) => (await ask(path)).json<Answer>() }
}

const SEGMENTS = ['gold', 'plain']

async function createBusySite(id: string, changes: Partial<SiteDefinitionInput> = {}): Promise<Site> {
  const site = await createSite(id, { segments: SEGMENTS, ...changes })
  const csat = { promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout' } as const
  await storeAnswers(
    site,
    createResponse({ segment: 'gold', comment: 'Gold recommends: lovely place' }),
    createResponse({ segment: 'plain', score: 2, comment: 'Plain does not: awful place' }),
    createResponse({ ...csat, segment: 'gold', score: 5, comment: 'Gold paid quickly' }),
    createResponse({ ...csat, segment: 'plain', score: 1, comment: 'Plain waited at the secret till' }),
    createResponse({ promptId: 'mood', kind: 'emoji', scaleMax: 3, touchpoint: 'pickup', segment: 'gold', score: 3 }),
    createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'cellar', score: 1, comment: 'Nobody knows this cellar' }),
  )
  return site
}

test('shows what a site is about, and nothing of how it is made', async () => {
  const site = await createBusySite('shared-whole', { origins: ['https://hidden.example'] })
  const link = await share(site)
  expect(link.url).toMatch(/^https:\/\/pulso\.test\/shared#[0-9a-f]{64}$/)
  expect((link.expiresAt ?? 0) - Date.now()).toBeGreaterThan(29.9 * 86_400_000)
  const opened = await (await open(link.url)).json<OpenedShare>()
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

test('opens the few routes that narrow what they show, and no other', async () => {
  const [site, other] = [await createBusySite('shared-routes'), await createSite('shared-routes-other')]
  const { document } = await readContract()
  const expected = {
    false: ['readAlerts', 'listReleases', 'readJourney', 'readShare', 'readStats', 'watchSite'],
    true: ['listComments', 'readAlerts', 'listReleases', 'readJourney', 'readShare', 'readStats', 'readThemes', 'watchSite'],
  }
  for (const comments of [false, true]) {
    const { ask } = await lookThrough(await share(site, { comments }))
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

test('lifts no filter, whatever is asked', async () => {
  const site = await createBusySite('shared-filter')
  await manage('POST', `/v1/sites/${site.id}/releases`, { id: 'v1', touchpoints: ['recommend'], url: 'https://intern.example/1' })
  await manage('POST', `/v1/sites/${site.id}/releases`, {
    id: 'v2',
    touchpoints: ['checkout', 'recommend'],
    url: 'https://intern.example/2',
  })
  const { ask, read } = await lookThrough(
    await share(site, { filter: { stage: ['purchase'], touchpoint: ['checkout', 'recommend'], segment: ['gold'] }, comments: true }),
  )
  const stats = `/v1/sites/${site.id}/stats`
  const report = await read<Report>(stats)
  expect(report.stages.map(({ key, touchpoints }) => [key, touchpoints.map((one) => one.key)])).toEqual([['purchase', ['checkout']]])
  expect(findTouchpoint(report, 'checkout').answered).toBe(1)
  expect(report.unmapped).toBeNull()
  const queries = [
    '',
    'days=366',
    'segment=plain',
    'segment=gold,plain',
    'by=segment',
    'by=segment&compare=rest',
    'by=touchpoint&compare=rest&interval=day',
    'by=touchpoint&interval=hour&days=3',
    'by=stage&compare=rest',
    'by=prompt&compare=previous&days=7',
    'by=kind&kind=nps,csat,emoji',
    'by=audience',
    'touchpoint=checkout,(unmapped)',
    'touchpoint=(unmapped)&by=touchpoint',
    'prompt=nps,csat,mood',
    'channel=personal,digital',
  ]
  for (const query of queries) {
    const answer = await ask(`${stats}?${query}`)
    expect([query, answer.status]).toEqual([query, 200])
    const { breakdown, ...numbers } = await answer.json<Report>()
    const sum = numbers.stages.flatMap(({ touchpoints }) => touchpoints).reduce((all, { answered }) => all + answered, 0)
    expect([query, sum <= 1, numbers.unmapped, numbers.otherLanes]).toEqual([query, true, null, {}])
    const groups = breakdown?.groups ?? []
    expect([query, groups.reduce((all, { answered }) => all + answered, 0) <= 1]).toEqual([query, true])
    // Of the one answer there is, nothing is left to compare it with.
    for (const { other } of groups.flatMap(({ scores }) => scores)) expect([query, other?.n ?? 0]).toEqual([query, 0])
    expect(JSON.stringify({ numbers, groups })).not.toMatch(/recommend|pickup|advocacy|plain|cellar/)
  }
  // What is filtered out answers as what there is not.
  const refusalOf = async (name: string) => {
    const answer = await ask(`${stats}?${name}`)
    return [answer.status, (await answer.text()).replaceAll(/recommend|advocacy|nowhere/g, 'X')]
  }
  for (const name of ['touchpoint', 'stage']) {
    const hidden = await refusalOf(`${name}=${name === 'stage' ? 'advocacy' : 'recommend'}`)
    expect(hidden).toEqual(await refusalOf(`${name}=nowhere`))
    expect(hidden[0]).toBe(400)
  }
  for (const query of ['environment=test', 'lane=quarantine', 'lane=production', 'lane=test']) {
    for (const path of ['stats', 'journey', 'alerts', 'themes'].filter((one) => one !== 'alerts' || query.startsWith('lane=p'))) {
      expect([query, path, (await ask(`/v1/sites/${site.id}/${path}?${query}`)).status]).toEqual([query, path, 403])
    }
  }
  const journey = await read<Journey>(`/v1/sites/${site.id}/journey`)
  expect(journey.stages.flatMap(({ touchpoints }) => touchpoints.map(({ key, answered }) => [key, answered]))).toEqual([['checkout', 1]])
  expect(journey.stages[0]?.emotion.n).toBe(1)
  expect(journey.audiences.flatMap(({ touchpoints }) => touchpoints)).toEqual(['checkout'])
  const alerts = await read<AlertReport>(`/v1/sites/${site.id}/alerts`)
  expect(alerts.alerts.filter(({ touchpoint }) => touchpoint !== 'checkout')).toEqual([])
  const { releases } = await read<ReleaseList>(`/v1/sites/${site.id}/releases`)
  expect(releases).toMatchObject([{ id: 'v2', touchpoints: ['checkout'], url: null }])
  const { comments } = await read<SharedComments>(`/v1/sites/${site.id}/comments`)
  expect(comments.map(({ text }) => text)).toEqual(['Gold paid quickly'])
  const themes = await read<ThemesReport>(`/v1/sites/${site.id}/themes`)
  expect(JSON.stringify(themes)).not.toMatch(/Plain|awful|lovely|cellar/)
  expect(themes.comments.here).toBe(1)
})

test('gives out nothing by which an answer could be revised', async () => {
  const site = await createSite('shared-ids')
  const say = (touchpoint: string, comment: string) =>
    createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint, score: 2, comment })
  await manage('POST', `/v1/sites/${site.id}/import`, {
    source: 'import',
    responses: Array.from({ length: 60 }, (_, number) => [
      say('checkout', `The cold soup again, number ${number}`),
      say('pickup', `All went well on visit ${number}`),
    ]).flat(),
  })
  const { ask, read } = await lookThrough(await share(site, { comments: true }))
  const themes = await read<ThemesReport>(`/v1/sites/${site.id}/themes?touchpoint=checkout`)
  expect(themes.themes.flatMap(({ examples }) => examples).length).toBeGreaterThan(0)
  for (const path of ['themes?touchpoint=checkout', 'comments', 'stats?by=prompt', 'journey', 'alerts']) {
    const text = await (await ask(`/v1/sites/${site.id}/${path}`)).text()
    expect([path, text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/)]).toEqual([path, null])
  }
})

test('shows no day outside of its own, not even to compare with', async () => {
  const site = await createSite('shared-days')
  const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  const at = (days: number) => ({ shownAt: Date.now() - days * 86_400_000 - 3000, answeredAt: Date.now() - days * 86_400_000 })
  await manage('POST', `/v1/sites/${site.id}/import`, {
    source: 'import',
    responses: [0, 20, 40, 400].map((days) => createResponse({ ...at(days), score: 9, comment: `${days} days ago` })),
  })
  const rolling = await lookThrough(await share(site, { range: { days: 30 }, comments: true }))
  const stats = `/v1/sites/${site.id}/stats`
  const countAt = async (query: string) => findTouchpoint(await rolling.read<Report>(`${stats}?${query}`), 'recommend').answered
  expect([await countAt(''), await countAt('days=365'), await countAt(`from=${dayAgo(500)}&to=${dayAgo(10)}`)]).toEqual([2, 2, 1])
  expect(await countAt('days=7')).toBe(1)
  for (const query of [`from=${dayAgo(50)}&to=${dayAgo(35)}`, 'compare=previous', 'compare=year', 'days=20&compare=previous']) {
    expect([query, (await rolling.ask(`${stats}?${query}`)).status]).toEqual([query, 403])
  }
  expect((await rolling.ask(`${stats}?days=14&compare=previous`)).status).toBe(200)
  const journey = await rolling.read<Journey>(`/v1/sites/${site.id}/journey?days=30`)
  expect(journey.stages.flatMap(({ touchpoints }) => touchpoints.flatMap(({ trends }) => trends.map(({ nBefore }) => nBefore)))).toEqual([
    0,
  ])
  const { comments } = await rolling.read<SharedComments>(`/v1/sites/${site.id}/comments`)
  expect(comments.map(({ text }) => text)).toEqual(['0 days ago', '20 days ago'])
  expect((await rolling.read<ThemesReport>(`/v1/sites/${site.id}/themes?days=183`)).comments.here).toBe(2)

  const fixed = await lookThrough(await share(site, { range: { from: dayAgo(45), to: dayAgo(35) } }))
  const whole = await fixed.read<Report>(stats)
  expect([whole.range, findTouchpoint(whole, 'recommend').answered]).toEqual([{ from: dayAgo(45), to: dayAgo(35) }, 1])
  expect((await fixed.ask(`${stats}?days=30`)).status).toBe(403)
})

test('hears only of what it shows, and ends with its next frame when it is ended', async () => {
  const site = await createSite('shared-live')
  const link = await share(site, { filter: { touchpoint: ['checkout'] }, comments: true })
  const { token } = await lookThrough(link)
  const protocols = { 'Sec-WebSocket-Protocol': `pulso, ${token}` }
  const path = `/v1/sites/${site.id}/live`
  const answer = await callWorker(path, { headers: { ...protocols, Upgrade: 'websocket' } })
  // One of those that were offered, or a browser hangs up; and not the one that is secret.
  expect(answer.headers.get('Sec-WebSocket-Protocol')).toBe('pulso')
  answer.webSocket?.accept()
  answer.webSocket?.close()
  const socket = await watch(path, protocols)
  await socket.next(() => true)
  await storeAnswers(site, createResponse({ comment: 'Elsewhere' }))
  await storeAnswers(
    site,
    createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout', score: 5, comment: 'Here' }),
  )
  const frame = await socket.next(({ touched }) => touched.length > 0)
  expect(frame.touched).toEqual(['checkout'])
  expect(frame.responses).toEqual([])
  expect(JSON.stringify(socket.frames)).not.toMatch(/recommend|Elsewhere/)
  expect((await manage('DELETE', `/v1/sites/${site.id}/shares/${link.id}`)).status).toBe(204)
  const heard = socket.frames.length
  await storeAnswers(site, createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout', score: 5 }))
  expect(await socket.closed).toContain('1008')
  expect(socket.frames).toHaveLength(heard)
  // Not by the address, where logs would keep it, and not by a cookie.
  for (const headers of [{}, { Cookie: `__Host-pulso_session=${token}` }]) {
    expect((await callWorker(`${path}?token=${token}`, { headers: { ...headers, Upgrade: 'websocket' } })).status).toBe(401)
  }
})

test('ends by the clock, by hand, and with its site', async () => {
  const site = await createSite('shared-end')
  const [old, ended, kept] = [await share(site), await share(site), await share(site, { expiresAt: null })]
  const looks = await Promise.all([old, ended, kept].map((link) => lookThrough(link)))
  await env.DB.prepare('UPDATE shares SET expires_at = ?1 WHERE id = ?2').bind(Date.now(), old.id).run()
  await manage('DELETE', `/v1/sites/${site.id}/shares/${ended.id}`)
  const statuses = async () => Promise.all(looks.map(async ({ ask }) => (await ask(`/v1/sites/${site.id}/stats`)).status))
  expect(await statuses()).toEqual([401, 401, 200])
  expect(await Promise.all([old, ended, kept].map(async ({ url }) => (await open(url)).status))).toEqual([401, 401, 200])
  await removeExpiredShares(env.DB, Date.now())
  const { shares } = await (await manage('GET', `/v1/sites/${site.id}/shares`)).json<{ shares: { id: string }[] }>()
  expect(shares.map(({ id }) => id)).toEqual([kept.id])
  const other = await createSite('shared-end-other')
  expect((await manage('DELETE', `/v1/sites/${other.id}/shares/${kept.id}`)).status).toBe(404)
  expect((await manage('POST', `/v1/sites/${site.id}/shares`, { name: 'Late', expiresAt: Date.now() })).status).toBe(400)
})

test('says nothing before its password, and lets nobody guess on', async () => {
  const site = await createSite('shared-password')
  const link = await share(site, { password: 'correct horse' })
  const asked = await (await open(link.url)).json<OpenedShare>()
  expect(asked).toEqual({ needsPassword: true, token: null, view: null })
  const { token, ask } = await lookThrough(link, 'correct horse')
  expect((await ask(`/v1/sites/${site.id}/stats`)).status).toBe(200)
  // The code alone opens nothing, nor does the proof of another password.
  const code = new URL(link.url).hash.slice(1)
  const forged = `shared_${code}.${await toPasswordProof('battery staple', code)}`
  for (const wrong of [`shared_${code}`, forged, `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`]) {
    const answer = await callWorker(`/v1/sites/${site.id}/stats`, {
      headers: { Authorization: `Bearer ${wrong}`, 'CF-Connecting-IP': '10.8.0.1' },
    })
    expect(answer.status).toBe(401)
  }
  // Each guess from another network: the link itself has had enough after so many.
  const guesses: number[] = []
  for (let guess = 0; guess <= LIMITS.sharePasswordsPerMinute; guess += 1)
    guesses.push((await open(link.url, `guess number ${guess}`)).status)
  expect(guesses).toEqual([...Array.from({ length: LIMITS.sharePasswordsPerMinute }, () => 401), 429])
  expect((await open(link.url, 'correct horse')).status).toBe(429)
  // Whoever is in stays in, and other links are not held up.
  expect((await ask(`/v1/sites/${site.id}/stats`)).status).toBe(200)
  expect((await open((await share(site, { password: 'another one' })).url, 'another one')).status).toBe(200)
  // Of one network, as with any token that opens nothing.
  const codes: number[] = []
  for (let guess = 0; guess <= LIMITS.guessesPerMinute; guess += 1)
    codes.push((await open(`${ORIGIN}/shared#${guess.toString(16).padStart(64, '0')}`, undefined, '10.7.0.1')).status)
  expect(codes.filter((status) => status === 401)).toHaveLength(LIMITS.guessesPerMinute)
  expect(codes.at(-1)).toBe(429)
})

test('leaves whoever is signed in as they are', async () => {
  const site = await createSite('shared-beside')
  const { ask } = await lookThrough(await share(site))
  const answer = await open((await share(site)).url)
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
  expect((await share(site, { filter: { touchpoint }, password: 'x'.repeat(LIMITS.sharePasswordMost) })).filter).toEqual({ touchpoint })
})

test('has as many links of a site as there may be, and shows as many comments', async () => {
  const site = await createSite('shared-most')
  const fill =
    'INSERT INTO shares (site_id, id, code_hash, name, terms, created_at) SELECT ?1, value, ?1 || value, value, ?2, 0 FROM json_each(?3)'
  const names = Array.from({ length: LIMITS.shares - 1 }, (_, number) => `link-${number}`)
  await env.DB.prepare(fill)
    .bind(site.id, JSON.stringify({ filter: {}, range: { days: 90 }, comments: false }), JSON.stringify(names))
    .run()
  const { read } = await lookThrough(await share(site, { comments: true }))
  const more = await manage('POST', `/v1/sites/${site.id}/shares`, { name: 'One too many' })
  expect([more.status, await more.text()]).toEqual([400, expect.stringContaining('share links already')])
  await storeAnswers(site, ...Array.from({ length: LIMITS.batchResponses }, () => createResponse({ comment: 'One of many' })))
  await storeAnswers(site, createResponse({ comment: 'The newest' }))
  const { comments } = await read<SharedComments>(`/v1/sites/${site.id}/comments`)
  expect([comments.length, LIMITS.sharedComments]).toEqual([LIMITS.sharedComments, LIMITS.batchResponses])
})

test('shows nothing of a touchpoint that has become part of another', async () => {
  const site = await createBusySite('shared-merged')
  const { read } = await lookThrough(await share(site, { filter: { touchpoint: ['checkout'] } }))
  const touchpoints = [
    { key: 'recommend', stage: 'advocacy', name: { en: 'Recommend' }, formerly: ['checkout'] },
    ...(CAFE.touchpoints ?? []).filter(({ key }) => key === 'pickup'),
  ]
  const prompts = CAFE.prompts?.filter(({ id }) => id !== 'csat') ?? []
  await createSite('shared-merged', { segments: SEGMENTS, touchpoints, prompts })
  const report = await read<Report>(`/v1/sites/${site.id}/stats`)
  expect([report.stages, report.unmapped]).toEqual([[], null])
})
