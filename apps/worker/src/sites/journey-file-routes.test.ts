import { JourneyDefinition, type Report, type Site } from '@pulso/protocol'
import { expect, test } from 'vitest'
import {
  CAFE,
  callWorker,
  createResponse,
  createSite,
  findTouchpoint,
  manage,
  OPERATOR,
  readDrift,
  readProblem,
  readStats,
  storeAnswers,
} from '../../test/talk-to-worker.ts'

const toPath = (site: Site) => `/v1/sites/${site.id}/journey.json`
const readJourney = async (site: Site) => JourneyDefinition.parse(await (await callWorker(toPath(site), { headers: OPERATOR })).json())
const csat = (touchpoint: string, score = 5) => createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint, score })

/** Applies the café's journey with other touchpoints. */
async function apply(site: Site, touchpoints: (key: string) => object | object[]): Promise<Response> {
  const journey = await readJourney(site)
  return manage('PUT', toPath(site), {
    ...journey,
    touchpoints: journey.touchpoints.flatMap((touchpoint) => ({ ...touchpoint, ...touchpoints(touchpoint.key) })),
  })
}

async function readRecords(site: Site, query = ''): Promise<{ touchpoint: string; countedTouchpoint: string }[]> {
  const text = await (await callWorker(`/v1/sites/${site.id}/export.ndjson?environment=all${query}`, { headers: OPERATOR })).text()
  return text
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { touchpoint: string; countedTouchpoint: string })
}

test('a file that was read is taken back as it is, and says by what schema it can be checked', async () => {
  const site = await createSite('file')
  const journey = await readJourney(site)
  expect(journey).toMatchObject({
    stages: [{ key: 'purchase' }, { key: 'advocacy' }],
    touchpoints: [{ key: 'checkout' }, { key: 'pickup' }, { key: 'recommend' }],
  })
  const saved = await manage('PUT', toPath(site), journey)
  expect([saved.status, await saved.json()]).toEqual([200, journey])
  const schema = await callWorker(new URL(journey.$schema ?? '').pathname)
  expect(schema.status).toBe(200)
  expect(await schema.json()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    required: ['stages', 'touchpoints'],
    properties: { touchpoints: { items: { required: ['key', 'stage', 'name'] } } },
  })
})

test('a file can be tried before it is applied: what is wrong is said, and nothing is saved', async () => {
  const site = await createSite('tried')
  const journey = await readJourney(site)
  const help = { key: 'help', stage: 'purchase', name: { en: 'Help' } }
  const tried = await manage('PUT', `${toPath(site)}?check=true`, { ...journey, touchpoints: [...journey.touchpoints, help] })
  expect(tried.status).toBe(200)
  expect((await tried.json<JourneyDefinition>()).touchpoints.map(({ key }) => key)).toContain('help')
  expect(await readJourney(site)).toEqual(journey)
  const lost = await manage('PUT', `${toPath(site)}?check=true`, { ...journey, touchpoints: [] })
  expect([lost.status, (await readProblem(lost)).detail]).toEqual([400, expect.stringContaining('is asked at')])
})

test('a touchpoint that is renamed keeps its history, its prompts and the pages that still use the old name', async () => {
  const site = await createSite('renamed')
  await storeAnswers(site, csat('checkout', 5), csat('checkout', 1))
  const renamed = await apply(site, (key) => (key === 'checkout' ? { key: 'payment', formerly: ['checkout'] } : {}))
  expect(renamed.status).toBe(200)
  await storeAnswers(site, csat('checkout', 5), csat('payment', 5))
  const report = await readStats(site, 'days=7&by=touchpoint&touchpoint=payment')
  expect(findTouchpoint(report, 'payment')).toMatchObject({ answered: 4, scores: [{ value: 75, n: 4 }] })
  expect([report.unmapped, report.breakdown?.groups.map(({ key }) => key)]).toEqual([null, ['payment']])
  const records = await readRecords(site, '&touchpoint=payment')
  expect(records.map(({ touchpoint, countedTouchpoint }) => [touchpoint, countedTouchpoint])).toEqual([
    ['checkout', 'payment'],
    ['checkout', 'payment'],
    ['checkout', 'payment'],
    ['payment', 'payment'],
  ])
  const prompts = await (await callWorker(`/w/${site.siteKey}.json`)).json<{ prompts: { id: string; touchpoints: string[] }[] }>()
  expect(prompts.prompts.find(({ id }) => id === 'csat')?.touchpoints).toEqual(['payment', 'checkout'])
  expect(await readDrift(site)).toEqual([])
})

