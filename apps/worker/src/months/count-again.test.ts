import { env } from 'cloudflare:workers'
import type { Site } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { countInterrupted, countNight, may, merged, movesOf, pairsOf, storeOf } from '../../test/counted-months.ts'
import { CSAT, NPS, storePast, toPerson } from '../../test/past-answers.ts'
import { CAFE, createResponse, createSite, manage, putSite, readStoredSite } from '../../test/talk-to-worker.ts'
import { toFirstId } from '../ingest/response-store.ts'
import { rekey } from '../tallies/rekey.ts'
import type { MonthStore } from './month-store.ts'

test('counts a final month again when somebody decides about an answer in it, and lets it leave when it is erased', async () => {
  const site = await createSite('judged-late')
  const ids = await storePast(site, may(1, 10))
  const later = Date.parse('2026-09-01T03:17:00Z')
  await countNight(site, later)
  await manage('PATCH', `/v1/sites/${site.id}/responses`, { ids: [ids[0]], verdict: 'confirmed' })
  expect(await movesOf(site, '2026-05')).toEqual({ promoter: [0, 0, 0, 0, 1] })
  await countNight(site, later)
  expect(await movesOf(site, '2026-05')).toEqual({ none: [0, 0, 0, 0, 1] })
  // In quarantine it is in no count; between the verdict and the night it still is, and leaves all the same.
  await manage('PATCH', `/v1/sites/${site.id}/responses`, { ids: [ids[1]], verdict: 'confirmed' })
  await manage('DELETE', `/v1/sites/${site.id}/responses/${ids[1]}`)
  expect(await movesOf(site, '2026-05')).toEqual({})
})

test('keeps nothing of a count when an answer that it has looked at is judged, erased or closed before it is written', async () => {
  const later = Date.parse('2026-09-01T03:17:00Z')
  const promoter = { promoter: [0, 0, 0, 0, 1] }
  const notFinal = ['2026-09', '2026-08', '2026-07']
  /** A site whose final May is to be counted again, last, and was interrupted. */
  const interrupt = async (name: string, act: (site: Pick<Site, 'id'>, ids: string[], store: MonthStore) => Promise<unknown>) => {
    const site = await createSite(name)
    const ids = await storePast(site, may(1, 10))
    await countNight(site, later)
    const store = await storeOf(site)
    await store.recount(['2026-05'])
    expect(await countInterrupted(site, later, notFinal.length, () => act(site, ids, store))).toEqual(notFinal)
    return site
  }
  const judged = await interrupt('judged-meanwhile', (site, [nps]) =>
    manage('PATCH', `/v1/sites/${site.id}/responses`, { ids: [nps], verdict: 'confirmed' }),
  )
  expect(await movesOf(judged, '2026-05')).toEqual(promoter)
  await countNight(judged, later)
  expect(await movesOf(judged, '2026-05')).toEqual({ none: [0, 0, 0, 0, 1] })
  const left = await interrupt('left-meanwhile', (site) => manage('DELETE', `/v1/sites/${site.id}/respondents/${toPerson('p', 1)}`))
  expect([await movesOf(left, '2026-05'), await pairsOf(left, '2026-05')]).toEqual([{}, {}])
  const closed = await interrupt('closed-meanwhile', (_site, _ids, store) => store.close('2026-05'))
  expect(await movesOf(closed, '2026-05')).toEqual(promoter)
  expect((await pairsOf(closed, '2026-05'))['checkout']?.[2]).toEqual([0, 0, 1])
})

test('counts a final month again when history is imported into it', async () => {
  const site = await createSite('late-history')
  await storePast(site, may(1, 10))
  const later = Date.parse('2026-09-01T03:17:00Z')
  await countNight(site, later)
  const at = Date.parse('2026-05-10T12:00:00Z')
  const id = `${toFirstId(at)}-7000-8000-00000000000a`
  const response = createResponse({ id, shownAt: at - 1000, answeredAt: at, score: 2 })
  const imported = await manage('POST', `/v1/sites/${site.id}/import`, {
    source: 'import',
    responses: [{ ...response, respondentId: 'somebody-of-then' }],
  })
  expect(await imported.json()).toEqual({ stored: 1 })
  await countNight(site, later)
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 0, 0, 1], promoter: [0, 0, 0, 0, 1] })
  await manage('DELETE', `/v1/sites/${site.id}/responses?source=import`)
  await countNight(site, later)
  expect(await movesOf(site, '2026-05')).toEqual({ promoter: [0, 0, 0, 0, 1] })
})

