import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { createFaultyDatabase } from '../../test/create-faulty-database.ts'
import { NPS, storePast, toPerson } from '../../test/past-answers.ts'
import { createSite, readStoredSite } from '../../test/talk-to-worker.ts'
import { toFirstId } from '../ingest/response-store.ts'
import { IdentifiedAnswersStore } from './identified-answers-store.ts'

const NIGHT = Date.parse('2026-06-15T03:17:00Z')

async function readAll(siteId: string, share = 1, database = env.DB) {
  const store = new IdentifiedAnswersStore(database, (await readStoredSite({ id: siteId })).id)
  const windows: { answers: number; rows: number }[] = []
  const respondents: string[] = []
  for await (const { answers, rows } of store.read('2026-05', NIGHT, () => share)) {
    windows.push({ answers: answers.length, rows })
    respondents.push(...answers.map(({ respondent }) => respondent))
  }
  return { windows, respondents }
}

test('reads answers of a month and the next one, of identified people, and nothing of those beyond the share', async () => {
  const site = await createSite('halves')
  const [low, middle, high] = [`p${'0'.repeat(32)}`, `p7fffffff${'f'.repeat(24)}`, `p80000000${'0'.repeat(24)}`]
  await storePast(site, [
    ...[low, middle, high].map((who) => ({ who, day: '2026-05-02', ...NPS })),
    { who: toPerson('v', 7), day: '2026-06-30', ...NPS },
    { who: null, day: '2026-05-02', ...NPS },
    { who: toPerson('p', 8), day: '2026-04-30', ...NPS },
    { who: toPerson('p', 9), day: '2026-07-01', ...NPS },
  ])
  expect((await readAll(site.id)).respondents.sort()).toEqual([low, middle, high, toPerson('v', 7)].sort())
  expect((await readAll(site.id, 0.5)).respondents.sort()).toEqual([low, middle, toPerson('v', 7)].sort())
  expect((await readAll(site.id, 0.25)).respondents.sort()).toEqual([low, toPerson('v', 7)].sort())
})

/** Puts so many answers into the table at once, by names that begin with `mark`; null: by nobody. */
async function fill(siteId: string, count: number, day: string, mark: string | null) {
  const at = Date.parse(`${day}T12:00:00Z`)
  await env.DB.prepare(
    `WITH RECURSIVE counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < ?2)
     INSERT INTO responses (site_id, id, rev, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint, touchpoint_key, segment,
       locale, state, occurred_at, day, hour_at, score, received_at, respondent)
     SELECT ?1, ?3 || printf('-7000-8000-%012x', n), 1, 'production', 'visitor', 'nps', 1, 'nps', 10, ?4, ?4, '', 'es', 'answered', ?5, ?6, ?5, 9, ?5,
       CASE WHEN ?7 IS NOT NULL THEN ?7 || printf('%031x', n) END FROM counter`,
  )
    .bind(siteId, count, toFirstId(at), 'a-touchpoint-with-a-long-name', at, day, mark)
    .run()
}

test('looks at more at once where nobody has a name, and at less again when that is too much', async () => {
  const site = await createSite('crowd')
  await fill(site.id, 31_000, '2026-05-02', null)
  await fill(site.id, 21_000, '2026-05-03', 'p0')
  // Cloudflare refuses a row of two megabytes, this machine does not.
  let looks = 0
  const strict = createFaultyDatabase(env.DB, () => {
    looks += 1
    return looks === 3 ? 'fails' : 'works'
  })
  const { windows, respondents } = await readAll(site.id, 1, strict)
  expect(new Set(respondents).size).toBe(21_000)
  expect(windows.reduce((sum, { rows }) => sum + rows, 0)).toBe(52_000)
  expect(windows).toEqual([
    { answers: 0, rows: 10_000 },
    { answers: 0, rows: 20_000 },
    { answers: 9000, rows: 10_000 },
    { answers: 10_000, rows: 10_000 },
    { answers: 2000, rows: 2000 },
  ])
  // What fails at its smallest is broken.
  const broken = createFaultyDatabase(env.DB, () => 'fails')
  await expect(readAll(site.id, 1, broken)).rejects.toThrow('Network connection lost')
})
