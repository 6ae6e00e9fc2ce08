import { createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { PATHS, type Site, type TallyCheck, type TallyCheckOrder, type TallyMove } from '@pulso/protocol'
import { expect, test } from 'vitest'
import {
  CAFE,
  callWorker,
  createResponse,
  createSite,
  findTouchpoint,
  manage,
  OPERATOR,
  putSite,
  readDrift,
  readRow,
  readStats,
  readStoredSite,
  storeAnswers,
} from '../../test/talk-to-worker.ts'
import worker from '../index.ts'
import { KeptResponsesStore } from '../privacy/kept-responses-store.ts'
import { rekey } from './rekey.ts'
import { RekeyStore } from './rekey-store.ts'

const DAY_MS = 86_400_000

async function step(site: Site, order: TallyCheckOrder): Promise<TallyCheck> {
  const answer = await manage('POST', PATHS.tallies(site.id), order)
  if (!answer.ok) throw new Error(await answer.text())
  return answer.json<TallyCheck>()
}

async function check(site: Site, action: TallyCheckOrder['action']): Promise<TallyCheck> {
  for (let run: string | null = null; ; ) {
    const done: TallyCheck = await step(site, { action, run })
    if (done.state === 'done') return done
    run = done.run
  }
}

const change = (site: Site, sql: string) => env.DB.prepare(sql).bind(site.id).run()

test('says how far the move is that another time zone makes necessary, and when there is none', async () => {
  const site = await createSite('moving')
  const read = async () => (await (await callWorker(PATHS.tallies(site.id), { headers: OPERATOR })).json<TallyMove>()).moving
  expect(await read()).toBe(null)
  await storeAnswers(site, createResponse(), createResponse())
  expect((await putSite(site.id, { ...site, timeZone: 'Asia/Tokyo' })).status).toBe(200)
  // The walk goes on after the answer; all that is certain is where it ends.
  await expect.poll(read).toMatchObject({ share: 1, isLastLook: true, startedAt: expect.any(Number) })
})

test('finds tallies that are not what the responses say, and makes them so without touching the others', async () => {
  const site = await createSite('wrong-tallies')
  await storeAnswers(
    site,
    createResponse({ score: 9 }),
    createResponse({ score: 3 }),
    createResponse({ touchpoint: 'checkout', promptId: 'csat', kind: 'csat', scaleMax: 5, score: 4 }),
  )
  expect(await check(site, 'verify')).toMatchObject({ scanned: 3, drift: 0, untold: 0, differences: [] })
  await change(site, "UPDATE tallies_day SET s9 = s9 + 5 WHERE site_id = ?1 AND touchpoint = 'recommend'")
  await change(site, "DELETE FROM tallies_hour WHERE site_id = ?1 AND touchpoint = 'checkout'")
  await change(
    site,
    `INSERT INTO tallies_day SELECT site_id, lane, '2020-01-01', touchpoint, prompt_id, segment, kind, scale_max, shown, dismissed, answered, completed,
       comments, s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10 FROM tallies_day WHERE site_id = ?1 LIMIT 1`,
  )
  const found = await check(site, 'verify')
  expect(found.drift).toBe(3)
  expect(found.differences).toContainEqual(expect.objectContaining({ touchpoint: 'recommend', tallied: { s9: 6 }, counted: { s9: 1 } }))
  expect(found.differences).toContainEqual(expect.objectContaining({ at: '2020-01-01' }))
  // To look is not to touch.
  expect((await check(site, 'verify')).drift).toBe(3)
  expect((await check(site, 'rebuild')).drift).toBe(3)
  expect(await check(site, 'verify')).toMatchObject({ drift: 0 })
  expect(await readDrift(site)).toEqual([])
})

test('keeps counting what was retired for its age, and says what nobody can tell of before that was counted', async () => {
  const site = await createSite('retired-tallies', { retentionDays: 30 })
  const old = [40, 40, 9].map((days) => createResponse({ shownAt: Date.now() - days * DAY_MS, answeredAt: Date.now() - days * DAY_MS }))
  await manage('POST', PATHS.siteImport(site.id), { source: 'import', responses: old })
  const before = findTouchpoint(await readStats(site, 'days=60'), 'recommend')
  await new KeptResponsesStore(env.DB, (await readStoredSite(site)).id).retire(old.map(({ id }) => id))
  expect(await check(site, 'rebuild')).toMatchObject({ scanned: 0, drift: 0, untold: 0 })
  expect(findTouchpoint(await readStats(site, 'days=60'), 'recommend')).toEqual(before)
  // As if they had been retired by a Pulso that did not count that yet.
  await change(site, 'DELETE FROM retired_tallies WHERE site_id = ?1')
  await change(site, "UPDATE sites SET retired_before = date('now') WHERE id = ?1")
  expect(await check(site, 'rebuild')).toMatchObject({ drift: 0, untold: 3 })
  expect(findTouchpoint(await readStats(site, 'days=60'), 'recommend')).toEqual(before)
  // Fewer than the responses say is a mistake, whatever was retired.
  await storeAnswers(site, createResponse())
  await change(site, "UPDATE tallies_day SET answered = 0 WHERE site_id = ?1 AND day >= date('now', '-1 day')")
  expect(await check(site, 'rebuild')).toMatchObject({ drift: 1 })
})

test('is exact while answers arrive, change, move and go in the middle of a count', async () => {
  const site = await createSite('busy-count')
  const first = createResponse()
  await storeAnswers(site, first)
  // More than one step counts, some of them with ids behind those that arrive now.
  await change(
    site,
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 12000)
     INSERT INTO responses (site_id, id, rev, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint, touchpoint_key,
       segment, locale, state, occurred_at, day, hour_at, score, received_at)
     SELECT site_id, printf('019%05x-0000-7000-9000-%012x', n, n), 1, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint, touchpoint_key,
       segment, locale, state, occurred_at, day, hour_at, n % 11, received_at FROM responses, numbers WHERE site_id = ?1`,
  )
  const begun = await step(site, { action: 'verify' })
  expect(begun).toMatchObject({ state: 'counting', scanned: 10_000, drift: 0 })
  // One that is behind what has been counted, and one that is still ahead.
  const early = createResponse({ id: '01900001-0000-7000-8000-000000000001', score: 2 })
  const late = createResponse({ id: 'fff00001-0000-7000-8000-000000000001', score: 10 })
  await storeAnswers(site, early, late)
  await storeAnswers(site, { ...early, rev: 2, score: 7, answeredAt: Date.now() - 2 * DAY_MS, shownAt: Date.now() - 2 * DAY_MS })
  await manage('PATCH', PATHS.siteResponses(site.id), { ids: ['01900002-0000-7000-9000-000000000002', late.id], verdict: 'confirmed' })
  await manage('DELETE', `${PATHS.siteResponses(site.id)}/01900003-0000-7000-9000-000000000003`)
  await new KeptResponsesStore(env.DB, (await readStoredSite(site)).id).retire([
    '01900004-0000-7000-9000-000000000004',
    '01902e00-0000-7000-9000-000000002e00',
  ])
  // Today, by the clock of the site: that of SQLite is on another day for an hour or two.
  await change(
    site,
    `UPDATE tallies_day SET s5 = s5 + 1
     WHERE site_id = ?1 AND lane = 'production' AND day = (SELECT MAX(day) FROM tallies_day WHERE site_id = ?1 AND lane = 'production')`,
  )
  const done = await step(site, { action: 'rebuild', run: begun.run })
  expect(done).toMatchObject({ state: 'done', drift: 1, differences: [{ lane: 'production', touchpoint: 'recommend' }] })
  expect(await check(site, 'verify')).toMatchObject({ drift: 0 })
  const left = await env.DB.prepare('SELECT (SELECT COUNT(*) FROM recounts) + (SELECT COUNT(*) FROM recounted) AS n').first('n')
  expect(left).toBe(0)
})

test('lets the newest check end those before it, and the night one that was left', async () => {
  const site = await createSite('two-checks')
  await storeAnswers(site, createResponse())
  await env.DB.prepare(`INSERT INTO recounts (site_id, run, cursor, scanned, hours_from, started_at) VALUES (?1, ?2, '', 0, 0, ?3)`)
    .bind(site.id, '01930000-0000-4000-8000-000000000001', Date.now() - 2 * DAY_MS)
    .run()
  const left = await manage('POST', PATHS.tallies(site.id), { action: 'verify', run: '01930000-0000-4000-8000-000000000002' })
  expect(left.status).toBe(404)
  await worker.scheduled(createScheduledController({ cron: '17 3 * * *' }), env)
  expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM recounts').first('n')).toBe(0)
})

test('moves what is stored to where another time zone and other segments count it', async () => {
  const site = await createSite('moving', { timeZone: 'Europe/Madrid', segments: ['pro'] })
  // 23:30 in Madrid, in winter and in summer, is the next day in Kolkata.
  const at = [Date.UTC(2026, 0, 10, 22, 30), Date.UTC(2026, 6, 10, 21, 30)]
  const named = ['pro', 'gold', undefined, 'pro'] as const
  const responses = named.map((segment, index) =>
    createResponse({ shownAt: at[index % 2] ?? 0, answeredAt: at[index % 2] ?? 0, ...(segment && { segment }) }),
  )
  await manage('POST', PATHS.siteImport(site.id), { source: 'import', responses })
  const readKeys = async () => {
    const rows = await Promise.all(responses.map(({ id }) => readRow(site, id)))
    return rows.map(({ day, segment }) => `${day} ${segment}`)
  }
  expect(await readKeys()).toEqual(['2026-01-10 pro', '2026-07-10 other', '2026-01-10 ', '2026-07-10 pro'])
  const become = async (changes: object) => {
    const answer = await putSite(site.id, { ...CAFE, siteKey: site.siteKey, ...changes })
    expect(answer.status).toBe(200)
    // In the background it may have begun; here the rest of it is done.
    expect(await check(site, 'rebuild')).toMatchObject({ drift: 0 })
    expect(await readDrift(site)).toEqual([])
  }
  await become({ timeZone: 'Asia/Kolkata', segments: ['gold'] })
  expect(await readKeys()).toEqual(['2026-01-11 other', '2026-07-11 gold', '2026-01-11 ', '2026-07-11 other'])
  // Without segments nobody is in one; what they were called is not forgotten.
  await become({ timeZone: 'Europe/Madrid', segments: [] })
  expect(await readKeys()).toEqual(['2026-01-10 ', '2026-07-10 ', '2026-01-10 ', '2026-07-10 '])
  await become({ timeZone: 'Europe/Madrid', segments: ['pro'] })
  expect(await readKeys()).toEqual(['2026-01-10 pro', '2026-07-10 other', '2026-01-10 ', '2026-07-10 pro'])
  expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM rekeys').first('n')).toBe(0)
})

test('goes on by night with what had not moved yet, and looks once more', async () => {
  const site = await createSite('moving-by-night', { timeZone: 'Europe/Madrid' })
  const response = createResponse({ shownAt: Date.UTC(2026, 0, 10, 23, 30), answeredAt: Date.UTC(2026, 0, 10, 23, 30) })
  await manage('POST', PATHS.siteImport(site.id), { source: 'import', responses: [response] })
  expect(await readRow(site, response.id)).toMatchObject({ day: '2026-01-11' })
  await putSite(site.id, { ...CAFE, siteKey: site.siteKey, timeZone: 'America/New_York' })
  await worker.scheduled(createScheduledController({ cron: '17 3 * * *' }), env)
  await worker.scheduled(createScheduledController({ cron: '17 3 * * *' }), env)
  expect(await readRow(site, response.id)).toMatchObject({ day: '2026-01-10' })
  expect(await env.DB.prepare('SELECT COUNT(*) AS n FROM rekeys WHERE site_id = ?1').bind(site.id).first('n')).toBe(0)
  expect(await readDrift(site)).toEqual([])
})

test('moves to the definition of now, also when the night began by another one', async () => {
  const site = await createSite('moving-meanwhile', { timeZone: 'Europe/Madrid' })
  const response = createResponse({ shownAt: Date.UTC(2026, 0, 10, 23, 30), answeredAt: Date.UTC(2026, 0, 10, 23, 30) })
  await manage('POST', PATHS.siteImport(site.id), { source: 'import', responses: [response] })
  const atNightfall = await readStoredSite(site)
  await putSite(site.id, { ...CAFE, siteKey: site.siteKey, timeZone: 'America/New_York' })
  for (let walk = 0; walk < 2; walk += 1) await rekey(env, atNightfall, true)
  expect(await readRow(site, response.id)).toMatchObject({ day: '2026-01-10' })
})

test('moves nothing by a definition that is replaced while a window is under way', async () => {
  const site = await createSite('moving-overtaken', { timeZone: 'Europe/Madrid' })
  const response = createResponse({ shownAt: Date.UTC(2026, 0, 10, 23, 30), answeredAt: Date.UTC(2026, 0, 10, 23, 30) })
  await manage('POST', PATHS.siteImport(site.id), { source: 'import', responses: [response] })
  await change(site, `INSERT INTO rekeys (site_id, run, cursor, moved, walks_left, started_at) VALUES (?1, 'overtaken', '', 0, 1, 0)`)
  const step = await new RekeyStore(env.DB, await readStoredSite(site)).step(async () => {
    await putSite(site.id, { ...CAFE, siteKey: site.siteKey, timeZone: 'America/New_York' })
    return (row) => ({ ...row, day: '2026-01-09' })
  })
  expect(step?.moved).toBe(0)
  expect(await check(site, 'rebuild')).toMatchObject({ drift: 0 })
  expect(await readRow(site, response.id)).toMatchObject({ day: '2026-01-10' })
})