test('counts nobody any more when all that there was had been imported and is removed', async () => {
  const site = await createSite('all-imported')
  await storePast(site, may(1, 10))
  await env.DB.prepare(`UPDATE responses SET source = 'import' WHERE site_id = ?1`).bind(site.id).run()
  const later = Date.parse('2026-09-01T03:17:00Z')
  await countNight(site, later)
  expect(await movesOf(site, '2026-05')).toEqual({ promoter: [0, 0, 0, 0, 1] })
  await manage('DELETE', `/v1/sites/${site.id}/responses?source=import`)
  await countNight(site, later)
  expect([await movesOf(site, '2026-05'), await pairsOf(site, '2026-05')]).toEqual([{}, {}])
})

test('counts final months again when answers in them are claimed from the unmapped tray', async () => {
  const site = await createSite('claimed-late')
  await storePast(
    site,
    may(1, 10).map((answer) => (answer.kind === 'csat' ? { ...answer, touchpoint: 'kiosk' } : answer)),
  )
  const later = Date.parse('2026-09-01T03:17:00Z')
  await countNight(site, later)
  const kiosk = { key: 'kiosk', stage: 'purchase', name: { en: 'Kiosk' } }
  await putSite(site.id, { ...CAFE, siteKey: site.siteKey, touchpoints: [...CAFE.touchpoints, kiosk] })
  await manage('POST', `/v1/sites/${site.id}/unmapped/claim`, { name: 'kiosk' })
  await countNight(site, later)
  expect(Object.keys(await pairsOf(site, '2026-05'))).toEqual(['kiosk'])
})

test('counts somebody once who answered at two touchpoints that are one now, and twice when they are two again', async () => {
  const site = await createSite('merged-later')
  const who = toPerson('p', 1)
  await storePast(site, [...may(1, 10), { who, day: '2026-05-25', ...CSAT, touchpoint: 'pickup', score: 1 }])
  const later = Date.parse('2026-09-01T03:17:00Z')
  const [bad, good] = [0, 2].map((row) => [0, 1, 2].map((band) => (band === row ? [0, 0, 1] : [0, 0, 0])))
  await countNight(site, later)
  expect(await pairsOf(site, '2026-05')).toEqual({ checkout: good, pickup: bad })
  const journey = await (await manage('GET', `/v1/sites/${site.id}/journey.json`)).json()
  expect((await putSite(site.id, merged(site))).status).toBe(200)
  await countNight(site, later)
  // The later answer, by the key that it was stored under.
  expect(await pairsOf(site, '2026-05')).toEqual({ pickup: bad })
  expect((await manage('PUT', `/v1/sites/${site.id}/journey.json`, journey)).status).toBe(200)
  await countNight(site, later)
  expect(await pairsOf(site, '2026-05')).toEqual({ checkout: good, pickup: bad })
})

test('counts final months again when another time zone has put answers into other ones', async () => {
  const site = await createSite('moved-east', { timeZone: 'UTC' })
  const at = Date.parse('2026-05-31T18:00:00Z')
  await storePast(site, [{ who: toPerson('p', 1), day: '2026-05-31', ...NPS, score: 2, shownAt: at - 1000, answeredAt: at }])
  const later = Date.parse('2026-09-01T03:17:00Z')
  await countNight(site, later)
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 0, 0, 1] })
  await putSite(site.id, { ...CAFE, siteKey: site.siteKey, timeZone: 'Asia/Tokyo' })
  await rekey(env, await readStoredSite(site), true)
  await countNight(site, later)
  expect([await movesOf(site, '2026-05'), await movesOf(site, '2026-06')]).toEqual([{}, { detractor: [0, 0, 0, 0, 1] }])
})
