import { env } from 'cloudflare:workers'
import type { Site } from '@pulso/protocol'
import { countMonths } from '../src/months/count-months.ts'
import { MonthStore } from '../src/months/month-store.ts'
import { createFaultyDatabase, type Mood } from './create-faulty-database.ts'
import { CSAT, NPS, type PastAnswer, toPerson } from './past-answers.ts'
import { CAFE, readStoredSite } from './talk-to-worker.ts'

/** A night in the middle of June 2026; everything here happens around it. */
export const NIGHT = Date.parse('2026-06-15T03:17:00Z')

/** A night that has only this site to count. */
export const countNight = async (site: Pick<Site, 'id'>, night: number) => countMonths(env.DB, [await readStoredSite(site)], night)
export const storeOf = async (site: Pick<Site, 'id'>) => new MonthStore(env.DB, (await readStoredSite(site)).id)
export const movesOf = async (site: Pick<Site, 'id'>, month: string, lane = 'production') =>
  Object.fromEntries((await (await storeOf(site)).readMoves(lane, month, month)).map(({ from, to }) => [from, to]))
export const pairsOf = async (site: Pick<Site, 'id'>, month: string, lane = 'production') =>
  Object.fromEntries((await (await storeOf(site)).listPairs(lane, month, month)).map(({ touchpoint, counts }) => [touchpoint, counts]))
export const countedOf = async (site: Pick<Site, 'id'>) =>
  (await (await storeOf(site)).list()).filter(({ countedAt }) => countedAt > 0).map(({ month }) => month)

/** The same, and something happens when so many months are written, and the next one is looked at but not yet written. */
export async function countInterrupted(site: Pick<Site, 'id'>, night: number, after: number, interrupt: () => Promise<unknown>) {
  let writes = 0
  const database = createFaultyDatabase(env.DB, async (sql): Promise<Mood> => {
    if (!/INSERT INTO month_pairs/.test(sql)) return 'works'
    if (writes === after) await interrupt()
    writes += 1
    return 'works'
  })
  return countMonths(database, [await readStoredSite(site)], night)
}

/** People who were at the café in May and June. */
export const may = (number: number, score: number): PastAnswer[] => [
  { who: toPerson('p', number), day: '2026-05-04', ...NPS, score },
  { who: toPerson('p', number), day: '2026-05-20', ...CSAT, score: score > 6 ? 5 : 1 },
]

/** The café with its pickup merged into the checkout. */
export const merged = (site: Pick<Site, 'siteKey'>) => ({
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
