import { LIMITS, type ResponsePage, TOO_FAST_MS } from '@pulso/protocol'
import { expect, test, vi } from 'vitest'
import {
  claimsOf,
  createId,
  createKey,
  createResponse,
  createSite,
  findTouchpoint,
  manage,
  readDrift,
  readProblem,
  readRow,
  readStats,
  sendBatch,
  signToken,
} from '../../test/talk-to-worker.ts'

type TestSite = Awaited<ReturnType<typeof createSite>>

const from = (address: string) => ({ headers: { 'CF-Connecting-IP': address } })

async function standing(site: TestSite) {
  const report = await readStats(site)
  const { answered, quarantined, scores } = findTouchpoint(report, 'recommend')
  return { answered, quarantined, value: scores[0]?.value, aside: report.otherLanes.quarantine?.answered }
}

const judge = (site: TestSite, verdict: 'released' | 'confirmed', ...ids: string[]) =>
  manage('PATCH', `/v1/sites/${site.id}/responses`, { ids, verdict })

test('puts a crowd from one network aside, from its first answer on, and no answer of anybody else', async () => {
  const site = await createSite('crowd', { networkAnswersPerHour: 3 })
  await sendBatch(site, [createResponse({ score: 10 })], from('198.51.100.7'))
  const votes = Array.from({ length: 3 }, () => createResponse({ score: 0 }))
  for (const vote of votes) await sendBatch(site, [vote], from('203.0.113.9'))
  expect(await standing(site)).toEqual({ answered: 4, quarantined: {}, value: -50, aside: undefined })
  const last = createResponse({ score: 0 })
  await sendBatch(site, [last], from('203.0.113.9'))
  await vi.waitFor(async () =>
    expect(await standing(site)).toEqual({ answered: 1, quarantined: { 'network-burst': 4 }, value: 100, aside: 4 }),
  )
  // A later revision stays where its answer is, and one more answer goes there too.
  await sendBatch(site, [{ ...last, rev: 2, comment: 'again' }, createResponse({ score: 0 })], from('203.0.113.9'))
  await vi.waitFor(async () => expect(await standing(site)).toMatchObject({ answered: 1, quarantined: { 'network-burst': 5 } }))
  const page = await (await manage('GET', `/v1/sites/${site.id}/responses?lane=quarantine`)).json<ResponsePage>()
  expect(page.responses.map((row) => [row.lane, row.quarantined, row.verdict])).toEqual(
    Array(5).fill(['quarantine', 'network-burst', null]),
  )
  expect(await readDrift(site)).toEqual([])
})

test('takes an IPv6 network for one by its first 64 bits', async () => {
  const site = await createSite('crowd-v6', { networkAnswersPerHour: 1 })
  await sendBatch(site, [createResponse()], from('2001:db8:1:2::1'))
  await sendBatch(site, [createResponse()], from('2001:db8:1:2:ffff::2'))
  await vi.waitFor(async () => expect(await standing(site)).toMatchObject({ answered: 0, quarantined: { 'network-burst': 2 } }))
})

test('holds nothing against a kiosk whose site says so, against this machine, or against verified people in one office', async () => {
  const kiosk = await createSite('kiosk', { networkAnswersPerHour: 0 })
  const local = await createSite('this-machine', { networkAnswersPerHour: 1 })
  const office = await createSite('office', { networkAnswersPerHour: 1 })
  const { secret } = await createKey(office)
  for (let index = 0; index < 3; index += 1) {
    await sendBatch(kiosk, [createResponse()], from('203.0.113.9'))
    await sendBatch(local, [createResponse()], from('127.0.0.1'))
    const respondentToken = await signToken(secret, claimsOf(office, `colleague ${index}`))
    await sendBatch(office, [createResponse()], { ...from('203.0.113.9'), respondentToken })
  }
  expect(await standing(kiosk)).toMatchObject({ answered: 3, quarantined: {} })
  expect(await standing(local)).toMatchObject({ answered: 3, quarantined: {} })
  expect(findTouchpoint(await readStats(office, 'days=7&lane=verified'), 'recommend')).toMatchObject({ answered: 3, quarantined: {} })
})

