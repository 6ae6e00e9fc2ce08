import { env } from 'cloudflare:workers'
import { Journey, PATHS, Retention } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createFaultyDatabase } from '../../test/create-faulty-database.ts'
import { CSAT, MOOD, NPS, type PastAnswer, storePast, toPerson } from '../../test/past-answers.ts'
import {
  CAFE,
  callWorker,
  createSite,
  createToken,
  OPERATOR,
  putSite,
  readProblem,
  readStats,
  readStoredSite,
} from '../../test/talk-to-worker.ts'
import { keepHouse } from '../privacy/keep-house.ts'
import { addDays, toLocalTime } from '../reports/local-time.ts'
import { addMonths, toFirstDay, toMonth } from './calendar-month.ts'
import { readJourney } from './read-journey.ts'
import { readRetention } from './read-retention.ts'

const TODAY = toLocalTime(Date.now(), CAFE.timeZone).day
const THIS_MONTH = toMonth(TODAY)
const LAST_MONTH = addMonths(THIS_MONTH, -1)
const dayOf = (month: string, day: number) => addDays(toFirstDay(month), day - 1)

type TestSite = Awaited<ReturnType<typeof createSite>>

async function readJourneyOf(site: TestSite, query = 'days=7'): Promise<Journey> {
  return Journey.parse(await (await callWorker(`${PATHS.journey(site.id)}?${query}`, { headers: OPERATOR })).json())
}

async function readRetentionOf(site: TestSite, query = ''): Promise<Retention> {
  return Retention.parse(await (await callWorker(`${PATHS.retention(site.id)}?${query}`, { headers: OPERATOR })).json())
}

const findPlace = (journey: Journey, key: string) =>
  journey.stages.flatMap(({ touchpoints }) => touchpoints).find((touchpoint) => touchpoint.key === key)

/** Forty people of last month: who is content at the checkout recommends, whoever collected it. */
function livesOfLastMonth(): PastAnswer[] {
  return Array.from({ length: 40 }, (_, number): PastAnswer[] => {
    const who = toPerson('p', number)
    const isHappy = number % 2 === 0
    return [
      { who, day: dayOf(LAST_MONTH, 3), ...CSAT, score: isHappy ? 5 : 2 },
      { who, day: dayOf(LAST_MONTH, 4), ...MOOD, score: number % 4 < 2 ? 3 : 1 },
      { who, day: dayOf(LAST_MONTH, 5), ...NPS, score: isHappy ? 10 : 3 },
    ]
  }).flat()
}

test('shows the journey: the scores of the stats, and what follows from them', async () => {
  const touchpoints = CAFE.touchpoints.map((one) => (one.key === 'checkout' ? { ...one, targetScore: 80 } : one))
  const site = await createSite('walk', { touchpoints })
  const answers = (day: string, satisfied: number) =>
    Array.from({ length: 40 }, (_, number): PastAnswer => ({ who: null, day, ...CSAT, score: number < satisfied ? 5 : 1 }))
  await storePast(site, [...answers(TODAY, 10), ...answers(addDays(TODAY, -10), 30)])
  const journey = await readJourneyOf(site)
  expect(journey.range).toEqual({ from: addDays(TODAY, -6), to: TODAY })
  expect(journey.previous).toEqual({ from: addDays(TODAY, -13), to: addDays(TODAY, -7) })
  const checkout = findPlace(journey, 'checkout')
  const stats = await readStats(site)
  expect(checkout?.scores).toEqual(stats.stages[0]?.touchpoints[0]?.scores)
  expect(checkout?.trends).toMatchObject([{ before: 75, nBefore: 40, change: { value: -50, isDifferent: true }, enoughData: true }])
  expect(checkout?.gap).toMatchObject({ target: 80, value: 55, verdict: 'missed' })
  expect(journey.stages[0]?.emotion).toMatchObject({ value: -0.5, n: 40 })
  expect(journey.fixFirst.items).toMatchObject([{ touchpoint: 'checkout', reach: { count: 40, basis: 'shown' }, isConfident: true }])
  expect(journey.moments.declared).toEqual(['checkout'])
})

