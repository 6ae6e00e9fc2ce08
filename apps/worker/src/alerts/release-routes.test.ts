import { env } from 'cloudflare:workers'
import { type AlertReport, LIMITS, PATHS, type Release, type ReleaseList, type ReleaseReport, type Site } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { SeededRandom } from '../../test/seeded-random.ts'
import { lookThrough, makeShare } from '../../test/share-link.ts'
import { CAFE, createSite, manage } from '../../test/talk-to-worker.ts'
import { addDays, toLocalTime } from '../reports/local-time.ts'

const DAY_MS = 86_400_000

const mark = (site: Site, release: object) => manage('POST', PATHS.releases(site.id), release)
const list = async (site: Site, query = '') =>
  (await (await manage('GET', `${PATHS.releases(site.id)}${query}`)).json<ReleaseList>()).releases.map(({ id }) => id)
const readAlerts = async (site: Site, query = '') => (await manage('GET', `${PATHS.alerts(site.id)}${query}`)).json<AlertReport>()

/** Seeded day tallies, as the triggers would leave them: about so many answers a day up to yesterday, each satisfied with the chance of its day. */
async function plantTallies(
  site: Site,
  touchpoint: string,
  toShare: (daysAgo: number) => number,
  { lane = 'production', answers = 60, seed = 1 } = {},
) {
  const random = new SeededRandom(seed)
  const today = toLocalTime(Date.now(), site.timeZone).day
  const rows = random.many(200, (index) => {
    const daysAgo = index + 1
    const scores = [0, 0]
    random.many(answers, () => {
      const satisfied = random.next() < toShare(daysAgo) ? 1 : 0
      scores[satisfied] = (scores[satisfied] ?? 0) + 1
    })
    return { day: addDays(today, -daysAgo), bad: scores[0], good: scores[1] }
  })
  const none = Array.from({ length: 11 }, (_, score) => (score === 2 ? `value ->> 'bad'` : score === 5 ? `value ->> 'good'` : '0'))
  await env.DB.prepare(
    `INSERT INTO tallies_day (site_id, lane, day, touchpoint, prompt_id, segment, kind, scale_max, shown, dismissed, answered, completed, comments,
       s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
     SELECT ?1, ?2, value ->> 'day', ?3, ?3, 'other', 'csat', 5, ?4, 0, ?4, ?4, 0, ${none.join(', ')} FROM json_each(?5)`,
  )
    .bind(site.id, lane, touchpoint, answers, JSON.stringify(rows))
    .run()
}

test('keeps one release per id, however often a pipeline sends it', async () => {
  const site = await createSite('pipeline')
  const before = Date.now()
  const first = await mark(site, { id: 'v1.2.0+3', touchpoints: ['checkout'], url: 'https://example.com/v1.2.0' })
  expect(first.status).toBe(201)
  const release = await first.json<Release>()
  expect(release).toMatchObject({ id: 'v1.2.0+3', name: 'v1.2.0+3', touchpoints: ['checkout'], url: 'https://example.com/v1.2.0' })
  expect(release.at).toBeGreaterThanOrEqual(before)
  const again = await mark(site, { id: 'v1.2.0+3', name: 'Faster payment' })
  expect(again.status).toBe(200)
  expect(await again.json<Release>()).toEqual({ id: 'v1.2.0+3', name: 'Faster payment', at: release.at, touchpoints: [], url: null })
  expect(await list(site)).toEqual(['v1.2.0+3'])
})

test('lists the newest first, of a range of days of the site, and forgets what is deleted', async () => {
  const site = await createSite('list')
  // Half past eleven at night in Madrid is half past ten in UTC, and half past midnight is the day before there.
  await mark(site, { id: 'late', at: Date.parse('2026-01-10T22:30:00Z') })
  await mark(site, { id: 'early', at: Date.parse('2026-01-10T23:30:00Z') })
  await mark(site, { id: 'old', at: Date.parse('2025-05-01T12:00:00Z') })
  expect(await list(site)).toEqual(['early', 'late', 'old'])
  expect(await list(site, '?from=2026-01-11')).toEqual(['early'])
  expect(await list(site, '?from=2026-01-10&to=2026-01-10')).toEqual(['late'])
  expect(await list(site, '?to=2026-01-01')).toEqual(['old'])
  expect((await manage('DELETE', PATHS.release(site.id, 'late'))).status).toBe(204)
  expect((await manage('DELETE', PATHS.release(site.id, 'late'))).status).toBe(404)
  expect((await manage('GET', PATHS.release(site.id, 'late'))).status).toBe(404)
  expect(await list(site)).toEqual(['early', 'old'])
})

