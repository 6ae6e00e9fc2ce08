import { LIMITS, type Problem, type ResponsePage, type Site, type SiteDefinitionInput, type SitePrompts } from '@pulso/protocol'
import { describe, expect, test } from 'vitest'
import {
  CAFE,
  callWorker,
  createId,
  createResponse,
  createSite,
  findTouchpoint,
  OPERATOR,
  putSite,
  readDrift,
  readProblem,
  readRow,
  readStats,
  sendBatch,
  storeAnswers,
} from '../../test/talk-to-worker.ts'

const json = { ...OPERATOR, 'Content-Type': 'application/json' }

test('asks for a token at every address of the product team', async () => {
  const site = await createSite('guarded')
  for (const [method, path] of [
    ['GET', '/v1/sites'],
    ['GET', `/v1/sites/${site.id}`],
    ['PUT', `/v1/sites/${site.id}`],
    ['GET', `/v1/sites/${site.id}/stats`],
    ['GET', `/v1/sites/${site.id}/responses`],
    ['DELETE', `/v1/sites/${site.id}/responses?source=demo`],
    ['POST', `/v1/sites/${site.id}/import`],
    ['GET', `/v1/sites/${site.id}/live`],
    ['POST', '/v1/sign-in-links'],
    ['GET', '/v1/session'],
  ] as const) {
    for (const headers of [
      {},
      { Authorization: 'Bearer pulso_guess' },
      { Authorization: 'Basic cHVsc286cHVsc28=' },
      { Cookie: 'pulso_session=guess' },
    ]) {
      const answer = await callWorker(path, { method, headers: headers as Record<string, string> })
      expect([method, path, answer.status]).toEqual([method, path, 401])
      expect((await readProblem(answer)).type).toBe('urn:pulso:problem:unauthorized')
    }
  }
})

test('scores NPS, CSAT and emoji at their touchpoints, each with n and interval, in journey order', async () => {
  const site = await createSite('scored')
  const nps = [10, 10, 9, 9, 9, 8, 7, 6, 3, 0].map((score) => createResponse({ score }))
  const csat = [5, 4, 3].map((score) => createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout', score }))
  const mood = [3, 1].map((score) => createResponse({ promptId: 'mood', kind: 'emoji', scaleMax: 3, touchpoint: 'pickup', score }))
  const { answeredAt: _, score: __, ...shown } = createResponse({ state: 'dismissed' })
  await storeAnswers(site, ...nps, ...csat, ...mood, shown)

  const report = await readStats(site)
  expect(report.stages.map((stage) => stage.touchpoints.map((touchpoint) => touchpoint.key))).toEqual([
    ['checkout', 'pickup'],
    ['recommend'],
  ])
  expect(findTouchpoint(report, 'recommend').scores[0]).toMatchObject({
    kind: 'nps',
    value: 20,
    n: 10,
    enoughData: false,
    formula: 'nps/adjusted-wald',
    leftOut: { dismissed: 1, unanswered: 0 },
  })
  // Wilson for 2 of 3: 20.8 to 93.9 %.
  const checkout = findTouchpoint(report, 'checkout').scores[0]
  expect(checkout).toMatchObject({ kind: 'csat', n: 3, distribution: [0, 0, 1, 1, 1] })
  expect(checkout?.low).toBeCloseTo(20.77, 1)
  expect(checkout?.high).toBeCloseTo(93.85, 1)
  expect(findTouchpoint(report, 'pickup').scores[0]).toMatchObject({ kind: 'emoji', scaleMax: 3, value: 50, n: 2 })
})

test('says null, not zero, where nobody answered', async () => {
  const site = await createSite('silent')
  const { answeredAt: _, score: __, ...shown } = createResponse({ state: 'shown' })
  await storeAnswers(site, shown)
  const recommend = findTouchpoint(await readStats(site), 'recommend')
  expect(recommend).toMatchObject({ shown: 1, answered: 0 })
  expect(recommend.scores[0]).toMatchObject({
    value: null,
    low: null,
    high: null,
    margin: null,
    n: 0,
    leftOut: { dismissed: 0, unanswered: 1 },
  })
})

test('reads a range of days in the time zone of the site', async () => {
  const site = await createSite('ranges')
  const answeredAt = Date.parse('2026-05-01T22:30:00Z')
  const response = createResponse({ shownAt: answeredAt, answeredAt })
  const imported = await callWorker(`/v1/sites/${site.id}/import`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ source: 'import', responses: [response] }),
  })
  expect(await imported.json()).toEqual({ stored: 1 })
  const answeredIn = async (query: string) => findTouchpoint(await readStats(site, query), 'recommend').answered
  expect(await answeredIn('from=2026-05-02&to=2026-05-02')).toBe(1)
  expect(await answeredIn('from=2026-05-01&to=2026-05-01')).toBe(0)
  expect((await readStats(site, 'from=2026-05-01&to=2026-05-03')).range).toEqual({ from: '2026-05-01', to: '2026-05-03' })
})