test('derives the touchpoint that decides from what was counted at night', async () => {
  const site = await createSite('decisive')
  await storePast(site, livesOfLastMonth())
  const range = `from=${toFirstDay(LAST_MONTH)}&to=${TODAY}`
  expect((await readJourneyOf(site, range)).moments).toEqual({ declared: ['checkout'], derived: [], months: [] })
  await keepHouse(env, Date.now())
  const journey = await readJourneyOf(site, range)
  expect(journey.moments).toMatchObject({ derived: ['checkout'] })
  expect(journey.moments.months).toEqual([LAST_MONTH, THIS_MONTH])
  expect(findPlace(journey, 'checkout')?.associations).toMatchObject([
    {
      kind: 'csat',
      pairs: 40,
      value: 1,
      counts: [
        [20, 0, 0],
        [0, 0, 0],
        [0, 0, 20],
      ],
      isDerived: true,
    },
  ])
  expect(findPlace(journey, 'pickup')?.associations[0]).toMatchObject({ kind: 'emoji', value: 0, isDerived: false })
  expect(findPlace(journey, 'recommend')?.associations).toEqual([])
  // Another range, another lane: other people.
  expect(
    (await readJourneyOf(site, `from=${dayOf(addMonths(LAST_MONTH, -2), 1)}&to=${dayOf(addMonths(LAST_MONTH, -2), 9)}`)).moments.derived,
  ).toEqual([])
  expect((await readJourneyOf(site, `${range}&lane=verified`)).moments.derived).toEqual([])
})

test('takes what was counted of a touchpoint along when it is renamed, merged and split', async () => {
  const site = await createSite('renamed')
  await storePast(site, livesOfLastMonth())
  await keepHouse(env, Date.now())
  const [checkout, pickup, recommend] = CAFE.touchpoints
  if (!checkout || !pickup || !recommend) throw new Error('the café has three')
  const prompts = CAFE.prompts.map((prompt) => ({ ...prompt, touchpoints: ['till'] }))
  const rename = (formerly: unknown[], more: typeof CAFE.touchpoints = []) =>
    putSite(site.id, { ...CAFE, siteKey: site.siteKey, prompts, touchpoints: [{ ...checkout, key: 'till', formerly }, ...more, recommend] })
  const pairsAt = async (key: string) =>
    findPlace(await readJourneyOf(site, `from=${toFirstDay(LAST_MONTH)}&to=${TODAY}`), key)?.associations.map(({ kind, pairs }) => [
      kind,
      pairs,
    ])
  expect((await rename(['checkout'], [pickup])).status).toBe(200)
  expect([await pairsAt('till'), await pairsAt('pickup')]).toEqual([[['csat', 40]], [['emoji', 40]]])
  expect((await rename(['checkout', 'pickup'])).status).toBe(200)
  expect(await pairsAt('till')).toEqual(
    expect.arrayContaining([
      ['csat', 40],
      ['emoji', 40],
    ]),
  )
  expect((await rename([{ key: 'pickup', prompts: ['mood'] }], [checkout, pickup])).status).toBe(200)
  expect([await pairsAt('till'), await pairsAt('checkout'), await pairsAt('pickup')]).toEqual([[['emoji', 40]], [['csat', 40]], []])
})

test('says who of a month came back in the next, and who changed their mind', async () => {
  const site = await createSite('back-again')
  const [first, next] = [addMonths(THIS_MONTH, -3), addMonths(THIS_MONTH, -2)]
  const people = Array.from({ length: 40 }, (_, number): PastAnswer[] => {
    const who = toPerson('p', number)
    const here: PastAnswer = { who, day: dayOf(first, 8), ...NPS, score: number < 30 ? 2 : 9 }
    return number % 2 === 0 ? [here, { who, day: dayOf(next, 9), ...NPS, score: number < 10 ? 10 : 2 }] : [here]
  })
  await storePast(site, [...people.flat(), { who: null, day: dayOf(next, 2), ...NPS, score: 10 }])
  expect(await readRetentionOf(site, 'months=3')).toMatchObject({ cohorts: [], pending: [first, next, LAST_MONTH] })
  await keepHouse(env, Date.now())
  const { cohorts, total, pending } = await readRetentionOf(site, 'months=3')
  expect(pending).toEqual([])
  expect(cohorts.map(({ month, isComplete }) => [month, isComplete])).toEqual([
    [LAST_MONTH, false],
    [next, TODAY > dayOf(THIS_MONTH, 7)],
    [first, true],
  ])
  const cohort = cohorts[2]
  expect(cohort).toMatchObject({ sampled: 1, countedTo: TODAY, all: { respondents: 40, returned: { value: 50, n: 40 } } })
  expect(cohort?.classes[0]).toMatchObject({
    from: 'detractor',
    respondents: 30,
    to: { detractor: 10, passive: 0, promoter: 5, none: 0, away: 15 },
    migrated: { promoter: { n: 15 } },
  })
  expect(cohort?.classes[2]).toMatchObject({ from: 'promoter', respondents: 10, to: { detractor: 5, away: 5 }, enoughData: false })
  expect(total.months).toContain(first)
  // Anonymous answers are nobody's, and verified people are another lane.
  expect((await readRetentionOf(site, 'months=3&lane=verified')).total.all).toEqual({ respondents: 0, returned: null, enoughData: false })
})