test('touchpoints that are merged count together, each kind by itself', async () => {
  const site = await createSite('merged')
  await storeAnswers(
    site,
    csat('checkout'),
    createResponse({ promptId: 'mood', kind: 'emoji', scaleMax: 3, touchpoint: 'pickup', score: 3 }),
  )
  const journey = await readJourney(site)
  const [checkout, , recommend] = journey.touchpoints
  const counter = { ...checkout, key: 'counter', formerly: ['checkout', 'pickup'] }
  const merged = await manage('PUT', toPath(site), { ...journey, touchpoints: [counter, recommend] })
  expect(merged.status).toBe(200)
  expect(findTouchpoint(await readStats(site), 'counter').scores.map(({ kind, n }) => [kind, n])).toEqual([
    ['csat', 1],
    ['emoji', 1],
  ])
})

test('a touchpoint that is split gives each part the history of its own prompts', async () => {
  const site = await createSite('split', {
    prompts: [
      { id: 'csat', kind: 'csat', touchpoints: ['checkout'] },
      { id: 'ease', kind: 'ces', touchpoints: ['checkout'] },
      { id: 'nps', kind: 'nps', touchpoints: ['recommend'] },
    ],
  })
  const ease = (touchpoint: string) => createResponse({ promptId: 'ease', kind: 'ces', scaleMax: 7, touchpoint, score: 6 })
  await storeAnswers(site, csat('checkout'), ease('checkout'), ease('checkout'))
  const journey = await readJourney(site)
  const [checkout, ...others] = journey.touchpoints
  const parts = [checkout, { ...checkout, key: 'card-form', formerly: [{ key: 'checkout', prompts: ['ease'] }] }]
  expect((await manage('PUT', toPath(site), { ...journey, touchpoints: [...parts, ...others] })).status).toBe(200)
  await storeAnswers(site, ease('checkout'))
  const answeredAt = (report: Report) => ['checkout', 'card-form'].map((key) => findTouchpoint(report, key).answered)
  expect(answeredAt(await readStats(site))).toEqual([1, 3])
})

test('refuses to lose where a prompt is asked, and what makes no sense', async () => {
  const site = await createSite('refused')
  const journey = await readJourney(site)
  const without = await manage('PUT', toPath(site), { ...journey, touchpoints: journey.touchpoints.slice(1) })
  expect((await readProblem(without)).detail).toBe(
    'touchpoints: csat is asked at checkout, which would be gone: give the touchpoint that follows it "formerly": ["checkout"], or take the prompt away first.',
  )
  for (const [formerly, complaint] of [
    [['pickup'], 'pickup is a touchpoint of this journey: say which prompts were split off, or remove it'],
    [['old', 'old'], 'old became checkout already'],
  ] as const) {
    const answer = await apply(site, (key) => (key === 'checkout' ? { formerly } : {}))
    expect([answer.status, (await readProblem(answer)).detail]).toEqual([400, expect.stringContaining(complaint)])
  }
  expect(await readJourney(site)).toEqual(journey)
})

test('claims from the tray what came before its touchpoint was on the map, and nothing twice', async () => {
  const site = await createSite('claimed')
  await storeAnswers(site, csat('kiosk', 5), csat('kiosk', 4), csat('terrace', 1), csat('checkout', 1))
  const claim = (name: string) => manage('POST', `/v1/sites/${site.id}/unmapped/claim`, { name })
  expect((await readProblem(await claim('kiosk'))).detail).toMatch(/^name: the journey has no touchpoint kiosk: add it first/)

  await createSite('claimed', { touchpoints: [...CAFE.touchpoints, { key: 'kiosk', stage: 'purchase', name: { en: 'Kiosk' } }] })
  await storeAnswers(site, csat('kiosk', 3))
  expect(findTouchpoint(await readStats(site), 'kiosk').answered).toBe(1)
  expect(await (await claim('kiosk')).json()).toEqual({ touchpoint: 'kiosk', claimed: 2, next: null })
  expect(await (await claim('kiosk')).json()).toEqual({ touchpoint: 'kiosk', claimed: 0, next: null })
  const report = await readStats(site)
  expect([findTouchpoint(report, 'kiosk').answered, report.unmapped?.answered, findTouchpoint(report, 'checkout').answered]).toEqual([
    3, 1, 1,
  ])
  expect(await readDrift(site)).toEqual([])
})

