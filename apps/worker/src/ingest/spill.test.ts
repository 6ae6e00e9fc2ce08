import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { BatchResult, DeadLetterPage, Response as PulsoResponse, ReplayResult, Site } from '@pulso/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFaultyDatabase, type Mood } from '../../test/create-faulty-database.ts'
import { sendTo } from '../../test/send-to.ts'
import {
  callWorker,
  createResponse,
  createSite,
  createToken,
  OPERATOR,
  readDrift,
  readProblem,
  readRow,
  readStoredSite,
  storeAnswers,
} from '../../test/talk-to-worker.ts'
import type { Bindings } from '../bindings.ts'
import worker from '../index.ts'
import type { SpillMessage } from './spill.ts'
import { toArrival, toRow } from './to-row.ts'

// Some of these wait for a database that stalls, and for the queue.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** Sends answers to a worker whose database has these moods for what writes answers, one per attempt, and then works. */
async function sendThrough(site: Site, moods: Mood[], responses: PulsoResponse[], changes: Partial<Bindings> = {}) {
  const DB = createFaultyDatabase(env.DB, (sql) => (sql.includes('INTO responses') ? (moods.shift() ?? 'works') : 'works'))
  return sendTo({ ...env, DB, ...changes }, site, responses)
}

/** The row of a response, as soon as the queue has brought it. */
const waitForRow = (site: Site, id: string) => vi.waitFor(() => readRow(site, id), { timeout: 20_000, interval: 50 })

async function readLetters(): Promise<DeadLetterPage> {
  return (await callWorker('/v1/dead-letters', { headers: OPERATOR })).json<DeadLetterPage>()
}

/** Responses as messages of the queue. */
async function toMessages(site: Site, ...responses: PulsoResponse[]): Promise<SpillMessage[]> {
  const stored = await readStoredSite(site)
  return responses.map((response) => {
    const item = toRow(
      response,
      toArrival(stored, 'production', Date.now(), Date.now(), { identity: { kind: 'anonymous' }, network: null }),
    )
    if (!('row' in item)) throw new Error(item.rejection.detail)
    return { siteId: stored.id, row: item.row }
  })
}

/** Lets the worker consume messages, as the queue would, and says what it told the queue. */
async function consume(messages: SpillMessage[], options: { queue?: string; bindings?: Partial<Bindings>; attempts?: number } = {}) {
  const queue = options.queue ?? 'pulso-spill'
  const batch = createMessageBatch<SpillMessage>(
    queue,
    messages.map((body, index) => ({ id: String(index), timestamp: new Date(), attempts: options.attempts ?? 1, body })),
  )
  const retries = batch.messages.map((message) => vi.spyOn(message, 'retry'))
  const context = createExecutionContext()
  await worker.queue(batch, { ...env, ...options.bindings })
  const delays = retries.flatMap((retry) => retry.mock.calls.map(([how]) => how?.delaySeconds ?? 0))
  return { ...(await getQueueResult(batch, context)), delays }
}

test.for<[Mood, Mood]>([
  ['fails', 'fails'],
  ['fails-after', 'fails'],
  ['fails', 'stalls'],
  ['commits-silently', 'fails-after'],
])('keeps an answer once when the database %s and then %s, by the real queue', async (moods) => {
  const site = await createSite(`spilled-${moods.join('-')}`)
  const response = createResponse({ comment: 'Sin prisa' })
  const answer = await sendThrough(site, [...moods], [response])
  expect(answer.status).toBe(202)
  expect(await answer.json<BatchResult>()).toEqual({ results: [{ id: response.id, status: 'queued' }] })
  expect(await waitForRow(site, response.id)).toMatchObject({ rev: 1, score: 9, comment: 'Sin prisa' })
  expect(await readDrift(site)).toEqual([])
})

test('stores at the second attempt without the queue', async () => {
  const site = await createSite('second-attempt')
  const response = createResponse()
  const answer = await sendThrough(site, ['fails-after'], [response])
  expect(answer.status).toBe(200)
  // The first attempt has committed, so the second finds it there.
  expect((await answer.json<BatchResult>()).results).toEqual([{ id: response.id, status: 'duplicate' }])
})

test('does not let an older revision out of the queue replace a newer one', async () => {
  const site = await createSite('late-revision')
  const response = createResponse({ rev: 1, score: 2 })
  const [message] = await toMessages(site, response)
  if (!message) throw new Error('no message')
  await storeAnswers(site, { ...response, rev: 2, score: 8 })
  const result = await consume([message])
  expect(result.explicitAcks).toEqual(['0'])
  expect(await readRow(site, response.id)).toMatchObject({ rev: 2, score: 8 })
  expect(await readDrift(site)).toEqual([])
})

