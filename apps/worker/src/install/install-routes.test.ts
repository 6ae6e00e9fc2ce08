import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { InstallReport, LIMITS, type Site } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { countRows } from '../../test/count-rows.ts'
import { callWorker, createResponse, createSite, createToken, OPERATOR, ORIGIN, readStoredSite } from '../../test/talk-to-worker.ts'
import { app } from '../app.ts'
import worker from '../index.ts'
import { SignStore } from './sign-store.ts'

const SHOP = 'https://shop.example'

/** Asks the worker, waits until all that follows the answer is done, and tells which rows that took. */
async function ask(path: string, init: RequestInit = {}) {
  const { database, rows } = countRows(env.DB)
  const context = createExecutionContext()
  const answer = await app.fetch(new Request(`${ORIGIN}${path}`, init), { ...env, DB: database }, context)
  const text = await answer.text()
  await waitOnExecutionContext(context)
  return { status: answer.status, text, ...rows }
}

const loadScript = (site: Site, headers: Record<string, string> = {}, file = 'js') => ask(`/w/${site.siteKey}.${file}`, { headers })

const answerFrom = (site: Site, headers: Record<string, string>, response = createResponse(), batch = {}) =>
  ask('/v1/responses', {
    method: 'POST',
    headers,
    body: JSON.stringify({ siteKey: site.siteKey, sentAt: Date.now(), responses: [response], ...batch }),
  })

async function readInstall({ id }: Pick<Site, 'id'>): Promise<InstallReport> {
  return InstallReport.parse(await (await callWorker(`/v1/sites/${id}/install`, { headers: OPERATOR })).json())
}

const readSigns = async (site: Site) => (await readInstall(site)).signs.map(({ sign, origin, counts }) => ({ sign, origin, counts }))

test('knows nothing of a site that no page has loaded', async () => {
  const site = await createSite('unheard')
  const nothing = { firstAnsweredOn: null, shown: 0, answered: 0 }
  const none = { reached: 0, eligible: 0, heldBack: {}, unmapped: 0 }
  expect(await readInstall(site)).toEqual({
    signs: [],
    lanes: { production: nothing, verified: nothing, quarantine: nothing, test: nothing },
    reach: { production: none, test: none },
  })
})

test('remembers which origins load the script, without their paths, and where answers from there would count', async () => {
  const site = await createSite('loaded', { origins: [SHOP] })
  await loadScript(site, { Referer: `${SHOP}/basket?secret=1`, 'Sec-Fetch-Dest': 'script' })
  await loadScript(site, { Referer: 'http://localhost:5500/' })
  await loadScript(site, { Origin: 'https://elsewhere.example' }, 'json')
  await loadScript(site)
  await loadScript(site, { Referer: 'https://mail.example/', 'Sec-Fetch-Dest': 'document' })
  const signs = await readSigns(site)
  expect(signs).toHaveLength(4)
  expect(signs).toEqual(
    expect.arrayContaining([
      { sign: 'script', origin: SHOP, counts: 'production' },
      { sign: 'script', origin: 'http://localhost:5500', counts: 'test' },
      { sign: 'script', origin: 'https://elsewhere.example', counts: 'refused' },
      { sign: 'script', origin: null, counts: null },
    ]),
  )
})

test('writes one row for a page that loads the script again and again, and none for a key that no site has', async () => {
  const site = await createSite('popular')
  const written: number[] = []
  for (let view = 0; view < 20; view += 1) written.push((await loadScript(site, { Referer: SHOP })).written)
  expect(written).toEqual([1, ...Array.from({ length: 19 }, () => 0)])
  expect(await ask('/w/pk_nobody_has_this.js')).toMatchObject({ status: 404, written: 0 })
})

test('names the origins whose answers are refused, and sees when they no longer are', async () => {
  const site = await createSite('refusing', { origins: [SHOP] })
  expect((await answerFrom(site, { Origin: 'https://www.shop.example' })).status).toBe(403)
  expect((await answerFrom(site, { Origin: 'null' })).status).toBe(403)
  const refused = { sign: 'origin-not-allowed', counts: 'refused' } as const
  expect(await readSigns(site)).toEqual(
    expect.arrayContaining([
      { ...refused, origin: 'https://www.shop.example' },
      { ...refused, origin: 'null' },
    ]),
  )
  await createSite('refusing', { origins: [SHOP, 'https://www.shop.example'], nullOrigin: true })
  expect((await readSigns(site)).map(({ counts }) => counts)).toEqual(['production', 'production'])
})

