import { env } from 'cloudflare:workers'
import type { Site } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { countedOf, countNight, movesOf, NIGHT, pairsOf } from '../../test/counted-months.ts'
import { createFaultyDatabase } from '../../test/create-faulty-database.ts'
import { CSAT, MOOD, NPS, type PastAnswer, storePast, toPerson } from '../../test/past-answers.ts'
import { SeededRandom } from '../../test/seeded-random.ts'
import { CAFE, createSite, manage, readStoredSite } from '../../test/talk-to-worker.ts'
import { countMonths } from './count-months.ts'

const DAY_MS = 86_400_000

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
