import { createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Site, SiteDefinitionInput, SitePrompts } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { CAFE, callWorker, createSite, findTouchpoint, readStats, readStoredSite } from '../../test/talk-to-worker.ts'
import worker from '../index.ts'
import { addDays, toLocalTime } from '../reports/local-time.ts'
import { adjustAskRates } from './adjust-ask-rates.ts'

const DAY_MS = 86_400_000

const withTargets = (targets: Record<string, number>): SiteDefinitionInput['touchpoints'] =>
  CAFE.touchpoints.map((touchpoint) => {
    const targetMargin = targets[touchpoint.key]
    return { ...touchpoint, ...(targetMargin !== undefined && { targetMargin }) }
  })

/** Tallies of the last four weeks as the triggers would leave them: so many answers a day, four of five the best score. */
async function plantDays(
  site: Site,
  {
    touchpoint,
    prompt,
    kind,
    scaleMax,
    answers,
  }: Record<'touchpoint' | 'prompt' | 'kind', string> & Record<'scaleMax' | 'answers', number>,
) {
  const today = toLocalTime(Date.now(), site.timeZone).day
  const days = Array.from({ length: 28 }, (_, index) => addDays(today, -1 - index))
  const scores = Array.from({ length: 11 }, (_, score) => (score === scaleMax ? '?6 * 4 / 5' : score === 1 ? '?6 - ?6 * 4 / 5' : '0'))
  await env.DB.prepare(
    `INSERT INTO tallies_day (site_id, lane, day, touchpoint, prompt_id, segment, kind, scale_max, shown, dismissed, answered, completed, comments,
       s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
     SELECT ?1, 'production', value, ?2, ?3, 'other', ?4, ?5, ?6, 0, ?6, ?6, 0, ${scores.join(', ')} FROM json_each(?7)`,
  )
    .bind(site.id, touchpoint, prompt, kind, scaleMax, answers, JSON.stringify(days))
    .run()
}

const readPrompts = async (site: Site) => (await callWorker(`/w/${site.siteKey}.json`)).json<SitePrompts>()
const readShares = async (site: Site) => Object.fromEntries((await readPrompts(site)).prompts.map(({ id, rules }) => [id, rules.sample]))
const runNight = () => worker.scheduled(createScheduledController({ cron: '17 3 * * *' }), env)

test('asks fewer where the margin is met, everybody where it is blind, and says why in the stats', async () => {
  const site = await createSite('adjusted', { touchpoints: withTargets({ checkout: 3, pickup: 5 }) })
  await plantDays(site, { touchpoint: 'checkout', prompt: 'csat', kind: 'csat', scaleMax: 5, answers: 100 })
  expect(await readShares(site)).toEqual({ nps: undefined, csat: undefined, mood: undefined })
  const before = await readPrompts(site)
  await runNight()
  const report = await readStats(site, 'days=28')
  const { asking } = findTouchpoint(report, 'checkout')
  // ± 3 at four of five takes 682 answers: 1.2 × 24.3 of the 100 a day.
  expect(asking).toMatchObject({ why: 'met', target: 3, n: 2800, needed: 682 })
  expect(asking?.rate).toBeCloseTo((1.2 * 682) / 28 / 100, 9)
  expect(asking?.asked).toBe(0.293)
  expect(findTouchpoint(report, 'pickup').asking).toMatchObject({ why: 'blind', rate: 1, asked: 1, margin: null, n: 0 })
  expect(findTouchpoint(report, 'recommend').asking).toBeUndefined()
  expect(await readShares(site)).toEqual({ nps: undefined, csat: 0.293, mood: undefined })
  // The words are what they were, so nobody fetches them again.
  expect((await readPrompts(site)).version).toBe(before.version)
})

test('gives a prompt of several touchpoints the largest of their rates, and never more than its own share', async () => {
  const prompts: SiteDefinitionInput['prompts'] = [
    { id: 'csat', kind: 'csat', touchpoints: ['checkout', 'pickup'] },
    { id: 'shared', kind: 'stars', touchpoints: ['checkout', 'recommend'] },
    { id: 'sampled', kind: 'nps', touchpoints: ['recommend'], rules: { sample: 0.1 } },
  ]
  const site = await createSite('several', { touchpoints: withTargets({ checkout: 5, pickup: 4 }), prompts })
  for (const touchpoint of ['checkout', 'pickup'])
    await plantDays(site, { touchpoint, prompt: 'csat', kind: 'csat', scaleMax: 5, answers: 200 })
  await plantDays(site, { touchpoint: 'checkout', prompt: 'shared', kind: 'stars', scaleMax: 5, answers: 200 })
  await runNight()
  const report = await readStats(site)
  const [checkout, pickup] = ['checkout', 'pickup'].map((key) => findTouchpoint(report, key).asking)
  expect(pickup?.rate).toBeGreaterThan(checkout?.rate ?? 1)
  // Nobody wished for a margin at "recommend", so what is asked there too is asked of everybody.
  expect(checkout?.asked).toBe(1)
  const shares = await readShares(site)
  expect(shares).toEqual({ csat: pickup?.asked, shared: undefined, sampled: 0.1 })
})

