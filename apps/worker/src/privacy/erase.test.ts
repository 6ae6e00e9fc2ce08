import { env } from 'cloudflare:workers'
import type { BatchResult, ResponsePage } from '@pulso/protocol'
import { expect, test } from 'vitest'
import {
  claimsOf,
  createKey,
  createResponse,
  createSite,
  findTouchpoint,
  manage,
  readDrift,
  readProblem,
  readStats,
  sendBatch,
  signToken,
  storeAnswers,
} from '../../test/talk-to-worker.ts'
import { KeptResponsesStore } from './kept-responses-store.ts'

type TestSite = Awaited<ReturnType<typeof createSite>>

const PEN_NAME = 'a-random-pen-name'

const nameOf = async (site: TestSite, person: { sub: string } | { respondentId: string }) =>
  (await (await manage('POST', `/v1/sites/${site.id}/respondents`, person)).json<{ respondent: string }>()).respondent
const erase = async (site: TestSite, path: string) => (await manage('DELETE', `/v1/sites/${site.id}/${path}`)).json()
const replay = async (site: TestSite) => (await manage('POST', `/v1/sites/${site.id}/erasures/replay`)).json()
const statusOf = async (answer: Response) => (await answer.json<BatchResult>()).results.map(({ problem, status }) => problem ?? status)
const idsOf = async (site: TestSite) =>
  (await env.DB.prepare('SELECT id FROM responses WHERE site_id = ?1 ORDER BY id').bind(site.id).all<{ id: string }>()).results.map(
    ({ id }) => id,
  )

/** What a database turned back looks like: every table of the site as it was, tombstones gone. */
async function takeBackup(site: TestSite) {
  const tables = ['responses', 'tallies_day', 'tallies_hour', 'tombstones', 'respondent_secrets'] as const
  const kept = new Map<string, Record<string, unknown>[]>()
  for (const table of tables)
    kept.set(table, (await env.DB.prepare(`SELECT * FROM ${table} WHERE site_id = ?1`).bind(site.id).all()).results)
  return async () => {
    // Responses first: their triggers change the tallies, which come after.
    for (const table of tables) {
      await env.DB.prepare(`DELETE FROM ${table} WHERE site_id = ?1`).bind(site.id).run()
      for (const row of kept.get(table) ?? []) {
        const columns = Object.keys(row).filter((column) => column !== 'lane' || table !== 'responses')
        await env.DB.prepare(
          `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})
           ${table.startsWith('tallies') ? 'ON CONFLICT DO UPDATE SET shown = excluded.shown' : ''}`,
        )
          .bind(...columns.map((column) => row[column]))
          .run()
      }
    }
  }
}

test('gives out everything that is stored of a person, and of nobody else', async () => {
  const site = await createSite('export')
  const mine = createResponse({ comment: 'Mi café', segment: 'pro' })
  await sendBatch(site, [mine], { respondentId: PEN_NAME })
  await sendBatch(site, [createResponse({ comment: 'Not mine' })], { respondentId: 'another-pen-name' })
  const respondent = await nameOf(site, { respondentId: PEN_NAME })
  const given = await (await manage('GET', `/v1/sites/${site.id}/respondents/${respondent}`)).json<{
    responses: Record<string, unknown>[]
  }>()
  expect(given).toMatchObject({ site: site.id, respondent, responses: [{ id: mine.id, comment: 'Mi café', respondent }] })
  const { results } = await env.DB.prepare(`SELECT name FROM pragma_table_xinfo('responses')`).all<{ name: string }>()
  expect(Object.keys(given.responses[0] ?? {}).sort()).toEqual(results.map(({ name }) => name).sort())
})

