import { env } from 'cloudflare:workers'
import type { Site } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createFaultyDatabase, type Mood } from '../../test/create-faulty-database.ts'
import { CSAT, MOOD, NPS, type PastAnswer, storePast, toPerson } from '../../test/past-answers.ts'
import { SeededRandom } from '../../test/seeded-random.ts'
import { CAFE, createResponse, createSite, manage, putSite, readStoredSite } from '../../test/talk-to-worker.ts'
import { toFirstId } from '../ingest/response-store.ts'
import { keepHouse } from '../privacy/keep-house.ts'
import { rekey } from '../tallies/rekey.ts'
import { countMonths } from './count-months.ts'
import { MonthStore } from './month-store.ts'

/** A night in the middle of June 2026; everything here happens around it. */
const NIGHT = Date.parse('2026-06-15T03:17:00Z')
const DAY_MS = 86_400_000

/** A night that has only this site to count. */
const countNight = async (site: Pick<Site, 'id'>, night: number) => countMonths(env.DB, [await readStoredSite(site)], night)
const storeOf = async (site: Pick<Site, 'id'>) => new MonthStore(env.DB, (await readStoredSite(site)).id)
const movesOf = async (site: Pick<Site, 'id'>, month: string, lane = 'production') =>
  Object.fromEntries((await (await storeOf(site)).readMoves(lane, month, month)).map(({ from, to }) => [from, to]))
const pairsOf = async (site: Pick<Site, 'id'>, month: string, lane = 'production') =>
  Object.fromEntries((await (await storeOf(site)).listPairs(lane, month, month)).map(({ touchpoint, counts }) => [touchpoint, counts]))
const countedOf = async (site: Pick<Site, 'id'>) =>
  (await (await storeOf(site)).list()).filter(({ countedAt }) => countedAt > 0).map(({ month }) => month)

/** The same, and something happens when so many months are written, and the next one is looked at but not yet written. */
async function countInterrupted(site: Pick<Site, 'id'>, night: number, after: number, interrupt: () => Promise<unknown>) {
  let writes = 0
  const database = createFaultyDatabase(env.DB, async (sql): Promise<Mood> => {
    if (!/INSERT INTO month_pairs/.test(sql)) return 'works'
    if (writes === after) await interrupt()
    writes += 1
    return 'works'
  })
  return countMonths(database, [await readStoredSite(site)], night)
}

/** The same as the nightly count by one statement over everything: who moved from where to where. */
async function recountMoves(site: Pick<Site, 'id'>, month: string, next: string) {
  const { results } = await env.DB.prepare(
    `WITH answers AS (
       SELECT lane, respondent, substr(day, 1, 7) AS month, occurred_at, id,
         CASE WHEN kind <> 'nps' THEN NULL WHEN score <= 6 THEN 'detractor' WHEN score <= 8 THEN 'passive' ELSE 'promoter' END AS class
       FROM responses WHERE site_id = ?1 AND respondent IS NOT NULL AND state IN ('answered', 'completed') AND lane NOT GLOB 'quarantine*'
     ), people AS (
       SELECT lane, respondent, month, COALESCE((SELECT class FROM answers AS latest WHERE latest.lane = answers.lane AND latest.respondent = answers.respondent
         AND latest.month = answers.month AND class IS NOT NULL ORDER BY occurred_at DESC LIMIT 1), 'none') AS class
       FROM answers GROUP BY lane, respondent, month
     )
     SELECT here.lane || ' ' || here.class || ' ' || COALESCE(there.class, 'away') AS move, COUNT(*) AS n
     FROM people AS here LEFT JOIN people AS there ON there.lane = here.lane AND there.respondent = here.respondent AND there.month = ?3
     WHERE here.month = ?2 GROUP BY move`,
  )
    .bind(site.id, month, next)
    .all<{ move: string; n: number }>()
  return Object.fromEntries(results.map(({ move, n }) => [move, n]))
}

/** The same of who thought what of a touchpoint and recommends. */
async function recountPairs(site: Pick<Site, 'id'>, month: string) {
  const { results } = await env.DB.prepare(
    `WITH answers AS (
       SELECT * FROM responses WHERE site_id = ?1 AND substr(day, 1, 7) = ?2 AND respondent IS NOT NULL
         AND state IN ('answered', 'completed') AND lane NOT GLOB 'quarantine*'
     ), said AS (
       SELECT lane, respondent, touchpoint_key, (score * 2 > scale_max + 1) - (score * 2 < scale_max + 1) AS band,
         ROW_NUMBER() OVER (PARTITION BY lane, respondent, touchpoint_key ORDER BY occurred_at DESC) AS place
       FROM answers WHERE kind <> 'nps'
     ), recommends AS (
       SELECT lane, respondent, (score > 8) - (score < 7) AS band,
         ROW_NUMBER() OVER (PARTITION BY lane, respondent ORDER BY occurred_at DESC) AS place
       FROM answers WHERE kind = 'nps'
     )
     SELECT said.lane || ' ' || touchpoint_key || ' ' || (said.band + 1) || (recommends.band + 1) AS pair, COUNT(*) AS n
     FROM said JOIN recommends ON recommends.lane = said.lane AND recommends.respondent = said.respondent AND recommends.place = 1
     WHERE said.place = 1 GROUP BY pair`,
  )
    .bind(site.id, month)
    .all<{ pair: string; n: number }>()
  return Object.fromEntries(results.map(({ pair, n }) => [pair, n]))
}