test('names what else keeps every answer of a page out', async () => {
  const site = await createSite('other-reasons')
  const from = { Origin: SHOP }
  await answerFrom(site, from, createResponse({ promptId: 'never-was' }))
  await answerFrom(site, from, createResponse({ score: 12 }))
  expect(await readSigns(site)).toEqual(
    expect.arrayContaining(['unknown-prompt', 'invalid-response'].map((sign) => ({ sign, origin: SHOP, counts: 'production' }))),
  )
})

test('a flood of refused answers from made-up origins writes a few rows, and keeps five', async () => {
  const site = await createSite('flooded', { origins: [SHOP] })
  let written = 0
  for (let made = 0; made < 300; made += 1) written += (await answerFrom(site, { Origin: `https://x${made}.example` })).written
  expect(written).toBe(LIMITS.signOrigins)
  expect(await readSigns(site)).toHaveLength(LIMITS.signOrigins)
  // Instances of the worker that do not know of each other: then the statement itself keeps the bound.
  const store = new SignStore(env.DB, (await readStoredSite(site)).id)
  const before = await readSigns(site)
  for (let made = 0; made < 100; made += 1) await store.note('origin-not-allowed', `https://y${made}.example`, Date.now())
  expect(await readSigns(site)).toEqual(before)
  await store.note('origin-not-allowed', 'https://late.example', Date.now() + LIMITS.refusalGapMs + 1)
  const signs = await readSigns(site)
  expect([signs.length, signs[0]?.origin]).toEqual([LIMITS.signOrigins, 'https://late.example'])
})

test('costs an answer that is taken nothing', async () => {
  const site = await createSite('taken', { origins: [SHOP] })
  expect(await answerFrom(site, { Origin: SHOP })).toMatchObject({ status: 200, written: 3 })
  expect(await readSigns(site)).toEqual([])
})

test('does not believe that whatever stands in a header is an origin', async () => {
  const site = await createSite('header-fuzz', { origins: [SHOP] })
  for (const Origin of ['<script>', `https://${'a'.repeat(300)}.example`, 'javascript:alert(1)', 'https://user:pass@evil.example/path']) {
    await answerFrom(site, { Origin })
  }
  const origins = (await readSigns(site)).map(({ origin }) => origin)
  expect(origins.toSorted()).toEqual(['https://evil.example', null])
})

test('tells the first day of answers and what is held back, real and test traffic apart', async () => {
  const site = await createSite('counted', { origins: [SHOP] })
  const reach = ['checkout reached', 'checkout after-shown csat', 'kiosk reached', 'recommend reached', 'recommend eligible nps'].join('\n')
  await answerFrom(site, { Origin: SHOP }, createResponse(), { reach })
  await answerFrom(site, { Origin: 'http://127.0.0.1:5500' }, createResponse(), { reach: 'checkout reached' })
  const { score: _, answeredAt: __, ...shown } = createResponse({ state: 'shown' })
  await answerFrom(site, { Origin: 'http://127.0.0.1:5500' }, shown as ReturnType<typeof createResponse>)
  const { lanes, reach: counts } = await readInstall(site)
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format()
  expect(lanes.production).toEqual({ firstAnsweredOn: today, shown: 1, answered: 1 })
  expect(lanes.test).toEqual({ firstAnsweredOn: today, shown: 2, answered: 1 })
  expect(counts.production).toEqual({ reached: 3, eligible: 1, heldBack: { 'after-shown': 1 }, unmapped: 1 })
  expect(counts.test).toEqual({ reached: 1, eligible: 0, heldBack: {}, unmapped: 0 })
})

test('shows the signs of a site to nobody else, and forgets them after four weeks', async () => {
  const site = await createSite('kept')
  await loadScript(site, { Referer: SHOP })
  const { headers } = await createToken({ sites: [(await createSite('kept-other')).id] })
  expect((await callWorker(`/v1/sites/${site.id}/install`, { headers })).status).toBe(404)
  const store = new SignStore(env.DB, (await readStoredSite(site)).id)
  await store.note('invalid-response', SHOP, Date.now() - (LIMITS.signDays + 1) * 86_400_000)
  expect(await readSigns(site)).toHaveLength(2)
  await worker.scheduled(createScheduledController({ cron: '17 3 * * *' }), env)
  expect((await readSigns(site)).map(({ sign }) => sign)).toEqual(['script'])
})
