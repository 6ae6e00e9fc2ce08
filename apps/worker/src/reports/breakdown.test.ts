import { LIMITS, type Problem, type Report } from '@pulso/protocol'
import { expect, test } from 'vitest'
import {
  callWorker,
  createResponse,
  createSite,
  findTouchpoint,
  manage,
  OPERATOR,
  readStats,
  storeAnswers,
} from '../../test/talk-to-worker.ts'

type Answer = Parameters<typeof createResponse>[0] & { at?: string }

/** Answers of the past, which only an import may bring. */
async function importAnswers(site: Awaited<ReturnType<typeof createSite>>, answers: readonly Answer[]): Promise<void> {
  const responses = answers.map(({ at, ...changes }) => {
    const time = at === undefined ? Date.now() : Date.parse(at)
    return createResponse({ shownAt: time - 3000, answeredAt: time, ...changes })
  })
  const answer = await manage('POST', `/v1/sites/${site.id}/import`, { source: 'import', responses })
  expect([answer.status, await answer.json()]).toEqual([200, { stored: responses.length }])
}

const csat = (score: number, more: Answer = {}): Answer => ({
  promptId: 'csat',
  kind: 'csat',
  scaleMax: 5,
  touchpoint: 'checkout',
  score,
  ...more,
})
const groupsOf = ({ breakdown }: Report) => breakdown?.groups ?? []

test('puts the same answers together by segment, and sets each beside all others', async () => {
  const site = await createSite('by-segment', { segments: ['pro', 'free'] })
  await storeAnswers(
    site,
    ...[5, 5, 4].map((score) => createResponse(csat(score, { segment: 'pro' }))),
    ...[1, 2].map((score) => createResponse(csat(score, { segment: 'free' }))),
    createResponse({ segment: 'pro' }),
  )
  const report = await readStats(site, 'days=7&by=segment&compare=rest&kind=csat')
  expect(groupsOf(report).map(({ key, answered, scores }) => [key, answered, scores[0]?.score.value, scores[0]?.other?.value])).toEqual([
    ['pro', 3, 100, 0],
    ['free', 2, 0, 100],
  ])
  expect(groupsOf(report)[0]?.scores[0]?.change).toMatchObject({ value: 100, isDifferent: false, joint: { lookedAt: 2 } })
  // The filter holds for the whole answer.
  expect(findTouchpoint(report, 'recommend').shown).toBe(0)
  expect(findTouchpoint(report, 'checkout').scores[0]).toMatchObject({ n: 5, value: 60 })
})

test('narrows to touchpoints, stages, channels, audiences, prompts and segments', async () => {
  const site = await createSite('narrowed', { segments: ['a,b', 'c'] })
  await storeAnswers(
    site,
    createResponse(),
    createResponse(csat(5, { segment: 'a,b' })),
    createResponse(csat(4, { segment: 'c' })),
    createResponse({ promptId: 'mood', kind: 'emoji', scaleMax: 3, touchpoint: 'pickup', score: 3 }),
    createResponse(csat(1, { touchpoint: 'kiosk' })),
  )
  const answersTo = async (query: string) => {
    const { stages, unmapped } = await readStats(site, query)
    const answered = stages.flatMap(({ touchpoints }) => touchpoints).reduce((sum, touchpoint) => sum + touchpoint.answered, 0)
    return answered + (unmapped?.answered ?? 0)
  }
  expect(await answersTo('days=7')).toBe(5)
  expect(await answersTo('touchpoint=checkout,pickup')).toBe(3)
  expect(await answersTo('touchpoint=(unmapped)')).toBe(1)
  expect(await answersTo('stage=purchase')).toBe(3)
  expect(await answersTo('channel=personal')).toBe(1)
  expect(await answersTo('audience=employee')).toBe(0)
  expect(await answersTo('prompt=csat')).toBe(3)
  expect(await answersTo('kind=csat,emoji')).toBe(4)
  expect(await answersTo('segment=a,b')).toBe(1)
  expect(await answersTo('segment=c,other')).toBe(1)
})

test('cuts a range into days, weeks and months of the site, and says which are cut short', async () => {
  const site = await createSite('series')
  // 23:30 on 31 August in UTC is 1 September in Madrid.
  await importAnswers(site, [csat(5, { at: '2026-08-31T23:30:00Z' }), csat(1, { at: '2026-08-30T10:00:00Z' })])
  const seriesOf = async (interval: string) => {
    const report = await readStats(site, `from=2026-08-30&to=2026-09-02&interval=${interval}`)
    return groupsOf(report)[0]?.scores[0]?.series?.map(({ from, to, isWhole, score }) => [from, to, isWhole, score.value])
  }
  expect(await seriesOf('day')).toEqual([
    ['2026-08-30', '2026-08-30', true, 0],
    ['2026-08-31', '2026-08-31', true, null],
    ['2026-09-01', '2026-09-01', true, 100],
    ['2026-09-02', '2026-09-02', true, null],
  ])
  expect(await seriesOf('week')).toEqual([
    ['2026-08-30', '2026-08-30', false, 0],
    ['2026-08-31', '2026-09-02', false, 100],
  ])
  expect(await seriesOf('month')).toEqual([
    ['2026-08-30', '2026-08-31', false, 0],
    ['2026-09-01', '2026-09-02', false, 100],
  ])
})

