import { createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { LIMITS } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { CAFE, createResponse, createSite, findTouchpoint, manage, putSite, readStats, storeAnswers } from '../../test/talk-to-worker.ts'
import worker from '../index.ts'
import { keepHouse } from './keep-house.ts'

const DAY_MS = 86_400_000

type TestSite = Awaited<ReturnType<typeof createSite>>

/** Stores history, one answer for each number of days ago. */
async function importHistory(site: TestSite, daysAgo: number[], source: 'import' | 'demo' = 'import') {
  const responses = daysAgo.map((days) => {
    const at = Date.now() - days * DAY_MS
    return createResponse({ shownAt: at - 1000, answeredAt: at })
  })
  await manage('POST', `/v1/sites/${site.id}/import`, { source, responses })
  return responses.map(({ id }) => id)
}

const idsOf = async (site: TestSite) =>
  (await env.DB.prepare('SELECT id FROM responses WHERE site_id = ?1 ORDER BY id').bind(site.id).all<{ id: string }>()).results.map(
    ({ id }) => id,
  )

test('deletes answers past the retention of their site at night, and changes no score by it', async () => {
  const [limited, unlimited] = [await createSite('thirty-days', { retentionDays: 30 }), await createSite('for-ever')]
  const [, , young, today] = await importHistory(limited, [400, 31, 29, 0])
  await importHistory(unlimited, [400, 31])
  const [demo] = await importHistory(limited, [200], 'demo')
  const before = await readStats(limited, 'days=732')
  await worker.scheduled(createScheduledController({ cron: '17 3 * * *' }), env)
  expect(await idsOf(limited)).toEqual([young, today, demo].sort())
  expect(await idsOf(unlimited)).toHaveLength(2)
  const after = await readStats(limited, 'days=732')
  expect(findTouchpoint(after, 'recommend')).toEqual(findTouchpoint(before, 'recommend'))
  expect(after.site.demoResponses).toBe(1)
  // What is erased of the rest is still subtracted.
  await manage('DELETE', `/v1/sites/${limited.id}/responses/${today}`)
  expect(findTouchpoint(await readStats(limited, 'days=732'), 'recommend').answered).toBe(4)
})

test('goes by when an answer happened, not by the time inside its id', async () => {
  const site = await createSite('liars', { retentionDays: 30 })
  const future = { ...createResponse(), id: 'ffffffff-ffff-7000-8000-000000000001' }
  await manage('POST', `/v1/sites/${site.id}/import`, {
    source: 'import',
    responses: [{ ...future, shownAt: Date.now() - 90 * DAY_MS, answeredAt: Date.now() - 90 * DAY_MS }],
  })
  await storeAnswers(site, createResponse({ id: '00000000-0000-7000-8000-000000000001' }))
  await keepHouse(env, Date.now())
  expect(await idsOf(site)).toEqual(['00000000-0000-7000-8000-000000000001'])
})

test('keeps answers longer than their senders retry, and no site may ask for less', async () => {
  expect(LIMITS.retentionDaysLeast).toBeGreaterThan(LIMITS.lateDays)
  const statusFor = async (retentionDays: number) =>
    (await putSite('retention-limits', { ...CAFE, siteKey: 'pk_retention', retentionDays })).status
  expect(await statusFor(LIMITS.retentionDaysLeast)).toBe(200)
  expect(await statusFor(LIMITS.retentionDaysLeast - 1)).toBe(400)
  expect(await statusFor(LIMITS.retentionDaysMost)).toBe(200)
  expect(await statusFor(LIMITS.retentionDaysMost + 1)).toBe(400)
})

test('forgets erasures once nothing can bring them back any more, and not a day before', async () => {
  const site = await createSite('old-graves')
  const response = createResponse()
  await storeAnswers(site, response)
  await manage('DELETE', `/v1/sites/${site.id}/responses/${response.id}`)
  const graves = () => env.DB.prepare('SELECT COUNT(*) AS n FROM tombstones WHERE site_id = ?1').bind(site.id).first('n')
  await keepHouse(env, Date.now() + (LIMITS.erasureDays - 1) * DAY_MS)
  expect(await graves()).toBe(1)
  await keepHouse(env, Date.now() + (LIMITS.erasureDays + 1) * DAY_MS)
  expect(await graves()).toBe(0)
  const log = env.ERASURE_LOG.get(env.ERASURE_LOG.idFromName(site.id))
  expect(await log.list(0)).toEqual([])
})

test('keeps the retention of every site, however much there is to move, and moves the rest the next night', async () => {
  const sites = [await createSite('moves-first', { retentionDays: 30 }), await createSite('moves-next', { retentionDays: 30 })]
  for (const site of sites) {
    await importHistory(site, [400])
    await env.DB.prepare(`INSERT INTO rekeys (site_id, run, cursor, moved, walks_left, started_at) VALUES (?1, 'a', '', 0, 1, 0)`)
      .bind(site.id)
      .run()
  }
  const moving = async () => (await env.DB.prepare('SELECT site_id FROM rekeys').all()).results.map((row) => row['site_id'])
  await keepHouse(env, Date.now(), 1)
  expect(await moving()).toEqual(['moves-next'])
  for (const site of sites) expect(await idsOf(site)).toEqual([])
  await keepHouse(env, Date.now(), 1)
  expect(await moving()).toEqual([])
})