test('erases a person: rows, scores, and whatever their outbox still sends', async () => {
  const site = await createSite('forgotten')
  const [sent, unsent, other] = [
    createResponse({ score: 0, comment: 'Soy yo' }),
    createResponse({ score: 0 }),
    createResponse({ score: 10 }),
  ]
  await sendBatch(site, [sent], { respondentId: PEN_NAME })
  await storeAnswers(site, other)
  const respondent = await nameOf(site, { respondentId: PEN_NAME })
  expect(await erase(site, `respondents/${respondent}`)).toEqual({ erased: 1 })
  expect(findTouchpoint(await readStats(site), 'recommend').scores[0]).toMatchObject({ n: 1, value: 100 })

  // What was stored, in any revision and with or without the name, and what had never arrived.
  const late = await sendBatch(site, [{ ...sent, rev: 9, answeredAt: Date.now() + 60_000 }, unsent], { respondentId: PEN_NAME })
  expect([late.status, await statusOf(late.clone())]).toEqual([410, ['erased', 'erased']])
  expect((await readProblem(late)).type).toBe('urn:pulso:problem:erased')
  expect(await statusOf(await sendBatch(site, [{ ...sent, rev: 10 }, createResponse()]))).toEqual(['erased', 'stored'])
  const imported = await manage('POST', `/v1/sites/${site.id}/import`, { source: 'import', responses: [sent] })
  expect(await imported.json()).toEqual({ stored: 0 })
  expect(await idsOf(site)).not.toContain(sent.id)

  // What the same person says from now on is new.
  const again = createResponse({ shownAt: Date.now() + 500, answeredAt: Date.now() + 1000 })
  expect(await statusOf(await sendBatch(site, [again], { respondentId: PEN_NAME, sentAt: Date.now() - 5000 }))).toEqual(['stored'])
  expect(await erase(site, `respondents/${respondent}`)).toEqual({ erased: 1 })
  expect(await readDrift(site)).toEqual([])
})

test('erases a verified person by what the site calls them, also the answers that a later one had replaced', async () => {
  const site = await createSite('forgotten-member')
  const { secret } = await createKey(site)
  const token = await signToken(secret, claimsOf(site, 'ana'))
  const at = Date.now() - 60_000
  const [first, second] = [createResponse({ shownAt: at, answeredAt: at + 1 }), createResponse({ shownAt: at + 2, answeredAt: at + 3 })]
  for (const response of [first, second]) await sendBatch(site, [response], { respondentToken: token })
  expect(await erase(site, `respondents/${await nameOf(site, { sub: 'ana' })}`)).toEqual({ erased: 1 })
  const late = await sendBatch(site, [first, second], { respondentToken: token })
  expect(await statusOf(late)).toEqual(['erased', 'erased'])
  expect(await idsOf(site)).toEqual([])
  expect(await readDrift(site)).toEqual([])
})

test('erases one answer, whether it has arrived or not', async () => {
  const site = await createSite('one-answer')
  const [stored, coming, kept] = [createResponse(), createResponse(), createResponse()]
  await storeAnswers(site, stored, kept)
  expect(await erase(site, `responses/${stored.id}`)).toEqual({ erased: 1 })
  expect(await erase(site, `responses/${coming.id}`)).toEqual({ erased: 0 })
  expect(await statusOf(await sendBatch(site, [{ ...stored, rev: 5 }, coming, { ...kept, rev: 2 }]))).toEqual([
    'erased',
    'erased',
    'stored',
  ])
  expect(await idsOf(site)).toEqual([kept.id])
  expect(await readDrift(site)).toEqual([])
})

test("erases a verified person's answer of a wave, in which they may answer again", async () => {
  const site = await createSite('one-wave')
  const token = await signToken((await createKey(site)).secret, claimsOf(site, 'ana'))
  const at = Date.now() - 60_000
  const response = createResponse({ shownAt: at, answeredAt: at + 1 })
  await sendBatch(site, [response], { respondentToken: token })
  const [row] = (await (await manage('GET', `/v1/sites/${site.id}/responses?lane=verified`)).json<ResponsePage>()).responses
  expect(await erase(site, `responses/${row?.id}`)).toEqual({ erased: 1 })
  expect(await statusOf(await sendBatch(site, [{ ...response, rev: 2 }], { respondentToken: token }))).toEqual(['erased'])
  const again = createResponse({ shownAt: Date.now(), answeredAt: Date.now() + 10 })
  expect(await statusOf(await sendBatch(site, [again], { respondentToken: token, sentAt: Date.now() - 1000 }))).toEqual(['stored'])
})