async function readPairsFlat(site: Pick<Site, 'id'>, month: string) {
  const flat: [string, number][] = []
  for (const lane of ['production', 'verified', 'test']) {
    for (const [touchpoint, counts] of Object.entries(await pairsOf(site, month, lane))) {
      for (const [row, cells] of counts.entries())
        for (const [column, n] of cells.entries()) if (n > 0) flat.push([`${lane} ${touchpoint} ${row}${column}`, n])
    }
  }
  return Object.fromEntries(flat)
}

async function readMovesFlat(site: Pick<Site, 'id'>, month: string) {
  const flat: [string, number][] = []
  for (const lane of ['production', 'verified', 'test']) {
    for (const [from, to] of Object.entries(await movesOf(site, month, lane))) {
      for (const [at, name] of ['detractor', 'passive', 'promoter', 'none', 'away'].entries())
        if ((to[at] ?? 0) > 0) flat.push([`${lane} ${from} ${name}`, to[at] ?? 0])
    }
  }
  return Object.fromEntries(flat)
}

/** Whatever people do over three months; no two answers at the same time, so that there is always a latest. */
function manyLives(seed: number): PastAnswer[] {
  const chance = new SeededRandom(seed)
  return chance.many(400, (): PastAnswer => {
    const who = chance.int(0, 9) === 0 ? null : toPerson(chance.pick(['p', 'v']), chance.int(0, 30))
    const day = `2026-0${chance.int(3, 6)}-${String(chance.int(1, 14)).padStart(2, '0')}`
    const at = Date.parse(`${day}T00:00:00Z`) + chance.int(0, DAY_MS - 1)
    const asked = chance.pick([NPS, CSAT, MOOD])
    const score = chance.int(asked.kind === 'nps' ? 0 : 1, asked.scaleMax)
    return { who, day, ...asked, score, shownAt: at - 1000, answeredAt: at, ...(chance.int(0, 5) === 0 && { state: 'completed' as const }) }
  })
}

/** People who were at the café in May and June. */
const may = (number: number, score: number): PastAnswer[] => [
  { who: toPerson('p', number), day: '2026-05-04', ...NPS, score },
  { who: toPerson('p', number), day: '2026-05-20', ...CSAT, score: score > 6 ? 5 : 1 },
]

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

test('counts what a plain recount of every answer counts, with quarantine, erasures and verdicts in between', async () => {
  const site = await createSite('recounted', { prompts: [...CAFE.prompts] })
  const ids = await storePast(site, manyLives(1))
  const chance = new SeededRandom(2)
  for (const [at, id] of ids.entries()) {
    if (at % 29 === 0) await manage('PATCH', `/v1/sites/${site.id}/responses`, { ids: [id], verdict: 'confirmed' })
    if (at % 41 === 0) await manage('DELETE', `/v1/sites/${site.id}/responses/${id}`)
  }
  await manage('DELETE', `/v1/sites/${site.id}/respondents/${toPerson('v', chance.int(0, 30))}`)
  await countNight(site, NIGHT)
  for (const [month, next] of [
    ['2026-03', '2026-04'],
    ['2026-04', '2026-05'],
    ['2026-05', '2026-06'],
    ['2026-06', '2026-07'],
  ] as const) {
    const recount = await recountMoves(site, month, next)
    expect(Object.keys(recount).length).toBeGreaterThan(4)
    expect(await readMovesFlat(site, month)).toEqual(recount)
    const pairs = await recountPairs(site, month)
    expect(Object.keys(pairs).length).toBeGreaterThan(8)
    expect(await readPairsFlat(site, month)).toEqual(pairs)
  }
})

test('counts a month anew every night while answers to it can arrive, and then never again', async () => {
  const site = await createSite('until-final')
  await storePast(site, [{ who: toPerson('p', 1), day: '2026-05-03', ...NPS, score: 2 }])
  await countNight(site, NIGHT)
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 0, 0, 1] })
  await storePast(site, [{ who: toPerson('p', 1), day: '2026-06-20', ...NPS, score: 10 }])
  await countNight(site, NIGHT + 7 * DAY_MS)
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 1, 0, 0] })
  // The last night on which June can get an answer is that of 7 July; the one after makes it final.
  await countNight(site, Date.parse('2026-07-08T03:17:00Z'))
  await storePast(site, [{ who: toPerson('p', 2), day: '2026-05-03', ...NPS, score: 2 }])
  await countNight(site, Date.parse('2026-07-09T03:17:00Z'))
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 1, 0, 0] })
})

