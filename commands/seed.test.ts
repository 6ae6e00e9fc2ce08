import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ImportBatch, SiteDefinition } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createPlantedHistory, type PlantedResponse } from '../examples/planted/history.ts'
import { toPlantedSite } from '../examples/planted/site.ts'
import { toWire } from '../examples/planted/to-wire.ts'
import { readDatabase } from '../torture/read-database.ts'
import { WORKER_FOLDER } from './workspace.ts'
import { writePlanted } from './write-planted.ts'

const DAY_MS = 86_400_000
// A Thursday, in the middle of the afternoon in Madrid.
const OPTIONS = { now: Date.UTC(2026, 10, 19, 15, 30), responses: 20_000, days: 100, seed: 1 }

const planted = createPlantedHistory(OPTIONS)
const responses = [...planted.responses]
const quiet = [...createPlantedHistory({ ...OPTIONS, isQuiet: true }).responses]

const scoresOf = (of: readonly PlantedResponse[], touchpoint: string, wanted: (response: PlantedResponse) => boolean = () => true) =>
  of
    .filter((response) => response.traffic.touchpoint === touchpoint && response.score !== null && wanted(response))
    .map(({ score }) => score ?? 0)
const toTopBox = (scores: readonly number[]) => scores.filter((score) => score >= 4).length / scores.length
const since = (day: string) => (response: PlantedResponse) => new Date(response.shownAt).toISOString().slice(0, 10) >= day

function toTruths() {
  if (!planted.truths) throw new Error('nothing is planted')
  return planted.truths
}

test('makes the same history of the same seed, another of another, none of it in the future', () => {
  expect([...createPlantedHistory(OPTIONS).responses]).toEqual(responses)
  expect([...createPlantedHistory({ ...OPTIONS, seed: 2 }).responses]).not.toEqual(responses)
  expect(responses).toHaveLength(OPTIONS.responses)
  expect(new Set(responses.map(({ id }) => id)).size).toBe(responses.length)
  for (const { answeredAt, shownAt } of responses) expect(answeredAt ?? shownAt).toBeLessThanOrEqual(OPTIONS.now)
  expect(Math.min(...responses.map(({ shownAt }) => shownAt))).toBeGreaterThan(OPTIONS.now - (OPTIONS.days + 1) * DAY_MS)
})

test('plants what it says, and nothing into a quiet history', () => {
  const { release, silent, segment, theme } = toTruths()
  const isAfter = since(release.day)
  const near = (share: number, wanted: number) => expect(Math.abs(share - wanted)).toBeLessThan(0.06)
  near(toTopBox(scoresOf(responses, release.touchpoint, (response) => !isAfter(response))), release.topBoxBefore)
  near(toTopBox(scoresOf(responses, release.touchpoint, isAfter)), release.topBoxAfter)
  near(toTopBox(scoresOf(responses, segment.touchpoint, (response) => response.segment === segment.segment)), segment.topBox)
  near(toTopBox(scoresOf(responses, segment.touchpoint, (response) => response.segment !== segment.segment)), segment.topBoxOfOthers)
  for (const touchpoint of silent.touchpoints) {
    expect(scoresOf(responses, touchpoint)).toEqual([])
    expect(responses.some(({ traffic }) => traffic.touchpoint === touchpoint)).toBe(true)
  }
  const speaks = (of: readonly PlantedResponse[]) =>
    of.filter(({ comment }) => comment && [...theme.words.es, ...theme.words.en].some((word) => comment.toLowerCase().includes(word)))
  expect(speaks(responses).length).toBeGreaterThan(50)
  expect(speaks(responses).every((response) => response.traffic.touchpoint === theme.touchpoint && isAfter(response))).toBe(true)

  expect(createPlantedHistory({ ...OPTIONS, isQuiet: true }).truths).toBeNull()
  near(
    toTopBox(scoresOf(quiet, release.touchpoint, isAfter)),
    toTopBox(scoresOf(quiet, release.touchpoint, (response) => !isAfter(response))),
  )
  near(
    toTopBox(scoresOf(quiet, segment.touchpoint, (response) => response.segment === segment.segment)),
    toTopBox(scoresOf(quiet, segment.touchpoint, (response) => response.segment !== segment.segment)),
  )
  for (const touchpoint of silent.touchpoints) expect(scoresOf(quiet, touchpoint).length).toBeGreaterThan(0)
  expect(speaks(quiet)).toEqual([])
})

test('brings detractors back as promoters, and satisfaction with paying together with recommendation', () => {
  const { migration } = toTruths()
  const answers = new Map<number, number[]>()
  for (const { traffic, respondent, score } of responses) {
    if (traffic.touchpoint !== migration.touchpoint || respondent === null || score === null) continue
    answers.set(respondent, [...(answers.get(respondent) ?? []), score])
  }
  const pairs = [...answers.values()].flatMap((scores) => scores.slice(1).map((after, index) => ({ before: scores[index] ?? 0, after })))
  const ofDetractors = pairs.filter(({ before }) => before <= 6)
  expect(ofDetractors.length).toBeGreaterThan(30)
  expect(Math.abs(ofDetractors.filter(({ after }) => after >= 9).length / ofDetractors.length - migration.share)).toBeLessThan(0.15)
})

test('has every touchpoint on every day, however few responses there are', () => {
  const few = [...createPlantedHistory({ ...OPTIONS, responses: 10 * OPTIONS.days, isSegmented: false }).responses]
  const days = new Set(
    few.map(
      ({ shownAt, traffic }) => `${new Date(shownAt).toLocaleDateString('sv-SE', { timeZone: 'Europe/Madrid' })} ${traffic.touchpoint}`,
    ),
  )
  expect(days.size).toBe(10 * OPTIONS.days)
})

test('speaks the language of the import', () => {
  expect(SiteDefinition.safeParse(toPlantedSite({ name: 'Planted' })).error).toBeUndefined()
  const batch = { source: 'import', responses: responses.slice(0, 1000).map(toWire) }
  expect(ImportBatch.safeParse(batch).error).toBeUndefined()
})

test('writes rows into a database of its own whose triggers make the tallies', () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'pulso-seed-'))
  try {
    const folder = join(stateFolder, 'worker', 'v3', 'd1', 'miniflare-D1DatabaseObject')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'pulso.sqlite')
    const database = new DatabaseSync(file)
    const migrations = join(WORKER_FOLDER, 'migrations')
    for (const name of readdirSync(migrations).sort()) database.exec(readFileSync(join(migrations, name), 'utf8'))
    const definition = JSON.stringify(toPlantedSite({ name: 'Planted' }))
    database
      .prepare('INSERT INTO sites (id, site_key, definition, created_at, updated_at) VALUES (?, ?, ?, 0, 0)')
      .run('planted', 'pk_planted', definition)
    // Tallies of hours are of the last fortnight, so a history of today.
    const recent = createPlantedHistory({ ...OPTIONS, now: Date.now(), days: 10, responses: 5000 })
    expect(writePlanted({ stateFolder, siteId: 'planted', responses: recent.responses })).toBe(5000)
    expect(readDatabase(file, 'planted')).toMatchObject({ duplicates: 0, drift: 0 })
    expect(database.prepare('SELECT SUM(shown) AS shown, COUNT(DISTINCT day) AS days FROM tallies_day').get()).toEqual({
      shown: 5000,
      days: 10,
    })
    const reach = database
      .prepare('SELECT * FROM reach_week')
      .all()
      .flatMap((row) => Object.values(row).map(String))
      .join()
    expect(reach).toContain('"payment reached":')
    database.close()
  } finally {
    rmSync(stateFolder, { recursive: true })
  }
})
