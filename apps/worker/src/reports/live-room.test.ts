import type { LiveFrame } from '@pulso/protocol'
import { expect, test } from 'vitest'
import {
  CAFE,
  callWorker,
  createResponse,
  createSite,
  createToken,
  findTouchpoint,
  manage,
  OPERATOR,
  readStats,
  storeAnswers,
} from '../../test/talk-to-worker.ts'
import { watch } from '../../test/watch-live.ts'

/** A socket of a dashboard that asks for something else than its neighbour. */
const watchCheckout = (site: { id: string }) => watch(`/v1/sites/${site.id}/live?days=7&touchpoint=checkout&by=kind`)

const answered = (count: number) => (frame: LiveFrame) => findTouchpoint(frame.report, 'recommend').answered === count

test('sends the report at once, and again when an answer has been stored', async () => {
  const site = await createSite('live')
  const dashboard = await watch(`/v1/sites/${site.id}/live?days=7`)
  await dashboard.next(answered(0))
  await storeAnswers(site, createResponse({ comment: 'Volveré' }))
  const frame = await dashboard.next(answered(1))
  const { asOf: _, ...fromRoom } = frame.report
  const { asOf: __, ...fromEndpoint } = await readStats(site)
  expect(fromRoom).toEqual(fromEndpoint)
  expect(frame).toMatchObject({
    touched: ['recommend'],
    responses: [{ comment: 'Volveré', score: 9, sentiment: { label: 'positive' } }],
  })
  dashboard.close()
})

test('sends the report again when answers are claimed from the unmapped tray', async () => {
  const site = await createSite('live-claim')
  await storeAnswers(site, createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'kiosk', score: 5 }))
  await createSite('live-claim', { touchpoints: [...CAFE.touchpoints, { key: 'kiosk', stage: 'purchase', name: { en: 'Kiosk' } }] })
  const dashboard = await watch(`/v1/sites/${site.id}/live?days=7`)
  await dashboard.next(({ report }) => findTouchpoint(report, 'kiosk').answered === 0)
  await manage('POST', `/v1/sites/${site.id}/unmapped/claim`, { name: 'kiosk' })
  const frame = await dashboard.next(({ report }) => findTouchpoint(report, 'kiosk').answered === 1)
  expect(frame.touched).toEqual(['kiosk'])
  dashboard.close()
})

test('sends the report again when the journey is arranged in another way', async () => {
  const site = await createSite('live-arranged')
  const dashboard = await watch(`/v1/sites/${site.id}/live?days=7`)
  await dashboard.next(({ report }) => report.stages[0]?.touchpoints.length === 2)
  await createSite('live-arranged', { touchpoints: [], prompts: [] })
  await dashboard.next(({ report }) => report.stages[0]?.touchpoints.length === 0)
  await createSite('live-arranged')
  await dashboard.next(({ report }) => report.stages[0]?.touchpoints.length === 2)
  dashboard.close()
})

test('bundles a burst into few frames that end at the truth', async () => {
  const site = await createSite('burst')
  const dashboard = await watch(`/v1/sites/${site.id}/live?days=7`)
  await Promise.all(Array.from({ length: 40 }, () => storeAnswers(site, createResponse())))
  await dashboard.next(answered(40))
  expect(dashboard.frames.length).toBeLessThan(20)
  dashboard.close()
})

test('shows each dashboard its own range, and one site never another', async () => {
  const [site, other] = [await createSite('ranges-live'), await createSite('other-live')]
  const today = await watch(`/v1/sites/${site.id}/live?days=1`)
  const past = await watch(`/v1/sites/${site.id}/live?from=2026-01-01&to=2026-01-31`)
  const elsewhere = await watch(`/v1/sites/${other.id}/live?days=1`)
  await elsewhere.next(answered(0))
  await storeAnswers(site, createResponse())
  await today.next(answered(1))
  await past.next((frame) => frame.touched.length > 0)
  expect(past.frames.filter(answered(0))).toHaveLength(past.frames.length)
  expect(elsewhere.frames).toHaveLength(1)
  for (const dashboard of [today, past, elsewhere]) dashboard.close()
})

test('asks for a WebSocket when it gets a plain request', async () => {
  const site = await createSite('plain')
  const answer = await callWorker(`/v1/sites/${site.id}/live`, { headers: OPERATOR })
  expect(answer.status).toBe(426)
})

test('sends comments only to whoever may read them', async () => {
  const site = await createSite('live-scopes')
  const reader = await createToken({ scopes: ['stats:read', 'responses:read'], sites: [site.id] })
  const counter = await createToken({ scopes: ['stats:read'], sites: [site.id] })
  const path = `/v1/sites/${site.id}/live?days=7`
  const [reading, counting] = [await watch(path, reader.headers), await watch(path, counter.headers)]
  await storeAnswers(site, createResponse({ comment: 'For readers' }))
  await reading.next(({ responses }) => responses.length > 0)
  await storeAnswers(site, createResponse({ comment: 'Again' }))
  await counting.next(answered(2))
  expect(counting.frames.flatMap(({ responses }) => responses)).toEqual([])
  reading.close()
  counting.close()
})

test('answers a ping, whoever watches', async () => {
  const site = await createSite('live-ping')
  const { headers } = await createToken({ sites: [site.id] })
  for (const watcher of [await watch(`/v1/sites/${site.id}/live`), await watch(`/v1/sites/${site.id}/live`, headers)]) {
    await watcher.ping()
    watcher.close()
  }
})

test('shows out whose token was deleted, before another number is sent', async () => {
  const site = await createSite('live-revoked')
  const { id, headers } = await createToken({ sites: [site.id] })
  const path = `/v1/sites/${site.id}/live?days=7`
  const [revoked, other] = [await watch(path, headers), await watch(path)]
  await revoked.next(answered(0))
  await callWorker(`/v1/tokens/${id}`, { method: 'DELETE', headers: OPERATOR })
  await storeAnswers(site, createResponse())
  expect(await revoked.closed).toBe('1008 This access has ended.')
  await other.next(answered(1))
  expect(revoked.frames.some(answered(1))).toBe(false)
  other.close()
})

test('sends each watcher what it asked for, and goes on for the others when one asks for what the journey has no more', async () => {
  const site = await createSite('filtered')
  const everything = await watch(`/v1/sites/${site.id}/live?days=7`)
  const checkout = await watchCheckout(site)
  await everything.next(answered(0))
  await storeAnswers(
    site,
    createResponse(),
    createResponse({ promptId: 'csat', kind: 'csat', scaleMax: 5, touchpoint: 'checkout', score: 5 }),
  )
  await everything.next(answered(1))
  const frame = await checkout.next((one) => findTouchpoint(one.report, 'checkout').answered === 1)
  expect(frame).toMatchObject({ report: { breakdown: { by: 'kind', groups: [{ key: 'csat', answered: 1 }] } } })

  await createSite('filtered', {
    touchpoints: CAFE.touchpoints.filter(({ key }) => key !== 'checkout'),
    prompts: [{ id: 'nps', kind: 'nps', touchpoints: ['recommend'] }],
  })
  await storeAnswers(site, createResponse())
  await everything.next(answered(2))
})

test('says what is wrong with a filter before the connection opens', async () => {
  const site = await createSite('filtered-wrongly')
  const answer = await callWorker(`/v1/sites/${site.id}/live?stage=nowhere`, { headers: { ...OPERATOR, Upgrade: 'websocket' } })
  expect([answer.status, answer.webSocket ?? null]).toEqual([400, null])
})