test('tells the hours of the last days, and says how far back they reach', async () => {
  const site = await createSite('hours')
  await storeAnswers(site, createResponse({ score: 10 }), createResponse({ score: 0 }))
  const series = groupsOf(await readStats(site, 'days=2&interval=hour'))[0]?.scores[0]?.series ?? []
  expect(series.length).toBeGreaterThanOrEqual(47)
  expect(series.reduce((sum, { score }) => sum + score.n, 0)).toBe(2)
  expect(series.find(({ score }) => score.n === 2)).toMatchObject({
    from: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00[+-]\d\d:00$/),
    isWhole: false,
  })
  const answer = await callWorker(`/v1/sites/${site.id}/stats?days=${LIMITS.hourDays + 1}&interval=hour`, { headers: OPERATOR })
  expect([answer.status, (await answer.json<Problem>()).detail]).toEqual([
    400,
    expect.stringMatching(/^interval: hours are kept for 14 days; begin on /),
  ])
})

test('compares with the days just before, and with those of a year ago', async () => {
  const site = await createSite('compared')
  const many = (count: number, at: string, score: number) => Array.from({ length: count }, () => csat(score, { at }))
  await importAnswers(site, [
    ...many(40, '2026-06-10T10:00:00Z', 5),
    ...many(40, '2026-06-03T10:00:00Z', 1),
    ...many(20, '2025-06-10T10:00:00Z', 4),
  ])
  const week = 'from=2026-06-08&to=2026-06-14&touchpoint=checkout'
  const before = await readStats(site, `${week}&compare=previous`)
  expect(before.breakdown?.otherRange).toEqual({ from: '2026-06-01', to: '2026-06-07' })
  expect(groupsOf(before)[0]?.scores[0]).toMatchObject({ other: { n: 40, value: 0 }, change: { value: 100, isDifferent: true } })
  const year = await readStats(site, `${week}&compare=year`)
  expect(year.breakdown?.otherRange).toEqual({ from: '2025-06-08', to: '2025-06-14' })
  expect(groupsOf(year)[0]?.scores[0]).toMatchObject({ other: { n: 20, value: 100 }, change: { value: 0, isDifferent: false } })
})

test('answers 304 while no number has changed, and the new ones once one has', async () => {
  const site = await createSite('unchanged')
  await storeAnswers(site, createResponse({ score: 9 }))
  const path = `/v1/sites/${site.id}/stats?days=7&by=kind`
  const ask = (etag?: string) => callWorker(path, { headers: { ...OPERATOR, ...(etag && { 'If-None-Match': etag }) } })
  const first = await ask()
  const etag = first.headers.get('ETag') ?? ''
  expect(etag).toMatch(/^W\/"[0-9a-f]{32}"$/)
  const again = await ask(etag)
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag])
  await storeAnswers(site, createResponse({ score: 2 }))
  const after = await ask(etag)
  expect([after.status, after.headers.get('ETag') === etag]).toEqual([200, false])
})

test.for([
  ['stage=nowhere', 'stage: there is no stage nowhere.'],
  ['from=9999-12-01&to=9999-12-31&interval=week', 'from: use a day from 2000-01-01 to 2199-12-31'],
  ['from=0001-01-01&to=0001-01-01&compare=year', 'from: use a day from 2000-01-01 to 2199-12-31'],
  ['environment=test&lane=production', 'the lane of test traffic is test'],
  ['touchpoint=checkout,kiosk', 'touchpoint: there is no touchpoint kiosk.'],
  ['by=weather', 'by: use one of touchpoint, prompt, stage, channel, audience, segment, kind'],
  ['kind=csat,joy', 'kind.1: '],
  ['interval=minute', 'interval: use one of hour, day, week, month'],
  [`touchpoint=${Array.from({ length: LIMITS.filterValues + 1 }, () => 'a').join()}`, 'touchpoint: '],
])('says what is wrong with %s', async ([query, complaint]) => {
  const site = await createSite('mistaken')
  const answer = await callWorker(`/v1/sites/${site.id}/stats?${query}`, { headers: OPERATOR })
  expect([answer.status, (await answer.json<Problem>()).detail]).toEqual([400, expect.stringContaining(complaint ?? '')])
})

test('refuses a series of more steps than an answer has', async () => {
  const site = await createSite('endless')
  const day = '2026-01-01T10:00:00Z'
  await importAnswers(site, [
    csat(5, { at: day }),
    ...['checkout', 'pickup', 'recommend', 'kiosk'].flatMap((touchpoint) => [{ touchpoint, at: day }, csat(4, { touchpoint, at: day })]),
  ])
  const answer = await callWorker(`/v1/sites/${site.id}/stats?from=2025-01-01&to=2027-01-01&interval=day`, { headers: OPERATOR })
  expect([answer.status, (await answer.json<Problem>()).detail]).toEqual([
    400,
    expect.stringMatching(/^interval: these are 5848 steps, and an answer has at most 5000/),
  ])
})