test('flags what is odd, and puts only a combination aside', async () => {
  const site = await createSite('odd-ones')
  const shownAt = Date.now() - 5000
  const fast = { shownAt, answeredAt: shownAt + TOO_FAST_MS - 1 }
  const slow = { shownAt, answeredAt: shownAt + TOO_FAST_MS }
  const standingOf = async (changes: Partial<ReturnType<typeof createResponse>>, address = '198.51.100.7') => {
    const response = createResponse(changes)
    await sendBatch(site, [response], from(address))
    const { flags, lane } = await readRow(site, response.id)
    return [flags, lane]
  }
  expect(await standingOf(slow)).toEqual([0, 'production'])
  expect(await standingOf(fast)).toEqual([2, 'production'])
  expect(await standingOf({ ...slow, automated: true })).toEqual([1, 'production'])
  expect(await standingOf({ ...slow, repeated: true })).toEqual([4, 'production'])
  expect(await standingOf({ ...fast, repeated: true })).toEqual([6, 'production'])
  expect(await standingOf({ ...fast, automated: true })).toEqual([3, 'quarantine:automated'])
  expect(await standingOf({ ...slow, automated: true, repeated: true })).toEqual([5, 'quarantine:automated'])
  // Whoever drives a browser on this machine is developing.
  expect(await standingOf({ ...fast, automated: true }, '::1')).toEqual([3, 'production'])
  const page = await (await manage('GET', `/v1/sites/${site.id}/responses?lane=quarantine`)).json<ResponsePage>()
  expect(page.responses.map((row) => row.flags)).toEqual([
    ['automated', 'repeated'],
    ['automated', 'too-fast'],
  ])
  expect(await readDrift(site)).toEqual([])
})

test('lets a member release what was put aside, for good, and put aside what was not', async () => {
  const site = await createSite('judged', { networkAnswersPerHour: 1 })
  const [first, second] = [createResponse({ score: 10 }), createResponse({ score: 10 })]
  for (const response of [first, second]) await sendBatch(site, [response], from('203.0.113.9'))
  await vi.waitFor(async () => expect(await standing(site)).toMatchObject({ quarantined: { 'network-burst': 2 } }))
  expect(await (await judge(site, 'released', first.id)).json()).toEqual({ judged: 1 })
  expect(await standing(site)).toEqual({ answered: 1, quarantined: { 'network-burst': 1 }, value: 100, aside: 1 })
  // What comes after the verdict does not undo it.
  await sendBatch(
    site,
    [{ ...first, rev: 2, automated: true, answeredAt: first.shownAt }, createResponse({ score: 0 })],
    from('203.0.113.9'),
  )
  await vi.waitFor(async () => expect(await standing(site)).toMatchObject({ answered: 1, quarantined: { 'network-burst': 2 } }))
  expect(await readRow(site, first.id)).toMatchObject({ rev: 2, verdict: 'released', quarantined: 'network-burst', lane: 'production' })
  await judge(site, 'confirmed', first.id, second.id)
  expect(await standing(site)).toMatchObject({ answered: 0, quarantined: { 'network-burst': 3 } })
  const [bystander] = [createResponse()]
  await sendBatch(site, [bystander], from('198.51.100.7'))
  await judge(site, 'confirmed', bystander.id)
  expect(await standing(site)).toMatchObject({ answered: 0, quarantined: { 'network-burst': 3, 'by-hand': 1 } })
  expect(await readDrift(site)).toEqual([])
})

test('judges as many at once as the limit says, and only what is there', async () => {
  const site = await createSite('bench')
  const ids = Array.from({ length: LIMITS.verdicts }, createId)
  const missing = await judge(site, 'released', ...ids)
  expect([missing.status, (await readProblem(missing)).type]).toEqual([404, 'urn:pulso:problem:unknown-response'])
  expect((await judge(site, 'released', ...ids, createId())).status).toBe(400)
  expect((await judge(site, 'released')).status).toBe(400)
  expect((await manage('PATCH', `/v1/sites/${site.id}/responses`, { ids: [createId()], verdict: 'burned' })).status).toBe(400)
})