test.for(['fails', 'stalls'] as const)('stores answers when counting what was reached %s', async (mood) => {
  const site = await createSite(`reach-${mood}`)
  const DB = createFaultyDatabase(env.DB, (sql) => (sql.includes('INTO reach_week') ? mood : 'works'))
  const response = createResponse()
  const answer = await sendTo({ ...env, DB }, site, [response], { batch: { reach: 'checkout reached' } })
  expect(answer.status).toBe(200)
  await readRow(site, response.id)
})

test('says what is wrong with the others also when the good ones are queued', async () => {
  const site = await createSite('mixed')
  const good = createResponse()
  const answer = await sendThrough(site, ['fails', 'fails'], [createResponse({ score: 11 }), good])
  expect(answer.status).toBe(202)
  expect((await answer.json<BatchResult>()).results.map(({ status }) => status)).toEqual(['rejected', 'queued'])
  await waitForRow(site, good.id)
})

test('takes answers while the database does not even say what the site is, if it was seen before', async () => {
  const site = await createSite('cut-off')
  const dead = { ...env, DB: createFaultyDatabase(env.DB, () => 'fails') }
  const stranger = await sendTo(dead, site, [createResponse()])
  expect([stranger.status, stranger.headers.get('Retry-After')]).toEqual([503, '5'])
  await sendTo(env, site, [createResponse()])
  const response = createResponse()
  expect((await sendTo(dead, site, [response])).status).toBe(202)
  await waitForRow(site, response.id)
})

test('says 503 with Retry-After without a queue, and with one that fails', async () => {
  const site = await createSite('no-queue')
  const { SPILL: _, ...unbound } = env
  const alone = await sendTo(
    { ...unbound, DB: createFaultyDatabase(env.DB, (sql) => (sql.includes('INTO responses') ? 'fails' : 'works')) },
    site,
    [createResponse()],
  )
  expect([alone.status, alone.headers.get('Retry-After')]).toEqual([503, '5'])
  const fail = () => Promise.reject(new Error('Queue is overloaded.'))
  const full: Queue<SpillMessage> = { send: fail, sendBatch: fail, metrics: fail }
  const both = await sendThrough(site, ['fails', 'fails'], [createResponse()], { SPILL: full })
  expect([both.status, both.headers.get('Retry-After')]).toEqual([503, '5'])
  expect((await readProblem(both)).detail).toContain('Neither the database nor the queue')
})

test('stores what a hundred messages of two sites bring, each site in one commit', async () => {
  const sites = [await createSite('many-a'), await createSite('many-b')]
  const halves = await Promise.all(
    sites.map((site) => toMessages(site, ...Array.from({ length: 50 }, (_, index) => createResponse({ score: index % 11 })))),
  )
  let commits = 0
  const DB = createFaultyDatabase(env.DB, (sql) => {
    if (sql.includes('INTO responses')) commits += 1
    return 'works'
  })
  const result = await consume(halves.flat(), { bindings: { DB } })
  expect(result.explicitAcks).toHaveLength(100)
  expect(commits).toBe(2)
  for (const site of sites) {
    const { results } = await env.DB.prepare('SELECT COUNT(*) AS stored FROM responses WHERE site_id = ?1').bind(site.id).all()
    expect(results).toEqual([{ stored: 50 }])
    expect(await readDrift(site)).toEqual([])
  }
})

test('asks the queue for its messages again, later and later, while the database does not answer', async () => {
  const site = await createSite('again')
  const messages = await toMessages(site, createResponse(), createResponse())
  const DB = createFaultyDatabase(env.DB, () => 'fails')
  for (const [attempts, least, most] of [
    [1, 5, 10],
    [3, 20, 40],
    [50, 300, 600],
  ] as const) {
    const { explicitAcks, retryMessages, delays } = await consume(messages, { bindings: { DB }, attempts })
    expect([explicitAcks, retryMessages.length]).toEqual([[], 2])
    for (const delay of delays) {
      expect(delay).toBeGreaterThanOrEqual(least)
      expect(delay).toBeLessThanOrEqual(most)
    }
  }
  expect((await readLetters()).letters.filter(({ siteId }) => siteId === site.id)).toEqual([])
})

