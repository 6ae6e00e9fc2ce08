import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { countedOf, countNight, may, merged, movesOf, NIGHT, pairsOf, storeOf } from '../../test/counted-months.ts'
import { CSAT, NPS, type PastAnswer, storePast, toPerson } from '../../test/past-answers.ts'
import { CAFE, createSite, manage, putSite } from '../../test/talk-to-worker.ts'
import { keepHouse } from '../privacy/keep-house.ts'

// The two that run whole nights come first, while there are few sites to keep house for.
test('keeps what answers had counted when they are deleted for their age, and counts such a month never again', async () => {
  const site = await createSite('aged', { retentionDays: 60 })
  await storePast(site, [...may(1, 10), ...may(2, 3), { who: toPerson('p', 1), day: '2026-06-01', ...NPS, score: 0 }])
  await keepHouse(env, NIGHT)
  const before = [await pairsOf(site, '2026-05'), await movesOf(site, '2026-05')]
  // On 10 July what happened until 11 May is gone: the NPS of both, not yet what they said at the checkout.
  await keepHouse(env, Date.parse('2026-07-10T03:17:00Z'))
  await keepHouse(env, Date.parse('2026-07-11T03:17:00Z'))
  const left = await env.DB.prepare('SELECT COUNT(*) AS n FROM responses WHERE site_id = ?1').bind(site.id).first('n')
  expect(left).toBe(3)
  expect([await pairsOf(site, '2026-05'), await movesOf(site, '2026-05')]).toEqual(before)
  // Nor what is left of it, if the site now keeps everything.
  await manage('PUT', `/v1/sites/${site.id}`, { ...CAFE, siteKey: site.siteKey })
  await keepHouse(env, Date.parse('2026-07-12T03:17:00Z'))
  expect([await pairsOf(site, '2026-05'), await movesOf(site, '2026-05')]).toEqual(before)
})

test('takes an erased person out of a month that is kept only as counts, as far as what is stored tells where they are', async () => {
  const site = await createSite('aged-and-left', { retentionDays: 60 })
  const late = (number: number, score: number): PastAnswer[] => [
    { who: toPerson('p', number), day: '2026-05-28', ...NPS, score },
    { who: toPerson('p', number), day: '2026-05-29', ...CSAT, score: score > 6 ? 5 : 1 },
  ]
  const ids = await storePast(site, [
    ...may(1, 10),
    ...late(2, 9),
    ...late(3, 2),
    { who: toPerson('p', 2), day: '2026-06-05', ...NPS, score: 8 },
  ])
  await keepHouse(env, Date.parse('2026-06-29T03:17:00Z'))
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 0, 0, 1], promoter: [0, 1, 0, 0, 1] })
  await keepHouse(env, Date.parse('2026-07-10T03:17:00Z'))
  await manage('DELETE', `/v1/sites/${site.id}/respondents/${toPerson('p', 2)}`)
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 0, 0, 1], promoter: [0, 0, 0, 0, 1] })
  expect(await pairsOf(site, '2026-05')).toEqual({
    checkout: [
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 1],
    ],
  })
  // One answer less: the person is still there, and recommends nothing any more.
  await manage('DELETE', `/v1/sites/${site.id}/responses/${ids[4]}`)
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 0, 0, 0], none: [0, 0, 0, 0, 1], promoter: [0, 0, 0, 0, 1] })
  expect((await pairsOf(site, '2026-05'))['checkout']?.[0]).toEqual([0, 0, 0])
})

test('lets an erased person leave at once, and counts the month without them the next night', async () => {
  const site = await createSite('left')
  await storePast(site, [...may(1, 10), ...may(2, 3), { who: toPerson('p', 1), day: '2026-06-01', ...NPS, score: 0 }])
  await countNight(site, NIGHT)
  expect(await pairsOf(site, '2026-05')).toEqual({
    checkout: [
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 1],
    ],
  })
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 0, 0, 1], promoter: [1, 0, 0, 0, 0] })
  await manage('DELETE', `/v1/sites/${site.id}/respondents/${toPerson('p', 1)}`)
  for (const month of ['2026-05', '2026-06']) {
    expect([await pairsOf(site, month), await movesOf(site, month)]).toEqual([{}, {}])
    expect(await countedOf(site)).not.toContain(month)
  }
  await countNight(site, NIGHT)
  expect(await pairsOf(site, '2026-05')).toEqual({
    checkout: [
      [1, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
  })
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 0, 0, 1] })
  expect(await movesOf(site, '2026-06')).toEqual({})
})