test('refuses what would concern nothing, and what is no release', async () => {
  const site = await createSite('refused')
  const statusOf = async (release: object) => (await mark(site, release)).status
  expect(await statusOf({ id: 'v1', touchpoints: ['chekout'] })).toBe(400)
  expect(await statusOf({})).toBe(400)
  expect(await statusOf({ id: 'v1', url: 'javascript:alert(1)' })).toBe(400)
  expect(await statusOf({ id: 'v/1' })).toBe(400)
  expect(await statusOf({ id: 'v'.repeat(LIMITS.keyLength) })).toBe(201)
  expect(await statusOf({ id: 'v'.repeat(LIMITS.keyLength + 1) })).toBe(400)
  expect((await manage('GET', `${PATHS.releases(site.id)}?from=yesterday`)).status).toBe(400)
})

test('keeps the newest of too many', async () => {
  const site = await createSite('too-many')
  await env.DB.prepare(
    `INSERT INTO releases (site_id, id, name, at, touchpoints) SELECT ?1, 'r' || value, 'r', value, '[]' FROM json_each(?2)`,
  )
    .bind(site.id, JSON.stringify(Array.from({ length: LIMITS.releases }, (_, index) => index + 1)))
    .run()
  expect(await list(site)).toHaveLength(LIMITS.releases)
  await mark(site, { id: 'one-past' })
  const kept = await list(site)
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([LIMITS.releases, 'one-past', 'r2'])
})

test('finds a drop in the tallies and the release beside it, and nothing where nothing happened', async () => {
  const site = await createSite('dropped')
  await plantTallies(site, 'checkout', (daysAgo) => (daysAgo <= 9 ? 0.68 : 0.86), { seed: 3 })
  await plantTallies(site, 'pickup', () => 0.8, { seed: 4 })
  await plantTallies(site, 'recommend', (daysAgo) => (daysAgo % 7 < 2 ? 0.6 : 0.85), { seed: 5 })
  const at = Date.now() - 9 * DAY_MS
  await mark(site, { id: 'new-payment', at, touchpoints: ['checkout'] })
  await mark(site, { id: 'new-counter', at, touchpoints: ['pickup'] })
  const report = await readAlerts(site)
  expect(report.through).toBe(addDays(toLocalTime(Date.now(), site.timeZone).day, -1))
  expect(report.alerts.map(({ touchpoint, state }) => [touchpoint, state])).toEqual([
    ['checkout', 'lower'],
    ['pickup', 'steady'],
    ['recommend', 'steady'],
  ])
  const [drop] = report.alerts[0]?.changes ?? []
  expect(drop?.change?.high).toBeLessThan(0)
  expect(drop?.releases).toEqual(['new-payment'])
  expect(report.releases.map(({ id }) => id)).toEqual(['new-payment'])
  const release = await (await manage('GET', PATHS.release(site.id, 'new-payment'))).json<ReleaseReport>()
  expect(release.changes.map(({ touchpoint }) => touchpoint)).toEqual(['checkout'])
  expect(release.changes[0]?.value).toBeLessThan(-5)
  // Other lanes are other answers.
  expect((await readAlerts(site, '?lane=verified')).alerts).toEqual([])
  expect((await manage('GET', `${PATHS.alerts(site.id)}?lane=quarantine`)).status).toBe(400)
})

test('names no release to a share link that came after its days, however near the change', async () => {
  const site = await createSite('dropped-shared')
  await plantTallies(site, 'checkout', (daysAgo) => (daysAgo <= 9 ? 0.3 : 0.86), { seed: 3 })
  await mark(site, { id: 'within', at: Date.now() - 9 * DAY_MS, touchpoints: ['checkout'] })
  await mark(site, { id: 'later', at: Date.now() - 3 * DAY_MS, touchpoints: ['checkout'] })
  const today = toLocalTime(Date.now(), site.timeZone).day
  const { read } = await lookThrough(await makeShare(site, { range: { from: addDays(today, -190), to: addDays(today, -5) } }))
  const namesOf = ({ alerts, releases }: AlertReport) => [alerts[0]?.changes[0]?.releases, releases.map(({ id }) => id).sort()]
  expect(namesOf(await readAlerts(site))).toEqual([
    ['within', 'later'],
    ['later', 'within'],
  ])
  expect(namesOf(await read<AlertReport>(PATHS.alerts(site.id)))).toEqual([['within'], ['within']])
})

