import type { AlertReport, Journey, LiveFrame, ReleaseList, Report, SharedComments, ThemesReport } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createBusySite, lookThrough, makeShare, SEGMENTS } from '../../test/share-link.ts'
import { CAFE, callWorker, createResponse, createSite, findTouchpoint, manage, storeAnswers } from '../../test/talk-to-worker.ts'
import { watch } from '../../test/watch-live.ts'

test('lifts no filter, whatever is asked', { timeout: 30_000 }, async () => {
  const site = await createBusySite('shared-filter')
  await manage('POST', `/v1/sites/${site.id}/releases`, { id: 'v1', touchpoints: ['recommend'], url: 'https://intern.example/1' })
  await manage('POST', `/v1/sites/${site.id}/releases`, {
    id: 'v2',
    touchpoints: ['checkout', 'recommend'],
    url: 'https://intern.example/2',
  })
  const { ask, read } = await lookThrough(
    await makeShare(site, { filter: { stage: ['purchase'], touchpoint: ['checkout', 'recommend'], segment: ['gold'] }, comments: true }),
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
  const { ask, read } = await lookThrough(await makeShare(site, { comments: true }))
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
  const rolling = await lookThrough(await makeShare(site, { range: { days: 30 }, comments: true }))
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

  const fixed = await lookThrough(await makeShare(site, { range: { from: dayAgo(45), to: dayAgo(35) } }))
  const whole = await fixed.read<Report>(stats)
  expect([whole.range, findTouchpoint(whole, 'recommend').answered]).toEqual([{ from: dayAgo(45), to: dayAgo(35) }, 1])
  expect((await fixed.ask(`${stats}?days=30`)).status).toBe(403)
})

test('hears only of what it shows, and ends with its next frame when it is ended', async () => {
  const site = await createSite('shared-live')
  const link = await makeShare(site, { filter: { touchpoint: ['checkout'] }, comments: true })
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

test('hears nothing of answers that its filters leave out at a touchpoint that it shows', async () => {
  const site = await createBusySite('shared-live-part')
  const { token } = await lookThrough(await makeShare(site, { filter: { segment: ['gold'] } }))
  const path = `/v1/sites/${site.id}/live`
  const [own, shared] = [await watch(path), await watch(path, { 'Sec-WebSocket-Protocol': `pulso, ${token}` })]
  await Promise.all([own, shared].map((socket) => socket.next(() => true)))
  const countIn = ({ report }: LiveFrame) => findTouchpoint(report, 'recommend').answered
  await storeAnswers(site, createResponse({ segment: 'plain' }))
  await own.next((frame) => countIn(frame) === 3)
  await storeAnswers(site, createResponse({ segment: 'gold' }))
  await shared.next((frame) => countIn(frame) === 2)
  expect(shared.frames.map(countIn)).toEqual([1, 2])
})

test('shows nothing of a touchpoint that has become part of another', async () => {
  const site = await createBusySite('shared-merged')
  const { read } = await lookThrough(await makeShare(site, { filter: { touchpoint: ['checkout'] } }))
  const touchpoints = [
    { key: 'recommend', stage: 'advocacy', name: { en: 'Recommend' }, formerly: ['checkout'] },
    ...(CAFE.touchpoints ?? []).filter(({ key }) => key === 'pickup'),
  ]
  const prompts = CAFE.prompts?.filter(({ id }) => id !== 'csat') ?? []
  await createSite('shared-merged', { segments: SEGMENTS, touchpoints, prompts })
  const report = await read<Report>(`/v1/sites/${site.id}/stats`)
  expect([report.stages, report.unmapped]).toEqual([[], null])
})