test('counts at once for whoever may write and does not want to wait for the night', async () => {
  const site = await createSite('impatient')
  await storePast(site, livesOfLastMonth())
  const { headers } = await createToken()
  expect((await callWorker(PATHS.months(site.id), { method: 'POST', headers })).status).toBe(403)
  const counted = await callWorker(PATHS.months(site.id), { method: 'POST', headers: OPERATOR })
  expect(await counted.json()).toEqual({ counted: [THIS_MONTH, LAST_MONTH] })
  expect((await readJourneyOf(site, `from=${toFirstDay(LAST_MONTH)}&to=${TODAY}`)).moments.derived).toEqual(['checkout'])
})

test('counts no month over and over for those who do not want to wait, and at night all the same', async () => {
  const site = await createSite('too-impatient')
  await storePast(site, livesOfLastMonth())
  const count = async () =>
    (await (await callWorker(PATHS.months(site.id), { method: 'POST', headers: OPERATOR })).json<{ counted: string[] }>()).counted
  const atOnce = await Promise.all([count(), count(), count()])
  expect(atOnce.flat().sort()).toEqual([LAST_MONTH, THIS_MONTH])
  const who = toPerson('p', 40)
  await storePast(
    site,
    [CSAT, NPS].map((asked) => ({ who, day: dayOf(LAST_MONTH, 3), ...asked, score: 5 })),
  )
  expect(await count()).toEqual([])
  const pairs = async () =>
    findPlace(await readJourneyOf(site, `from=${toFirstDay(LAST_MONTH)}&to=${TODAY}`), 'checkout')?.associations[0]?.pairs
  expect(await pairs()).toBe(40)
  await keepHouse(env, Date.now())
  expect(await pairs()).toBe(41)
})

test('answers 304 while nothing has changed, and anew when something has', async () => {
  const site = await createSite('unchanged')
  for (const path of [`${PATHS.journey(site.id)}?days=7`, PATHS.retention(site.id)]) {
    const first = await callWorker(path, { headers: OPERATOR })
    const tag = first.headers.get('ETag') ?? ''
    expect(tag).toMatch(/^W\/"[0-9a-f]{32}"$/)
    const again = await callWorker(path, { headers: { ...OPERATOR, 'If-None-Match': `"other", ${tag}` } })
    expect([again.status, again.headers.get('ETag'), await again.text()]).toEqual([304, tag, ''])
    expect((await callWorker(path, { headers: { ...OPERATOR, 'If-None-Match': '"other"' } })).status).toBe(200)
  }
  const path = `${PATHS.journey(site.id)}?days=7`
  const tag = (await callWorker(path, { headers: OPERATOR })).headers.get('ETag') ?? ''
  await storePast(site, [{ who: null, day: TODAY, ...NPS, score: 9 }])
  expect((await callWorker(path, { headers: { ...OPERATOR, 'If-None-Match': tag } })).status).toBe(200)
})

test('never reads a response for it, so that it costs the same whatever the volume', async () => {
  const site = await createSite('frugal')
  await storePast(site, livesOfLastMonth())
  await keepHouse(env, Date.now())
  const closed = createFaultyDatabase(env.DB, (sql) => (/\bresponses\b/.test(sql) ? 'fails' : 'works'))
  const stored = await readStoredSite(site)
  const journey = await readJourney(closed, stored, { days: 90, environment: 'production' }, Date.now())
  expect(journey.moments.derived).toEqual(['checkout'])
  expect((await readRetention(closed, stored, { months: 12, environment: 'production' }, Date.now())).cohorts.length).toBeGreaterThan(0)
})

test('is for who may read the scores, and says what is wrong with a query', async () => {
  const site = await createSite('asked-wrongly')
  const { headers } = await createToken()
  for (const path of [PATHS.journey(site.id), PATHS.retention(site.id)]) {
    expect((await callWorker(path, { headers })).status).toBe(200)
    expect((await callWorker(path)).status).toBe(401)
  }
  const complaintOf = async (path: string) => (await readProblem(await callWorker(path, { headers: OPERATOR }))).detail
  expect(await complaintOf(`${PATHS.retention(site.id)}?months=25`)).toContain('use a whole number from 1 to 24')
  expect((await callWorker(`${PATHS.retention(site.id)}?months=24`, { headers: OPERATOR })).status).toBe(200)
  expect(await complaintOf(`${PATHS.retention(site.id)}?lane=quarantine`)).toContain('lane')
  expect(await complaintOf(`${PATHS.journey(site.id)}?from=${TODAY}&to=${addDays(TODAY, -1)}`)).toContain('from')
})