test('says of a release of today that nothing can be compared yet', async () => {
  const site = await createSite('today')
  await plantTallies(site, 'checkout', () => 0.8)
  await mark(site, { id: 'now' })
  for (const at of [0, LIMITS.releaseAt]) {
    await mark(site, { id: 'at-the-end', at })
    expect(await (await manage('GET', PATHS.release(site.id, 'at-the-end'))).json<ReleaseReport>()).toMatchObject({ at, changes: [] })
  }
  expect(await (await manage('GET', PATHS.release(site.id, 'now'))).json<ReleaseReport>()).toMatchObject({ id: 'now', changes: [] })
})

test('keeps a release at its touchpoint, whatever that is called by now', async () => {
  const site = await createSite('renamed-release')
  await plantTallies(site, 'checkout', (daysAgo) => (daysAgo <= 9 ? 0.68 : 0.86), { seed: 3 })
  await mark(site, { id: 'new-payment', at: Date.now() - 9 * DAY_MS, touchpoints: ['checkout'] })
  const [checkout, ...others] = CAFE.touchpoints
  if (!checkout) throw new Error('the café has touchpoints')
  await createSite('renamed-release', {
    touchpoints: [{ ...checkout, key: 'till', formerly: ['checkout'] }, ...others],
    prompts: CAFE.prompts.map((prompt) => (prompt.id === 'csat' ? { ...prompt, touchpoints: ['till'] } : prompt)),
  })
  const { alerts } = await readAlerts(site)
  expect(alerts.map(({ touchpoint, changes }) => [touchpoint, changes[0]?.releases])).toEqual([['till', ['new-payment']]])
  const release = await (await manage('GET', PATHS.release(site.id, 'new-payment'))).json<ReleaseReport>()
  expect(release.changes.map(({ touchpoint }) => touchpoint)).toEqual(['till'])
  // The pipeline still says what the touchpoint was called.
  expect((await mark(site, { id: 'next', touchpoints: ['checkout'] })).status).toBe(201)
})

test('concerns all parts of what was split, and no other touchpoint once its own is gone', async () => {
  const site = await createSite('split-release')
  for (const touchpoint of ['checkout', 'form', 'recommend']) await plantTallies(site, touchpoint, () => 0.8)
  const at = Date.now() - 9 * DAY_MS
  await mark(site, { id: 'new-payment', at, touchpoints: ['checkout'] })
  await mark(site, { id: 'new-counter', at, touchpoints: ['pickup'] })
  const [checkout, , recommend] = CAFE.touchpoints
  if (!checkout || !recommend) throw new Error('the café has three touchpoints')
  await createSite('split-release', {
    touchpoints: [checkout, { ...checkout, key: 'form', formerly: [{ key: 'checkout', prompts: ['mood'] }] }, recommend],
    prompts: CAFE.prompts.map((prompt) => (prompt.id === 'mood' ? { ...prompt, touchpoints: ['form'] } : prompt)),
  })
  const touched = async (id: string) => {
    const release = await (await manage('GET', PATHS.release(site.id, id))).json<ReleaseReport>()
    return release.changes.map(({ touchpoint }) => touchpoint)
  }
  expect(await touched('new-payment')).toEqual(['checkout', 'form'])
  expect(await touched('new-counter')).toEqual([])
})

test('has no alerts of touchpoints that left the journey, and asks no more evidence of the others because of them', async () => {
  const site = await createSite('left')
  for (const touchpoint of ['checkout', 'pickup']) await plantTallies(site, touchpoint, () => 0.8)
  const [before] = (await readAlerts(site)).alerts
  await createSite('left', {
    touchpoints: CAFE.touchpoints.filter(({ key }) => key !== 'pickup'),
    prompts: CAFE.prompts.filter(({ id }) => id !== 'mood'),
  })
  const { alerts } = await readAlerts(site)
  expect(alerts.map(({ touchpoint }) => touchpoint)).toEqual(['checkout'])
  expect(alerts[0]?.needed).toBe((before?.needed ?? 0) / 2)
})
