import { env } from 'cloudflare:workers'
import {
  type ExportedResponse,
  type InboxPage,
  type InboxResponse,
  LIMITS,
  type Response as PulsoResponse,
  type Site,
} from '@pulso/protocol'
import { expect, test } from 'vitest'
import { countRows } from '../../test/count-rows.ts'
import {
  claimsOf,
  createId,
  createKey,
  createResponse,
  createSite,
  manage,
  readProblem,
  readStoredSite,
  sendBatch,
  signToken,
  storeAnswers,
} from '../../test/talk-to-worker.ts'
import { InboxStore } from './inbox-store.ts'
import { toIdRanges } from './to-id-ranges.ts'
import { toMatcher } from './to-matcher.ts'

type TestSite = Pick<Site, 'id'>

const readPage = async (site: TestSite, query = ''): Promise<InboxPage> => {
  const answer = await manage('GET', `/v1/sites/${site.id}/responses?${query}`)
  expect(answer.status).toBe(200)
  return answer.json()
}

/** Every response that a filter lets through, page by page to the end. */
async function readAll(site: TestSite, query = ''): Promise<InboxResponse[]> {
  const responses: InboxResponse[] = []
  for (let cursor = ''; ; ) {
    const page = await readPage(site, `limit=100&${query}${cursor && `&cursor=${cursor}`}`)
    responses.push(...page.responses)
    if (page.next === null) return responses
    cursor = page.next
  }
}

async function readFile(site: TestSite, query: string): Promise<ExportedResponse[]> {
  const answer = await manage('GET', `/v1/sites/${site.id}/export.ndjson?${query}`)
  const text = new TextDecoder().decode(await answer.arrayBuffer())
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ExportedResponse)
}

const importAll = async (site: Site, responses: PulsoResponse[]) => {
  for (let from = 0; from < responses.length; from += LIMITS.importResponses) {
    const batch = responses.slice(from, from + LIMITS.importResponses)
    const answer = await manage('POST', `/v1/sites/${site.id}/import`, { source: 'import', responses: batch })
    if (!answer.ok) throw new Error(await answer.text())
  }
}

/** An id as a device with a right clock makes it. */
const idAt = (time: number, number: number) =>
  `${time
    .toString(16)
    .padStart(12, '0')
    .replace(/(.{8})/, '$1-')}-7000-8000-${number.toString(16).padStart(12, '0')}`

const DAY_MS = 86_400_000
const at = (day: string) => Date.parse(`${day}T12:00:00Z`)