test('does as much as a night may, the newest months first, and goes on where it stopped', async () => {
  const site = await createSite('step-by-step')
  const stored = await readStoredSite(site)
  await storePast(
    site,
    [4, 5, 6].map((month): PastAnswer => ({ who: toPerson('p', 1), day: `2026-0${month}-02`, ...NPS, score: 2 })),
  )
  const night = (number: number) =>
    countMonths(env.DB, [stored], NIGHT + number * DAY_MS, { mostRows: 1, unlessSince: Number.MAX_SAFE_INTEGER })
  await night(0)
  expect(await countedOf(site)).toEqual(['2026-06'])
  await night(1)
  expect(await countedOf(site)).toEqual(['2026-05', '2026-06'])
  await night(2)
  expect(await countedOf(site)).toEqual(['2026-04', '2026-05', '2026-06'])
})

test('goes on with the other months when one cannot be read', async () => {
  const [broken, whole] = [await createSite('cannot-read'), await createSite('can-read')]
  for (const site of [broken, whole]) await storePast(site, [{ who: toPerson('p', 1), day: '2026-06-02', ...NPS, score: 2 }])
  let reads = 0
  const database = createFaultyDatabase(env.DB, (sql) => {
    if (!/FROM responses/.test(sql)) return 'works'
    reads += 1
    return reads === 1 ? 'fails' : 'works'
  })
  await countMonths(database, [await readStoredSite(broken), await readStoredSite(whole)], NIGHT)
  expect(await countedOf(broken)).not.toContain('2026-06')
  expect(await countedOf(whole)).toContain('2026-06')
  await countNight(broken, NIGHT)
  expect(await countedOf(broken)).toContain('2026-06')
})

test('goes on with the other sites when nobody can say which months of one are due', async () => {
  const [broken, whole] = [await createSite('cannot-list'), await createSite('can-list')]
  for (const site of [broken, whole]) await storePast(site, [{ who: toPerson('p', 1), day: '2026-06-02', ...NPS, score: 2 }])
  let lists = 0
  const database = createFaultyDatabase(env.DB, (sql) => {
    if (!/FROM tallies_day/.test(sql)) return 'works'
    lists += 1
    return lists === 1 ? 'fails' : 'works'
  })
  await countMonths(database, [await readStoredSite(broken), await readStoredSite(whole)], NIGHT)
  expect([await countedOf(broken), await countedOf(whole)]).toEqual([[], ['2026-06']])
})

test('finds answers whose ids lie elsewhere: of a clock that runs ahead, and of a wave as long as a year', async () => {
  const prompts = CAFE.prompts.map((prompt) => (prompt.id === 'nps' ? { ...prompt, wave: 'year' as const } : prompt))
  const site = await createSite('elsewhere', { prompts })
  await storePast(site, [
    { who: toPerson('p', 1), day: '2026-05-03', ...NPS, score: 2, id: 'ffffffff-ffff-7000-8000-000000000001' },
    { who: toPerson('v', 1), day: '2026-05-03', ...NPS, score: 9 },
  ])
  await countNight(site, NIGHT)
  expect(await movesOf(site, '2026-05')).toEqual({ detractor: [0, 0, 0, 0, 1] })
  expect(await movesOf(site, '2026-05', 'verified')).toEqual({ promoter: [0, 0, 0, 0, 1] })
})

test('writes nothing for a site whose respondents nobody can tell apart', async () => {
  const site = await createSite('all-anonymous')
  const response = {
    promptId: 'nps',
    promptVersion: 1,
    kind: 'nps',
    scaleMax: 10,
    touchpoint: 'recommend',
    state: 'answered',
    locale: 'es',
    score: 9,
  }
  const at = Date.now() - DAY_MS
  const id = '01930000-0000-7000-8000-aaaaaaaaaaaa'
  await manage('POST', `/v1/sites/${site.id}/import`, {
    source: 'import',
    responses: [{ ...response, id, rev: 1, shownAt: at, answeredAt: at }],
  })
  await countNight(site, Date.now())
  expect(await countedOf(site)).toEqual([])
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

/** The café with its pickup merged into the checkout. */
const merged = (site: Pick<Site, 'siteKey'>) => ({
  ...CAFE,
  siteKey: site.siteKey,
  touchpoints: CAFE.touchpoints
    .filter(({ key }) => key !== 'pickup')
    .map((one) => (one.key === 'checkout' ? { ...one, formerly: ['pickup'] } : one)),
  prompts: CAFE.prompts.map((prompt) => ({
    ...prompt,
    touchpoints: [...new Set(prompt.touchpoints?.map((key) => (key === 'pickup' ? 'checkout' : key)))],
  })),
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