test('erases again what a database turned back had brought again', async () => {
  const site = await createSite('turned-back')
  const { secret } = await createKey(site)
  const token = await signToken(secret, claimsOf(site, 'ana'))
  const [byName, byId, other] = [createResponse({ score: 0 }), createResponse({ score: 0 }), createResponse({ score: 10 })]
  await sendBatch(site, [byName], { respondentId: PEN_NAME })
  await sendBatch(site, [createResponse()], { respondentToken: token })
  await storeAnswers(site, byId, other)
  const restore = await takeBackup(site)
  await erase(site, `respondents/${await nameOf(site, { respondentId: PEN_NAME })}`)
  await erase(site, `respondents/${await nameOf(site, { sub: 'ana' })}`)
  await erase(site, `responses/${byId.id}`)
  expect(await idsOf(site)).toEqual([other.id])

  await restore()
  expect(await idsOf(site)).toHaveLength(4)
  expect(await readDrift(site)).toEqual([])
  expect(await replay(site)).toEqual({ erased: 3 })
  expect(await idsOf(site)).toEqual([other.id])
  expect(findTouchpoint(await readStats(site), 'recommend').scores[0]).toMatchObject({ n: 1, value: 100 })
  expect(await readDrift(site)).toEqual([])
  expect(
    await statusOf(
      await sendBatch(site, [
        { ...byName, rev: 7 },
        { ...byId, rev: 7 },
      ]),
    ),
  ).toEqual(['erased', 'erased'])
  expect(await replay(site)).toEqual({ erased: 0 })
})

test('finishes an erasure that was cut short between forbidding and deleting', async () => {
  const site = await createSite('cut-short')
  await sendBatch(site, [createResponse()], { respondentId: PEN_NAME })
  const respondent = await nameOf(site, { respondentId: PEN_NAME })
  await env.ERASURE_LOG.get(env.ERASURE_LOG.idFromName(site.id)).add([{ key: respondent, until: Date.now(), erasedAt: Date.now() }])
  expect(await replay(site)).toEqual({ erased: 1 })
})

/** The same database, adding up what its statements read. */
function createCountingDatabase() {
  const counted = { rowsRead: 0 }
  const prepare = (sql: string) => ({
    bind: (...values: unknown[]) => ({
      async first() {
        const { results, meta } = await env.DB.prepare(sql)
          .bind(...values)
          .all()
        counted.rowsRead += meta.rows_read
        return results[0] ?? null
      },
    }),
  })
  return { counted, database: { prepare } as unknown as D1Database }
}

test('finds a person among many by one walk over the primary key of the site', async () => {
  const site = await createSite('long-walk')
  await storeAnswers(site, createResponse())
  const others = 24_000
  await env.DB.prepare(
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?2)
     INSERT INTO responses (site_id, id, rev, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint, touchpoint_key,
       segment, locale, state, occurred_at, day, hour_at, score, received_at)
     SELECT site_id, printf('02000000-0000-7000-8000-%012d', n), rev, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint,
       touchpoint_key, segment, locale, state, occurred_at, day, hour_at, score, received_at
     FROM responses, numbers WHERE site_id = ?1`,
  )
    .bind(site.id, others)
    .run()
  await sendBatch(site, [createResponse()], { respondentId: PEN_NAME })
  const respondent = await nameOf(site, { respondentId: PEN_NAME })
  const { counted, database } = createCountingDatabase()
  const found: string[] = []
  for await (const ids of new KeptResponsesStore(database, site.id).findOfRespondent(respondent)) found.push(...ids)
  expect(found).toHaveLength(1)
  // Each row once.
  expect(counted.rowsRead).toBeLessThanOrEqual(others + 10)
  expect(await erase(site, `respondents/${respondent}`)).toEqual({ erased: 1 })
  expect(findTouchpoint(await readStats(site), 'recommend').answered).toBe(others + 1)
}, 30_000)

test.for(['v123', `x${'0'.repeat(32)}`, 'p', `v${'Z'.repeat(32)}`])('refuses %s as a respondent', async (respondent) => {
  const site = await createSite('spelled-wrong')
  expect((await manage('DELETE', `/v1/sites/${site.id}/respondents/${respondent}`)).status).toBe(400)
  expect((await manage('DELETE', `/v1/sites/${site.id}/responses/${respondent}`)).status).toBe(400)
})