test.for([
  ['days=0', 'days: use a whole number from 1 to 732'],
  ['days=abc', 'days: use a whole number from 1 to 732'],
  [`days=${LIMITS.rangeDays + 1}`, 'days: use a whole number from 1 to 732'],
  ['from=2026-05-02', 'give from and to together'],
  ['from=2026-05-02&to=2026-05-01', 'from: it lies after to.'],
  ['from=2026-02-30&to=2026-03-01', 'from: use YYYY-MM-DD'],
  ['from=2020-01-01&to=2026-01-01', 'from: a range has at most 732 days.'],
  ['days=7&from=2026-05-01&to=2026-05-02', 'give days, or from and to'],
  ['environment=staging', 'environment: use one of production, test'],
  ['days=30&days=7', 'days: this is given 2 times; give it once.'],
  ['colour=red&environment=test&environment=test', 'environment: this is given 2 times; give it once.'],
  ['colour=red', 'there is no "colour" here'],
] as const)('refuses the range %s and says why', async ([query, detail]) => {
  const site = await createSite('bad-range')
  const answer = await callWorker(`/v1/sites/${site.id}/stats?${query}`, { headers: OPERATOR })
  expect(answer.status).toBe(400)
  expect((await readProblem(answer)).detail).toBe(detail)
})

test('keeps the sites of one deployment apart', async () => {
  const [first, second] = [await createSite('first-shop'), await createSite('second-shop')]
  const response = createResponse({ comment: 'Only for the first' })
  await storeAnswers(first, response)
  expect(findTouchpoint(await readStats(second), 'recommend').shown).toBe(0)
  // The same id at another site is another response: neither sees or changes the other.
  await storeAnswers(second, { ...response, score: 0 })
  expect(await readRow(first, response.id)).toMatchObject({ score: 9, comment: 'Only for the first' })
  const page = await (await callWorker(`/v1/sites/${second.id}/responses`, { headers: OPERATOR })).json<ResponsePage>()
  expect(page.responses.map((row) => row.score)).toEqual([0])
})

test('pages through comments, newest first', async () => {
  const site = await createSite('inbox')
  const comments = Array.from({ length: 5 }, (_, index) => createResponse({ id: createId(), comment: `Comment ${index}` }))
  await storeAnswers(site, ...comments, createResponse())
  const read = async (cursor: string | null): Promise<string[]> => {
    const answer = await callWorker(`/v1/sites/${site.id}/responses?comments=only&limit=2${cursor ? `&cursor=${cursor}` : ''}`, {
      headers: OPERATOR,
    })
    const page = await answer.json<ResponsePage>()
    return [...page.responses.map((row) => row.comment ?? ''), ...(page.next ? await read(page.next) : [])]
  }
  expect(await read(null)).toEqual(['Comment 4', 'Comment 3', 'Comment 2', 'Comment 1', 'Comment 0'])
})

test('gives a changed prompt the next version and an unchanged one none', async () => {
  const site = await createSite('versions')
  expect(site.prompts.map((prompt) => prompt.version)).toEqual([1, 1, 1])
  const prompts = CAFE.prompts.map((prompt) => (prompt.id === 'nps' ? { ...prompt, delayMs: 9000 } : prompt))
  const changed = await createSite('versions', { prompts })
  expect(changed.prompts.map((prompt) => prompt.version)).toEqual([2, 1, 1])
})

test('refuses to ask an old prompt on another scale, because scores would mix', async () => {
  await createSite('scales')
  const prompts = [{ id: 'mood', kind: 'emoji' as const, scaleMax: 5, touchpoints: ['pickup'] }]
  const answer = await putSite('scales', { ...CAFE, prompts })
  expect(answer.status).toBe(400)
  expect((await answer.json<Problem>()).detail).toContain('give the new one its own id')
})