/** One response of every sort, each called by what is special about it. */
async function storeMixed(id: string): Promise<Site> {
  const site = await createSite(id, { segments: ['pro', 'free'] })
  const on = (day: string, name: string, changes: Partial<PulsoResponse> = {}) =>
    createResponse({ comment: name, shownAt: at(day), answeredAt: at(day), state: 'completed', ...changes })
  const csat = { promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout' } as const
  const { score: _, answeredAt: __, ...shown } = createResponse({ shownAt: at('2026-03-07'), state: 'shown' })
  const { comment: ___, ...silent } = on('2026-03-06', '', { score: 8 })
  await importAll(site, [
    on('2026-03-01', 'El pago es lentísimo y horrible', { ...csat, score: 1 }),
    on('2026-03-02', 'PAGO correcto', { ...csat, score: 3, segment: 'pro' }),
    on('2026-03-03', 'Payment was wonderful, I love it', { ...csat, score: 5, locale: 'en-GB' }),
    on('2026-03-04', 'Lejos', { touchpoint: 'somewhere-else', score: 0 }),
    on('2026-03-05', 'Lo recomiendo, genial', { score: 10, locale: 'es-MX' }),
    silent,
    shown,
  ])
  return site
}

test('finds by every filter exactly what has it, and a file holds the same', { timeout: 30_000 }, async () => {
  const site = await storeMixed('filters')
  const [first] = (await readAll(site, 'q=correcto')) as [InboxResponse]
  await manage('PATCH', `/v1/sites/${site.id}/responses/${first.id}/marks`, { status: 'done', addTags: ['Cobros'] })
  const found = async (query: string) => {
    const [listed, filed] = [await readAll(site, query), await readFile(site, query)]
    expect(filed.map(({ id }) => id).sort(), query).toEqual(listed.map(({ id }) => id).sort())
    return listed.map(({ day }) => Number(day.slice(-2))).sort()
  }
  const cases: [query: string, days: number[]][] = [
    ['', [1, 2, 3, 4, 5, 6, 7]],
    ['answers=only', [1, 2, 3, 4, 5, 6]],
    ['comments=only', [1, 2, 3, 4, 5]],
    ['comments=none', [6, 7]],
    ['from=2026-03-03&to=2026-03-05', [3, 4, 5]],
    ['touchpoint=checkout', [1, 2, 3]],
    ['touchpoint=recommend,(unmapped)', [4, 5, 6, 7]],
    ['stage=purchase', [1, 2, 3]],
    ['prompt=csat', [1, 2, 3]],
    ['kind=nps', [4, 5, 6, 7]],
    ['segment=pro', [2]],
    ['segment=pro,free', [2]],
    ['segment=free', []],
    ['band=low', [1, 4]],
    ['band=mid', [2, 6]],
    ['band=high', [3, 5]],
    ['band=low,high&kind=csat', [1, 3]],
    ['sentiment=negative', [1]],
    ['sentiment=positive', [2, 3, 5]],
    ['language=en', [3]],
    ['language=es&comments=only', [1, 2, 4, 5]],
    ['status=done', [2]],
    ['status=new&touchpoint=checkout', [1, 3]],
    ['status=new,done&touchpoint=checkout', [1, 2, 3]],
    ['tag=cobros', [2]],
    ['tag=nothing', []],
    ['q=lentisimo', [1]],
    ['q=págo', [1, 2]],
    ['q=es%20pago', [1]],
    ['flag=automated', []],
    ['reason=automated', []],
  ]
  for (const [query, days] of cases) expect(await found(query), query).toEqual(days)
})

test('refuses a filter for what there is not, and what nobody understands', async () => {
  const site = await createSite('refused-filters')
  const complain = async (query: string) => (await readProblem(await manage('GET', `/v1/sites/${site.id}/responses?${query}`))).detail
  expect(await complain('touchpoint=nowhere')).toBe('touchpoint: there is no touchpoint nowhere.')
  expect(await complain('stage=nowhere')).toBe('stage: there is no stage nowhere.')
  expect(await complain('from=2026-03-02&to=2026-03-01')).toBe('from: it lies after to.')
  expect(await complain('band=middle')).toContain('band')
  expect(await complain(`q=${'x'.repeat(LIMITS.searchLength + 1)}`)).toContain('q')
  expect((await readPage(site, `q=${'x'.repeat(LIMITS.searchLength)}`)).responses).toEqual([])
})

test('finds quarantined answers by reason and flags, and the answers of one person in all lanes', async () => {
  const site = await createSite('odd-ones')
  const { secret } = await createKey(site)
  const [odd, mine, token] = [createResponse(), createResponse(), await signToken(secret, claimsOf(site, 'ana'))]
  await sendBatch(site, [{ ...odd, automated: true, repeated: true }], {
    headers: { 'CF-Connecting-IP': '198.51.100.7' },
    respondentId: 'a-random-pen-name',
  })
  await sendBatch(site, [mine], { respondentId: 'a-random-pen-name' })
  await sendBatch(site, [createResponse()], { respondentToken: token })
  const ids = async (query: string) => (await readAll(site, query)).map(({ id }) => id)
  expect(await ids('lane=quarantine&reason=automated')).toEqual([odd.id])
  expect(await ids('lane=quarantine&flag=repeated')).toEqual([odd.id])
  expect(await ids('lane=quarantine&reason=by-hand')).toEqual([])
  const [{ respondent }] = (await readAll(site, 'lane=quarantine')) as [InboxResponse]
  expect((await ids(`environment=all&respondent=${respondent}`)).sort()).toEqual([odd.id, mine.id].sort())
  expect((await readFile(site, `environment=all&respondent=${respondent}`)).map(({ id }) => id).sort()).toEqual([odd.id, mine.id].sort())
  expect(await ids('environment=all')).toHaveLength(3)
})

test('leads to one response by its id, in whatever lane', async () => {
  const site = await createSite('permalinks')
  const response = createResponse({ comment: 'Aquí' })
  await sendBatch(site, [response], { siteKey: site.siteKey.replace('pk_', 'pk_test_') })
  const read = (id: string) => manage('GET', `/v1/sites/${site.id}/responses/${id}`)
  expect(await (await read(response.id)).json()).toMatchObject({
    id: response.id,
    comment: 'Aquí',
    lane: 'test',
    countedTouchpoint: 'recommend',
    marks: { status: 'new', tags: [], notes: [] },
  })
  const missing = await read(createId())
  expect([missing.status, (await readProblem(missing)).type]).toEqual([404, 'urn:pulso:problem:unknown-response'])
  expect((await readProblem(await read('mistyped'))).detail).toContain('use the id of a stored response')
})

test('looks at so many rows and no more, says how far back it has come, and goes on from there', { timeout: 30_000 }, async () => {
  const site = await createSite('large')
  const now = Date.now()
  const count = 2500
  const times = Array.from({ length: count }, (_, index) => now - 60_000 - index * 60_000)
  await importAll(
    site,
    times.map((time, index) =>
      createResponse({ id: idAt(time, index), shownAt: time, answeredAt: time, ...(index % 600 === 599 && { comment: 'La aguja' }) }),
    ),
  )
  const stored = await readStoredSite(site)
  const filter = { environment: 'production', q: 'aguja' } as const
  const most = 1000
  const { database, rows } = countRows(env.DB)
  const store = new InboxStore(database, stored, most)
  const [matcher, ranges] = [toMatcher(stored, filter), toIdRanges(stored, filter, now, undefined)]
  const found: string[] = []
  const backTo: (number | null)[] = []
  for (let cursor: string | null = null, pages = 0; pages < 9; pages += 1) {
    const before = rows.read
    const page = await store.readPage({ matcher, ranges, cursor, limit: 20 })
    expect(page.looked.rows).toBeLessThanOrEqual(most)
    // As D1 counts them: a row of a stretch twice, and what matches once more.
    expect(rows.read - before).toBeLessThanOrEqual(2 * most + 20)
    found.push(...page.responses.map(({ id }) => id))
    backTo.push(page.looked.backTo)
    cursor = page.next
    if (cursor === null) break
  }
  expect(found).toHaveLength(4)
  expect(backTo).toEqual([times[999], times[1999], null])
  expect(rows.written).toBe(0)

  // A page that is full reads little more than it shows.
  const before = rows.read
  const full = await store.readPage({ matcher: toMatcher(stored, { environment: 'production' }), ranges, cursor: null, limit: 20 })
  expect([full.responses.length, full.looked.rows]).toEqual([20, 200])
  expect(rows.read - before).toBeLessThanOrEqual(4 * 200 + 20)

  // Tags and what is done are looked for among the marks alone.
  const [, , { id = '' } = {}] = full.responses
  await manage('PATCH', `/v1/sites/${site.id}/responses/${id}/marks`, { addTags: ['rare'] })
  const tagged = toMatcher(stored, { environment: 'production', tag: ['rare'] })
  const beforeTag = rows.read
  expect((await store.readPage({ matcher: tagged, ranges, cursor: null, limit: 20 })).responses.map((one) => one.id)).toEqual([id])
  expect(rows.read - beforeTag).toBeLessThanOrEqual(30)
})

test('begins with the days that are asked for, and still finds what a wrong clock put elsewhere', async () => {
  const site = await createSite('days')
  const now = Date.now()
  const old = now - 40 * DAY_MS
  const day = new Date(old).toISOString().slice(0, 10)
  const said = (time: number, id: string) => createResponse({ id, shownAt: time, answeredAt: time })
  await importAll(site, [
    ...Array.from({ length: 300 }, (_, index) => said(now - 60_000 - index, idAt(now - 60_000 - index, index))),
    said(old, idAt(old, 1)),
    said(old, idAt(now - 500 * DAY_MS, 2)),
    said(old, idAt(now - DAY_MS, 3)),
  ])
  const stored = await readStoredSite(site)
  const filter = { environment: 'production', from: day, to: day } as const
  const store = new InboxStore(env.DB, stored, 100)
  const [matcher, ranges] = [toMatcher(stored, filter), toIdRanges(stored, filter, now, undefined)]
  const first = await store.readPage({ matcher, ranges, cursor: null, limit: 20 })
  expect(first.responses.map(({ id }) => id)).toEqual([idAt(old, 1), idAt(now - 500 * DAY_MS, 2)])
  expect(first.looked).toMatchObject({ isBeyond: true, backTo: null })
  expect((await readAll(site, `from=${day}&to=${day}`)).map(({ id }) => id).sort()).toHaveLength(3)
  expect(await readFile(site, `from=${day}&to=${day}`)).toHaveLength(3)
})

test('reads only what is new, for who looks again', async () => {
  const site = await createSite('again')
  const now = Date.now()
  await storeAnswers(site, createResponse({ id: idAt(now - DAY_MS, 1) }), createResponse({ id: idAt(now - 1000, 2) }))
  const page = await readPage(site, `since=${now - 60_000}`)
  expect(page.responses.map(({ id }) => id)).toEqual([idAt(now - 1000, 2)])
  expect(page.looked.rows).toBe(1)
})

test('finds what is new of verified respondents too, whose ids are of their waves', async () => {
  const site = await createSite('again-verified', { respondents: 'verified' })
  const { secret } = await createKey(site)
  const now = Date.now()
  const say = async (sub: string, times: { shownAt: number; answeredAt: number }) =>
    sendBatch(site, [createResponse(times)], { respondentToken: await signToken(secret, claimsOf(site, sub)) })
  await say('ana', { shownAt: now - 20 * 60_000 - 1000, answeredAt: now - 20 * 60_000 })
  await say('eva', { shownAt: now - 1000, answeredAt: now })
  expect((await readPage(site)).responses).toHaveLength(2)
  const fresh = (await readPage(site, `since=${now - 15 * 60_000}`)).responses
  expect(fresh.map(({ occurredAt }) => occurredAt >= now - 15 * 60_000)).toEqual([true])
})