test('lets one erased answer leave a month that was final long ago', async () => {
  const site = await createSite('one-less')
  const [nps] = await storePast(site, may(1, 10))
  const later = Date.parse('2026-09-01T03:17:00Z')
  await countNight(site, later)
  expect(await movesOf(site, '2026-05')).toEqual({ promoter: [0, 0, 0, 0, 1] })
  await manage('DELETE', `/v1/sites/${site.id}/responses/${nps}`)
  await countNight(site, later)
  expect(await movesOf(site, '2026-05')).toEqual({ none: [0, 0, 0, 0, 1] })
  expect(await pairsOf(site, '2026-05')).toEqual({})
})

test('gives the others of a month back that a report no longer shows, when somebody of them is erased', async () => {
  const site = await createSite('left-long-ago')
  const day = '2024-01-10'
  await storePast(site, [
    { who: toPerson('p', 1), day, ...NPS, score: 10 },
    { who: toPerson('p', 2), day, ...NPS, score: 2 },
  ])
  await countNight(site, Date.parse('2024-04-20T03:17:00Z'))
  await manage('DELETE', `/v1/sites/${site.id}/respondents/${toPerson('p', 1)}`)
  expect(await movesOf(site, '2024-01')).toEqual({})
  await countNight(site, NIGHT)
  expect(await movesOf(site, '2024-01')).toEqual({ detractor: [0, 0, 0, 0, 1] })
})

test('takes somebody out of every month that their one answer of a year has been in', async () => {
  const prompts = CAFE.prompts.map((prompt) => (prompt.id === 'nps' ? { ...prompt, wave: 'year' as const } : prompt))
  const site = await createSite('long-wave', { prompts })
  const who = toPerson('v', 1)
  await storePast(site, [{ who, day: '2026-02-03', ...NPS, score: 9 }])
  await countNight(site, Date.parse('2026-04-20T03:17:00Z'))
  await storePast(site, [{ who, day: '2026-06-03', ...NPS, score: 9 }])
  await countNight(site, NIGHT)
  expect(await movesOf(site, '2026-02', 'verified')).toEqual({ promoter: [0, 0, 0, 0, 1] })
  expect(await movesOf(site, '2026-06', 'verified')).toEqual({ promoter: [0, 0, 0, 0, 1] })
  await manage('DELETE', `/v1/sites/${site.id}/respondents/${who}`)
  for (const month of ['2026-02', '2026-06']) expect(await movesOf(site, month, 'verified')).toEqual({})
  await countNight(site, NIGHT)
  for (const month of ['2026-02', '2026-06']) expect(await movesOf(site, month, 'verified')).toEqual({})
})

test('takes somebody who answered at two touchpoints that are one now out of a closed month once, and nobody else', async () => {
  const site = await createSite('merged-and-left')
  const late = (number: number): PastAnswer[] => [
    { who: toPerson('p', number), day: '2026-05-28', ...NPS, score: 10 },
    { who: toPerson('p', number), day: '2026-05-29', ...CSAT, score: 5 },
  ]
  await storePast(site, [...late(1), ...late(2), { who: toPerson('p', 2), day: '2026-05-30', ...CSAT, touchpoint: 'pickup', score: 5 }])
  await putSite(site.id, merged(site))
  await countNight(site, Date.parse('2026-06-29T03:17:00Z'))
  await (await storeOf(site)).close('2026-05')
  await manage('DELETE', `/v1/sites/${site.id}/respondents/${toPerson('p', 2)}`)
  const pairs = await pairsOf(site, '2026-05')
  expect([pairs['checkout']?.[2], pairs['pickup']?.[2]]).toEqual([
    [0, 0, 1],
    [0, 0, 0],
  ])
})