test('lets no id that is ahead of its time stand before what has just been said', async () => {
  const site = await createSite('ahead')
  const toId = (time: number, tail: number) =>
    `${time
      .toString(16)
      .padStart(12, '0')
      .replace(/(.{8})/, '$1-')}-7000-8000-${`${tail}`.padStart(12, '0')}`
  const now = Date.now()
  const said = {
    yesterday: toId(now - 86_400_000, 1),
    now: toId(now, 2),
    tomorrow: toId(now + 86_400_000, 3),
    never: 'ffffffff-fffe-7000-8000-000000000004',
  }
  await storeAnswers(site, ...Object.entries(said).map(([comment, id]) => createResponse({ id, comment, state: 'completed' })))
  for (const limit of [1, 2, 3, 4, 5]) {
    const seen: (string | null)[] = []
    let cursor = ''
    do {
      const answer = await callWorker(`/v1/sites/${site.id}/responses?limit=${limit}${cursor && `&cursor=${cursor}`}`, {
        headers: OPERATOR,
      })
      const page = await answer.json<ResponsePage>()
      expect(page.responses.length).toBeLessThanOrEqual(limit)
      seen.push(...page.responses.map(({ comment }) => comment))
      cursor = page.next ?? ''
    } while (cursor)
    expect(seen).toEqual(['now', 'yesterday', 'never', 'tomorrow'])
  }
})

test('still takes answers to a prompt that is gone, from pages that were open', async () => {
  const site = await createSite('retired')
  await createSite('retired', { prompts: CAFE.prompts.filter((prompt) => prompt.id !== 'nps') })
  expect(await storeAnswers(site, createResponse())).toEqual(['stored'])
  const wrongScale = await sendBatch(site, [createResponse({ kind: 'csat', scaleMax: 5, score: 5 })])
  expect(wrongScale.status).toBe(422)
})

test('says which part of a site definition is wrong', async () => {
  const answer = await putSite('broken', {
    ...CAFE,
    timeZone: 'Mars/Olympus',
    touchpoints: [{ key: 'pay', stage: 'nowhere', name: { en: 'Pay' } }],
  })
  expect(answer.status).toBe(400)
  expect((await readProblem(answer)).detail).toContain('timeZone: use an IANA time zone')
  const foreignKey = await putSite('thief', { ...CAFE, siteKey: (await createSite('owner')).siteKey })
  expect((await readProblem(foreignKey)).detail).toBe('siteKey: another site has this key.')
})

test('makes a key for a site that brings none, and keeps it for ever', async () => {
  const created = await (await putSite('keyless', CAFE)).json<{ siteKey: string }>()
  expect(created.siteKey).toMatch(/^pk_[0-9a-f]{24}$/)
  expect((await (await putSite('keyless', CAFE)).json<{ siteKey: string }>()).siteKey).toBe(created.siteKey)
  expect((await putSite('keyless', { ...CAFE, siteKey: 'pk_another' })).status).toBe(400)
})

test('labels demo data and removes it, and nothing else, in one call', async () => {
  const site = await createSite('demo')
  const demo = Array.from({ length: 3 }, () => createResponse({ score: 0 }))
  const send = () =>
    callWorker(`/v1/sites/${site.id}/import`, { method: 'POST', headers: json, body: JSON.stringify({ source: 'demo', responses: demo }) })
  expect(await (await send()).json()).toEqual({ stored: 3 })
  expect(await (await send()).json()).toEqual({ stored: 0 })
  await storeAnswers(site, createResponse({ score: 10 }))
  expect((await readStats(site)).site.demoResponses).toBe(3)

  const removed = await callWorker(`/v1/sites/${site.id}/responses?source=demo`, { method: 'DELETE', headers: OPERATOR })
  expect(await removed.json()).toEqual({ removed: 3 })
  const report = await readStats(site)
  expect(report.site.demoResponses).toBe(0)
  expect(findTouchpoint(report, 'recommend').scores[0]).toMatchObject({ value: 100, n: 1 })
  expect(await readDrift(site)).toEqual([])
})

test('never removes what visitors answered by source', async () => {
  const site = await createSite('kept')
  const answer = await callWorker(`/v1/sites/${site.id}/responses?source=visitor`, { method: 'DELETE', headers: OPERATOR })
  expect(answer.status).toBe(400)
})

