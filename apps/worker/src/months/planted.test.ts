import { env } from 'cloudflare:workers'
import { type Journey, PATHS } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createPlantedHistory } from '../../../../examples/planted/history.ts'
import { toPlantedSite } from '../../../../examples/planted/site.ts'
import { toWire } from '../../../../examples/planted/to-wire.ts'
import { createSite, manage, readStoredSite } from '../../test/talk-to-worker.ts'
import { addDays } from '../reports/local-time.ts'
import { countMonths } from './count-months.ts'
import { readJourney } from './read-journey.ts'
import { readRetention } from './read-retention.ts'

/** Always the same day, so that chance is always the same. */
const NOW = Date.parse('2026-11-30T12:00:00Z')
const DAYS = 120

/** Much of a history with known truths, or without any, as `npm run seed` makes it; its months are counted. */
async function plant(id: string, isQuiet: boolean) {
  const site = await createSite(id, toPlantedSite({ name: id }))
  const history = createPlantedHistory({ now: NOW, responses: 50_000, days: DAYS, seed: 7, isQuiet })
  // All respondents, and of everybody else every tenth: as much as a test has time for.
  const responses = [...history.responses].filter(({ respondent }, at) => respondent !== null || at % 10 === 0).map(toWire)
  for (let from = 0; from < responses.length; from += 1000) {
    const answer = await manage('POST', PATHS.siteImport(site.id), { source: 'import', responses: responses.slice(from, from + 1000) })
    if (!answer.ok) throw new Error(await answer.text())
  }
  const stored = await readStoredSite(site)
  await countMonths(env.DB, [stored], NOW)
  return {
    truths: history.truths,
    readDays: (from: string, to: string) => readJourney(env.DB, stored, { from, to, environment: 'production' }, NOW),
    readReturns: () => readRetention(env.DB, stored, { months: 12, environment: 'production' }, NOW),
  }
}

const findMovers = ({ stages }: Journey) =>
  stages.flatMap(({ touchpoints }) =>
    touchpoints.filter(({ trends }) => trends.some(({ change }) => change?.isDifferent)).map(({ key }) => key),
  )

test('finds what is planted: what the release broke, what decides, and who changed their mind', async () => {
  const { truths, readDays, readReturns } = await plant('with-truths', false)
  if (!truths) throw new Error('nothing is planted')
  const { release, driver, migration } = truths
  const since = await readDays(release.day, addDays(release.day, 29))
  expect(findMovers(since)).toEqual([release.touchpoint])
  const [first] = since.fixFirst.items.filter(({ isConfident }) => isConfident)
  expect(first?.touchpoint).toBe(release.touchpoint)
  const before = await readDays(addDays(release.day, -70), addDays(release.day, -1))
  expect(before.moments.derived).toEqual([driver.touchpoint])
  const { total } = await readReturns()
  const share = total.classes.find(({ from }) => from === migration.from)?.migrated?.[migration.to]
  expect(share?.n).toBeGreaterThan(20)
  expect(share?.low).toBeLessThan(100 * migration.share)
  expect(share?.high).toBeGreaterThan(100 * migration.share)
  // Who recommended does so again, more often than who did not.
  expect(total.classes.find(({ from }) => from === 'promoter')?.migrated?.promoter.low).toBeGreaterThan(100 * migration.share)
}, 60_000)

test('finds nothing where nothing is planted', async () => {
  const { readDays } = await plant('without-truths', true)
  expect(findMovers(await readDays('2026-11-01', '2026-11-30'))).toEqual([])
  const { moments, fixFirst } = await readDays('2026-08-05', '2026-11-30')
  expect(moments.derived).toEqual([])
  expect(fixFirst.items.filter(({ isConfident }) => isConfident)).toEqual([])
}, 60_000)