test('knows the next night that few answered because few were asked', async () => {
  const site = await createSite('next-night', { touchpoints: withTargets({ checkout: 3 }) })
  await plantDays(site, { touchpoint: 'checkout', prompt: 'csat', kind: 'csat', scaleMax: 5, answers: 100 })
  const today = toLocalTime(Date.now(), site.timeZone).day
  const asked = Array.from({ length: 7 }, (_, index) => addDays(today, -1 - index))
  await env.DB.prepare(`INSERT INTO ask_rates SELECT ?1, value, 'checkout', 0.5, 0.5, 'met', 1, 3, 1, 1 FROM json_each(?2)`)
    .bind(site.id, JSON.stringify(asked))
    .run()
  await adjustAskRates(env.DB, await readStoredSite(site), Date.now())
  // Two hundred would come a day.
  expect((await readShares(site))['csat']).toBe(0.147)
})

test('asks everybody again once nobody adjusts any more, or the wish is gone', async () => {
  const site = await createSite('stale', { touchpoints: withTargets({ checkout: 3 }) })
  await plantDays(site, { touchpoint: 'checkout', prompt: 'csat', kind: 'csat', scaleMax: 5, answers: 100 })
  const stored = await readStoredSite(site)
  await adjustAskRates(env.DB, stored, Date.now() - 5 * DAY_MS)
  expect((await readShares(site))['csat']).toBeUndefined()
  await adjustAskRates(env.DB, stored, Date.now())
  expect((await readShares(site))['csat']).toBeLessThan(1)
  await createSite('stale')
  expect((await readShares(site))['csat']).toBeUndefined()
})

/** The café with "checkout" called "till" by now. */
const renamed = (targets: Record<string, number>): Pick<SiteDefinitionInput, 'touchpoints' | 'prompts'> => ({
  touchpoints: withTargets(targets).map((touchpoint) =>
    touchpoint.key === 'checkout' ? { ...touchpoint, key: 'till', formerly: ['checkout'] } : touchpoint,
  ),
  prompts: CAFE.prompts.map((prompt) => (prompt.id === 'csat' ? { ...prompt, touchpoints: ['till'] } : prompt)),
})

test('asks as few at a touchpoint that was once called otherwise, on pages of then and of now', async () => {
  const changes = renamed({ checkout: 3 })
  const site = await createSite('formerly', changes)
  await plantDays(site, { touchpoint: 'checkout', prompt: 'csat', kind: 'csat', scaleMax: 5, answers: 100 })
  await adjustAskRates(env.DB, await readStoredSite(site), Date.now())
  expect(findTouchpoint(await readStats(site), 'till').asking?.asked).toBe(0.293)
  expect((await readPrompts(site)).prompts.find(({ id }) => id === 'csat')).toMatchObject({
    touchpoints: ['till', 'checkout'],
    rules: { sample: 0.293 },
  })
})

test('asks no more and no fewer because a touchpoint has another name', async () => {
  const site = await createSite('renamed-rates', { touchpoints: withTargets({ checkout: 3 }) })
  await plantDays(site, { touchpoint: 'checkout', prompt: 'csat', kind: 'csat', scaleMax: 5, answers: 100 })
  const today = toLocalTime(Date.now(), site.timeZone).day
  const asked = Array.from({ length: 7 }, (_, index) => addDays(today, -1 - index))
  await env.DB.prepare(`INSERT INTO ask_rates SELECT ?1, value, 'checkout', 0.5, 0.5, 'met', 1, 3, 1, 1 FROM json_each(?2)`)
    .bind(site.id, JSON.stringify(asked))
    .run()
  expect((await readShares(site))['csat']).toBe(0.5)
  await createSite('renamed-rates', renamed({ checkout: 3 }))
  expect((await readShares(site))['csat']).toBe(0.5)
  await adjustAskRates(env.DB, await readStoredSite(site), Date.now())
  expect((await readShares(site))['csat']).toBe(0.147)
})

test('takes of touchpoints that became one the larger rate, and gives the parts of one that was split its own', async () => {
  const site = await createSite('merged-rates', { touchpoints: withTargets({ checkout: 3, pickup: 3 }) })
  const today = toLocalTime(Date.now(), site.timeZone).day
  await env.DB.prepare(
    `INSERT INTO ask_rates SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 1, 'met', 1, 3, 1, 1 FROM json_each('[["checkout", 0.4], ["pickup", 0.2]]')`,
  )
    .bind(site.id, addDays(today, -1))
    .run()
  const [checkout, pickup, recommend] = withTargets({ checkout: 3, pickup: 3 })
  if (!checkout || !pickup || !recommend) throw new Error('the café has three touchpoints')
  await createSite('merged-rates', {
    touchpoints: [{ ...checkout, formerly: ['pickup'] }, recommend],
    prompts: CAFE.prompts.map((prompt) => (prompt.id === 'mood' ? { ...prompt, touchpoints: ['checkout'] } : prompt)),
  })
  expect(await readShares(site)).toMatchObject({ csat: 0.4, mood: 0.4 })
  const form = { ...checkout, key: 'form', formerly: [{ key: 'checkout', prompts: ['csat'] }] }
  await createSite('merged-rates', {
    touchpoints: [checkout, form, pickup, recommend],
    prompts: CAFE.prompts.map((prompt) => (prompt.id === 'csat' ? { ...prompt, touchpoints: ['form'] } : prompt)),
  })
  expect(await readShares(site)).toMatchObject({ csat: 0.4, mood: 0.2 })
})