test('keeps what the database refuses as a dead letter, without its neighbours, until a replay can store it', async () => {
  const site = await createSite('refused')
  const [good, bad] = await toMessages(site, createResponse(), createResponse())
  if (!good || !bad) throw new Error('no messages')
  const broken = { ...bad, row: { ...bad.row, score: 99 } }
  const result = await consume([broken, good])
  expect(result.explicitAcks.toSorted()).toEqual(['0', '1'])
  await readRow(site, good.row.id)
  const letters = (await readLetters()).letters.filter(({ siteId }) => siteId === site.id)
  expect(letters).toMatchObject([{ id: bad.row.id, rev: 1, reason: expect.stringContaining('constraint'), row: { score: 99 } }])

  const replay = async () => (await callWorker('/v1/dead-letters/replay', { method: 'POST', headers: OPERATOR })).json<ReplayResult>()
  expect(await replay()).toEqual({ stored: 0, kept: 1 })
  // The operator has mended the cause.
  await env.DB.prepare("UPDATE dead_letters SET row = json_set(row, '$.score', 9) WHERE site_id = ?1").bind(site.id).run()
  expect(await replay()).toEqual({ stored: 1, kept: 0 })
  expect(await readRow(site, bad.row.id)).toMatchObject({ score: 9 })
  expect(await readLetters()).toEqual({ letters: [], total: 0 })
  expect(await readDrift(site)).toEqual([])
})

test('keeps an answer whose id is another prompt’s as a dead letter, which the operator can let go', async () => {
  const site = await createSite('dead-conflict')
  const response = createResponse()
  await storeAnswers(site, response)
  const messages = await toMessages(site, { ...response, rev: 2, promptId: 'csat', kind: 'csat', scaleMax: 5, score: 4 })
  expect((await consume(messages)).explicitAcks).toEqual(['0'])
  expect((await readLetters()).letters).toMatchObject([{ id: response.id, reason: expect.stringContaining('another prompt') }])
  const remove = () => callWorker(`/v1/dead-letters/${site.id}/${response.id}/2`, { method: 'DELETE', headers: OPERATOR })
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 404])
  expect((await readLetters()).total).toBe(0)
})

test('makes dead letters of what the queue has given up, or stores it when the database is back', async () => {
  const site = await createSite('given-up')
  const [message] = await toMessages(site, createResponse())
  if (!message) throw new Error('no message')
  const gone = createFaultyDatabase(env.DB, () => 'fails')
  expect((await consume([message], { queue: 'pulso-spill-dead', bindings: { DB: gone } })).retryMessages).toHaveLength(1)
  const half = createFaultyDatabase(env.DB, (sql) => (sql.includes('INTO responses') ? 'fails' : 'works'))
  expect((await consume([message], { queue: 'pulso-spill-dead', bindings: { DB: half } })).explicitAcks).toEqual(['0'])
  expect((await readLetters()).letters).toMatchObject([{ id: message.row.id, reason: expect.stringContaining('Network connection lost') }])
  expect((await consume([message], { queue: 'pulso-spill-dead' })).explicitAcks).toEqual(['0'])
  await readRow(site, message.row.id)
})

test('shows an admin of some sites the dead letters of those sites, and touches no others', async () => {
  const [mine, theirs] = [await createSite('letters-mine'), await createSite('letters-theirs')]
  for (const site of [mine, theirs]) {
    const [message] = await toMessages(site, createResponse())
    if (message) await consume([{ ...message, row: { ...message.row, score: 99 } }])
  }
  const admin = await createToken({ scopes: ['admin'], sites: [mine.id] })
  const seen = await (await callWorker('/v1/dead-letters', { headers: admin.headers })).json<DeadLetterPage>()
  expect([seen.total, seen.letters.map(({ siteId }) => siteId)]).toEqual([1, [mine.id]])
  const replayed = await callWorker('/v1/dead-letters/replay', { method: 'POST', headers: admin.headers })
  expect(await replayed.json<ReplayResult>()).toEqual({ stored: 0, kept: 1 })
  for (const { siteId, id, rev } of (await readLetters()).letters) {
    const path = `/v1/dead-letters/${siteId}/${id}/${rev}`
    expect((await callWorker(path, { method: 'DELETE', headers: admin.headers })).status).toBe(siteId === mine.id ? 204 : 404)
    expect((await callWorker(path, { method: 'DELETE', headers: OPERATOR })).status).toBe(siteId === mine.id ? 404 : 204)
  }
})

test('lets nobody at dead letters who is no admin', async () => {
  const paths: [string, string][] = [
    ['GET', '/v1/dead-letters'],
    ['POST', '/v1/dead-letters/replay'],
    ['DELETE', '/v1/dead-letters/main/x/1'],
  ]
  const writer = await createToken({ scopes: ['site:write', 'responses:read'] })
  for (const [method, path] of paths) {
    expect((await callWorker(path, { method })).status, path).toBe(401)
    expect((await callWorker(path, { method, headers: { Authorization: 'Bearer pulso_other' } })).status, path).toBe(401)
    expect((await callWorker(path, { method, headers: writer.headers })).status, path).toBe(403)
  }
})