describe('what a site was given out as', () => {
  const FULL: Partial<SiteDefinitionInput> = {
    locales: ['en', 'es', 'es-419', 'de', 'eu'],
    look: { accent: '#4b3fd0' },
    budget: { showings: 1, days: 30 },
    retentionDays: 365,
    prompts: [
      ...CAFE.prompts,
      {
        id: 'why',
        kind: 'choice',
        touchpoints: ['pickup'],
        options: [{ key: 'price' }, { key: 'taste' }],
        other: true,
        wording: { es: { question: '¿Por qué {name}?', options: { price: 'El precio' } }, en: { options: { price: 'Price' } } },
        rules: { device: ['phone'], visits: { from: 2 } },
        triggers: { dwell: 5000 },
        quota: 100,
        links: { high: 'https://reviews.example' },
      },
    ],
  }
  const read = async (id: string) => (await callWorker(`/v1/sites/${id}`, { headers: OPERATOR })).json<Site>()
  const readVersion = async ({ siteKey }: Site) => (await (await callWorker(`/w/${siteKey}.json`)).json<SitePrompts>()).version

  test('is taken back as it is, and is the same afterwards', async () => {
    const fresh = await createSite('back-and-forth', FULL)
    const version = await readVersion(fresh)
    const given = await read(fresh.id)
    expect((await putSite(fresh.id, given)).status).toBe(200)
    expect(await read(fresh.id)).toEqual(given)
    expect(await readVersion(fresh)).toBe(version)
  })

  test('freezes no default: it goes on following name, tone and languages, as a fresh definition does', async () => {
    const changes: Partial<SiteDefinitionInput> = { name: 'Another name', tone: 'formal', locales: ['en', 'es', 'fr', 'de'] }
    const site = await createSite('unfrozen', FULL)
    const given = await read(site.id)
    expect((await putSite(site.id, { ...given, ...changes })).status).toBe(200)
    const expected = await createSite('never-frozen', { ...FULL, ...changes })
    const toQuestions = ({ prompts }: Site) => prompts.slice(0, 3).map(({ wording }) => [wording['es'], wording['de'], wording['fr']])
    const saved = await read(site.id)
    expect(toQuestions(saved)).toEqual(toQuestions(expected))
    // What the team wrote stays as it was.
    expect(saved.prompts[3]?.wording['es']?.question).toBe('¿Por qué Café Test?')
  })

  test('is refused at the address of another site', async () => {
    const [one, other] = [await createSite('one-place'), await createSite('another-place')]
    const answer = await putSite(other.id, await read(one.id))
    expect(answer.status).toBe(400)
    expect((await readProblem(answer)).detail).toBe(
      'id: this is "one-place" and the address says "another-place"; leave it out, or use that address.',
    )
  })
})

test('imports who answered under the name that a page would have got, and keeps no id', async () => {
  const site = await createSite('import-people')
  const [first, again, nobody, live] = [createResponse(), createResponse(), createResponse(), createResponse()]
  const respondentId = 'customer-of-old'
  const responses = [{ ...first, respondentId }, { ...again, respondentId }, nobody]
  const body = JSON.stringify({ source: 'import', responses })
  const answer = await callWorker(`/v1/sites/${site.id}/import`, { method: 'POST', headers: json, body })
  expect(await answer.json()).toEqual({ stored: 3 })
  await sendBatch(site, [live], { respondentId })
  const names = await Promise.all([first, again, live, nobody].map(async ({ id }) => (await readRow(site, id))['respondent']))
  expect(names).toEqual([names[0], names[0], names[0], null])
  expect(names[0]).toMatch(/^p[0-9a-f]{32}$/)
  expect(JSON.stringify(await readRow(site, first.id))).not.toContain(respondentId)
  expect(
    (await callWorker(`/v1/sites/${site.id}/import`, { method: 'POST', headers: json, body: body.replaceAll(respondentId, 'short') }))
      .status,
  ).toBe(400)
})

test('imports all of a request or nothing', async () => {
  const site = await createSite('import')
  const responses = [createResponse(), createResponse({ promptId: 'unknown' })]
  const answer = await callWorker(`/v1/sites/${site.id}/import`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ source: 'import', responses }),
  })
  expect((await readProblem(answer)).detail).toContain('Nothing of this request was stored')
  expect(findTouchpoint(await readStats(site), 'recommend').shown).toBe(0)
})