test('a touchpoint that is renamed and then split is found by every name that it ever had', async () => {
  const site = await createSite('renamed-and-split', {
    prompts: [
      { id: 'csat', kind: 'csat', touchpoints: ['checkout'] },
      { id: 'ease', kind: 'ces', touchpoints: ['checkout'] },
    ],
  })
  const ease = (touchpoint: string) => createResponse({ promptId: 'ease', kind: 'ces', scaleMax: 7, touchpoint, score: 6 })
  await storeAnswers(site, ease('checkout'), csat('checkout'))
  const journey = await readJourney(site)
  const [checkout, ...others] = journey.touchpoints
  const till = { ...checkout, key: 'till', formerly: ['checkout'] }
  const put = (...first: object[]) => manage('PUT', toPath(site), { ...journey, touchpoints: [...first, ...others] })
  expect((await put(till)).status).toBe(200)
  await storeAnswers(site, ease('till'), ease('checkout'))
  const form = { ...checkout, key: 'form', formerly: [{ key: 'till', prompts: ['ease'] }] }
  expect((await put(till, form)).status).toBe(200)
  await storeAnswers(site, ease('checkout'), ease('till'), ease('form'))
  const report = await readStats(site)
  expect(['till', 'form'].map((key) => findTouchpoint(report, key).answered)).toEqual([1, 6])
  const script = await (await callWorker(`/w/${site.siteKey}.json`)).json<{ prompts: { id: string; touchpoints: string[] }[] }>()
  expect(script.prompts.find(({ id }) => id === 'ease')?.touchpoints).toEqual(['form', 'till', 'checkout'])

  // The last name alone would put what came under the first off the map.
  const renamedAgain = { ...checkout, key: 'desk', formerly: ['till'] }
  const answer = await put(renamedAgain, form)
  expect([answer.status, (await readProblem(answer)).detail]).toEqual([
    400,
    'touchpoints: checkout counted at till until now, and would be on no map: keep "checkout" in "formerly" of desk.',
  ])
})

test('what was reached goes with the prompt that was split off', async () => {
  const site = await createSite('split-reach', {
    prompts: [
      { id: 'csat', kind: 'csat', touchpoints: ['checkout'] },
      { id: 'ease', kind: 'ces', touchpoints: ['checkout'] },
    ],
  })
  const reach = 'checkout reached\ncheckout eligible ease\ncheckout outranked csat\ncheckout eligible nowhere-asked\n'
  const sent = await callWorker('/v1/responses', { method: 'POST', body: JSON.stringify({ siteKey: site.siteKey, reach }) })
  expect(sent.status).toBe(200)
  const journey = await readJourney(site)
  const [checkout, ...others] = journey.touchpoints
  const form = { ...checkout, key: 'form', formerly: [{ key: 'checkout', prompts: ['ease'] }] }
  expect((await manage('PUT', toPath(site), { ...journey, touchpoints: [checkout, form, ...others] })).status).toBe(200)
  const report = await readStats(site)
  expect(findTouchpoint(report, 'checkout')).toMatchObject({ reached: 1, eligible: 1, heldBack: { outranked: 1 } })
  expect(findTouchpoint(report, 'form')).toMatchObject({ reached: 0, eligible: 1, heldBack: {} })
})

test('what was renamed, merged or split can be taken back: every answer counts where its page says', async () => {
  const site = await createSite('taken-back')
  const before = await readJourney(site)
  const [checkout, pickup, recommend] = before.touchpoints
  const answeredAt = async () => {
    const report = await readStats(site)
    return [...['checkout', 'pickup'].map((key) => findTouchpoint(report, key).answered), report.unmapped?.answered ?? 0]
  }
  await storeAnswers(site, csat('checkout'), csat('pickup'))
  const counter = { ...checkout, key: 'counter', formerly: ['checkout', 'pickup'] }
  expect((await manage('PUT', toPath(site), { ...before, touchpoints: [counter, recommend] })).status).toBe(200)
  await storeAnswers(site, csat('checkout'), csat('pickup'), csat('pickup'), csat('counter'))
  expect(findTouchpoint(await readStats(site), 'counter').answered).toBe(6)

  // What pages sent under the name that goes again needs one.
  const back = await manage('PUT', toPath(site), { ...before, touchpoints: [{ ...checkout, formerly: ['counter'] }, pickup, recommend] })
  expect(back.status).toBe(200)
  expect(await answeredAt()).toEqual([3, 3, 0])
  expect(await readDrift(site)).toEqual([])
})
