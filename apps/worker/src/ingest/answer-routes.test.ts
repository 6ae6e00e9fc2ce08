import { env } from 'cloudflare:workers'
import { LIMITS } from '@pulso/protocol'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  callWorker,
  createId,
  createResponse,
  createSite,
  findTouchpoint,
  readDrift,
  readProblem,
  readRow,
  readStats,
  sendBatch,
  storeAnswers,
} from '../../test/talk-to-worker.ts'

let site: Awaited<ReturnType<typeof createSite>>

beforeAll(async () => {
  site = await createSite('answers')
})

test('stores an answer that is there when the next request reads it', async () => {
  const response = createResponse({ score: 10, comment: 'El café, de diez', state: 'completed' })
  expect(await storeAnswers(site, response)).toEqual(['stored'])
  expect(await readRow(site, response.id)).toMatchObject({
    score: 10,
    comment: 'El café, de diez',
    state: 'completed',
    environment: 'production',
  })
})

test('keeps one row with the newest content when a response comes ten times, out of order', async () => {
  const own = await createSite('ten-times')
  const id = createId()
  const revisions = [3, 1, 2, 3, 5, 4, 5, 1, 2, 5].map((rev) => createResponse({ id, rev, score: rev, comment: `revision ${rev}` }))
  const outcomes: string[] = []
  for (const revision of revisions) outcomes.push(...(await storeAnswers(own, revision)))
  expect(outcomes).toEqual(['stored', 'duplicate', 'duplicate', 'duplicate', 'stored', ...Array(5).fill('duplicate')])
  expect(await readRow(own, id)).toMatchObject({ rev: 5, score: 5, comment: 'revision 5' })
  const nps = findTouchpoint(await readStats(own), 'recommend')
  expect(nps).toMatchObject({ shown: 1, answered: 1, comments: 1 })
  expect(nps.scores[0]?.distribution).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
  expect(await readDrift(own)).toEqual([])
})

test('lets the last revision win with exact tallies, whatever the order and the bundling', { timeout: 60_000 }, async () => {
  const own = await createSite('any-order')
  const revision = fc.record({
    visitor: fc.integer({ min: 0, max: 3 }),
    rev: fc.integer({ min: 1, max: 6 }),
    touchpoint: fc.constantFrom('recommend', 'checkout', 'nowhere'),
    hoursAgo: fc.integer({ min: 0, max: 80 }),
    answer: fc.option(fc.record({ score: fc.integer({ min: 0, max: 10 }), comment: fc.boolean(), completed: fc.boolean() }), { nil: null }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(revision, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }), async (batches) => {
      const ids = Array.from({ length: 4 }, createId)
      const newest = new Map<string, { rev: number; score: number | null }>()
      for (const batch of batches) {
        const responses = batch.map(({ visitor, rev, touchpoint, hoursAgo, answer }) => {
          const shownAt = Date.now() - hoursAgo * 3_600_000
          const id = ids[visitor] ?? ''
          const known = newest.get(id)
          if (!known || rev > known.rev) newest.set(id, { rev, score: answer?.score ?? null })
          const { answeredAt: _, score: __, ...shown } = createResponse({ id, rev, touchpoint, shownAt, state: 'shown' })
          if (!answer) return shown
          return {
            ...shown,
            state: answer.completed ? ('completed' as const) : ('answered' as const),
            answeredAt: shownAt,
            score: answer.score,
            ...(answer.comment ? { comment: 'Muy rico' } : {}),
          }
        })
        await storeAnswers(own, ...responses)
      }
      for (const [id, { rev, score }] of newest) expect(await readRow(own, id)).toMatchObject({ rev, score })
      expect(await readDrift(own)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('gives tallies back when a response is erased', async () => {
  const own = await createSite('erased')
  const response = createResponse()
  await storeAnswers(own, response, createResponse())
  await env.DB.prepare('DELETE FROM responses WHERE site_id = ?1 AND id = ?2').bind(own.id, response.id).run()
  expect(findTouchpoint(await readStats(own), 'recommend').answered).toBe(1)
  expect(await readDrift(own)).toEqual([])
})

test('writes three rows for a response and none for its repetition', async () => {
  const own = await createSite('row-count')
  const response = createResponse()
  await storeAnswers(own, response)
  const copy = (id: string) =>
    env.DB.prepare(
      `INSERT INTO responses (site_id, id, rev, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint, touchpoint_key,
         segment, locale, state, occurred_at, day, hour_at, score, comment, received_at, choices, other, second)
       SELECT site_id, ?2, rev, environment, source, prompt_id, prompt_version, kind, scale_max, touchpoint, touchpoint_key,
         segment, locale, state, occurred_at, day, hour_at, score, comment, received_at, choices, other, second
       FROM responses WHERE site_id = ?1 AND id = ?3
       ON CONFLICT (site_id, id) DO UPDATE SET rev = excluded.rev WHERE excluded.rev > responses.rev`,
    ).bind(own.id, id, response.id)
  const id = createId()
  expect((await copy(id).run()).meta.rows_written).toBe(3)
  expect((await copy(id).run()).meta.rows_written).toBe(0)
})

test('refuses an id that belongs to another prompt, with 409', async () => {
  const response = createResponse()
  await storeAnswers(site, response)
  const other = { ...response, rev: 2, promptId: 'csat', kind: 'csat', scaleMax: 5, score: 4 }
  const answer = await sendBatch(site, [other])
  expect(answer.status).toBe(409)
  expect(await readProblem(answer)).toMatchObject({ type: 'urn:pulso:problem:id-conflict', contentType: 'application/problem+json' })
  expect(await readRow(site, response.id)).toMatchObject({ prompt_id: 'nps', rev: 1 })
})

test('stores the good items of a batch and says what is wrong with the others', async () => {
  const good = createResponse()
  const answer = await sendBatch(site, [
    { ...createResponse(), score: 11 },
    good,
    { nonsense: true },
    createResponse({ promptId: 'never' }),
  ])
  expect(answer.status).toBe(200)
  const { results } = await answer.json<{ results: { status: string; problem?: string; detail?: string }[] }>()
  expect(results.map((result) => result.problem ?? result.status)).toEqual([
    'invalid-response',
    'stored',
    'invalid-response',
    'unknown-prompt',
  ])
  expect(results[0]?.detail).toBe('score: use 0 to 10')
})

test('answers with a problem when nothing of a batch can be stored', async () => {
  const answer = await sendBatch(site, [createResponse({ kind: 'csat', scaleMax: 5, score: 3 })])
  expect(answer.status).toBe(422)
  expect(await readProblem(answer)).toMatchObject({ status: 422, detail: expect.stringContaining('"nps" is asked as nps up to 10') })
})

test('takes a batch at the limits and refuses one past them', async () => {
  const batch = Array.from({ length: LIMITS.batchResponses }, () => createResponse())
  expect((await sendBatch(site, batch)).status).toBe(200)
  expect((await sendBatch(site, [...batch, createResponse()])).status).toBe(400)

  const envelope = JSON.stringify({ siteKey: site.siteKey, sentAt: Date.now(), responses: [createResponse()] })
  const post = (body: string) => callWorker('/v1/responses', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body })
  expect((await post(envelope.padEnd(LIMITS.batchBytes))).status).toBe(200)
  const tooLarge = await post(envelope.padEnd(LIMITS.batchBytes + 1))
  expect(tooLarge.status).toBe(413)
  expect((await readProblem(tooLarge)).detail).toContain('16384 bytes')
})

test('counts bytes itself when the length is not declared', async () => {
  const { readable, writable } = new TransformStream()
  const writer = writable.getWriter()
  const written = (async () => {
    for (let sent = 0; sent <= LIMITS.batchBytes; sent += 1024) await writer.write(new TextEncoder().encode(' '.repeat(1024)))
    await writer.close()
  })().catch(() => 'the worker stopped reading')
  const answer = await callWorker('/v1/responses', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: readable })
  expect(answer.status).toBe(413)
  await written
})

test.for([
  ['a body that is not JSON', { body: 'hello' }, 400],
  ['a body without a batch', { body: '{}' }, 400],
  ['compressed bodies', { body: '{}', headers: { 'Content-Encoding': 'gzip' } }, 415],
  ['forms', { body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, 400],
  ['uploads', { body: '{}', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }, 415],
  ['an unknown site key', { body: JSON.stringify({ siteKey: 'pk_nobody', sentAt: 1, responses: [{}] }) }, 404],
] as const)('refuses %s', async ([, init, status]) => {
  const answer = await callWorker('/v1/responses', { method: 'POST', ...init })
  expect(answer.status).toBe(status)
  expect((await readProblem(answer)).contentType).toBe('application/problem+json')
})

test('never takes a vote by GET', async () => {
  const answer = await callWorker('/v1/responses?score=10')
  expect(answer.status).toBe(405)
  expect(answer.headers.get('Allow')).toBe('POST, OPTIONS')
})

test('lets every page send without credentials, and answers the preflight of those that send JSON', async () => {
  const posted = await sendBatch(site, [createResponse()], { headers: { Origin: 'https://shop.example' } })
  expect(posted.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(posted.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
  const preflight = await callWorker('/v1/responses', {
    method: 'OPTIONS',
    headers: { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Content-Type')
})

test('corrects a clock that is a year off, and believes nothing older than seven days', async () => {
  const year = 365 * 86_400_000
  const wrong = createResponse({ shownAt: Date.now() - year - 5000, answeredAt: Date.now() - year })
  await sendBatch(site, [wrong], { sentAt: Date.now() - year })
  expect(Math.abs(Number((await readRow(site, wrong.id))['occurred_at']) - Date.now())).toBeLessThan(60_000)

  const ancient = createResponse({ shownAt: 1, answeredAt: 2 })
  const before = Date.now()
  await storeAnswers(site, ancient)
  expect(Number((await readRow(site, ancient.id))['occurred_at'])).toBeGreaterThanOrEqual(before - LIMITS.lateDays * 86_400_000)
})

test('keeps local pages apart as test traffic unless the site names them', async () => {
  const own = await createSite('origins', { origins: ['https://cafe.example', 'http://127.0.0.1:8080'] })
  const environmentFrom = async (origin: string) => {
    const response = createResponse()
    const answer = await sendBatch(own, [response], { headers: { Origin: origin } })
    return answer.ok ? (await readRow(own, response.id))['environment'] : answer.status
  }
  expect(await environmentFrom('https://cafe.example')).toBe('production')
  expect(await environmentFrom('http://127.0.0.1:8080')).toBe('production')
  expect(await environmentFrom('http://localhost:3000')).toBe('test')
  expect(await environmentFrom('https://copycat.example')).toBe(403)
  expect(await environmentFrom('null')).toBe(403)
  const report = await readStats(own)
  expect(findTouchpoint(report, 'recommend').answered).toBe(2)
  expect(report.otherEnvironment).toEqual({ environment: 'test', shown: 1, answered: 1 })
})

test('marks what comes by the test key', async () => {
  const response = createResponse()
  await sendBatch(site, [response], { siteKey: `pk_test_${site.siteKey.slice(3)}` })
  expect((await readRow(site, response.id))['environment']).toBe('test')
})

test('counts unknown touchpoints together and keeps the name they came with', async () => {
  const own = await createSite('unmapped')
  const response = createResponse({ touchpoint: 'new-terrace' })
  await storeAnswers(own, response)
  expect(await readRow(own, response.id)).toMatchObject({ touchpoint: 'new-terrace', touchpoint_key: '(unmapped)' })
  expect((await readStats(own)).unmapped).toMatchObject({ answered: 1 })
})

test('folds undeclared segments into one', async () => {
  const own = await createSite('segments', { segments: ['pro', 'free'] })
  const [pro, other, none] = [createResponse({ segment: 'pro' }), createResponse({ segment: 'enterprise' }), createResponse()]
  await storeAnswers(own, pro, other, none)
  const segments = await Promise.all([pro, other, none].map(async (response) => (await readRow(own, response.id))['segment']))
  expect(segments).toEqual(['pro', 'other', ''])
})

test('stores text that SQLite and a screen can hold', async () => {
  const response = createResponse({ comment: '  Rico\u0000 \ud800 café\nde verdad\u0007 ' })
  await storeAnswers(site, response)
  expect((await readRow(site, response.id))['comment']).toBe('Rico \ufffd café\nde verdad')
  const empty = createResponse({ comment: ' \u0000 ' })
  await storeAnswers(site, empty)
  expect((await readRow(site, empty.id))['comment']).toBeNull()
})

test('counts chosen options in their places, and keeps their names, the other one and the second answer', async () => {
  const own = await createSite('choices', {
    prompts: [
      { id: 'why', kind: 'choice', touchpoints: ['checkout'], multiple: true, other: true, options: [{ key: 'price' }, { key: 'taste' }] },
    ],
  })
  const { score: _, ...base } = createResponse({
    promptId: 'why',
    kind: 'choice',
    scaleMax: 10,
    touchpoint: 'checkout',
    state: 'completed',
  })
  const chosen = { ...base, choices: ['price', 'other'], other: 'El ruido', second: 'Ana' }
  expect(await storeAnswers(own, chosen)).toEqual(['stored'])
  const touchpoint = findTouchpoint(await readStats(own), 'checkout')
  expect(touchpoint).toMatchObject({ shown: 1, answered: 1, completed: 1 })
  expect(touchpoint.scores).toMatchObject([{ formula: 'counts', value: null, n: 1, distribution: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }])
  // Another choice counts elsewhere and not there any more.
  expect(await storeAnswers(own, { ...base, rev: 2, choices: ['taste'] })).toEqual(['stored'])
  expect(findTouchpoint(await readStats(own), 'checkout').scores[0]?.distribution.slice(0, 2)).toEqual([0, 1])
  expect(await readDrift(own)).toEqual([])
  const refused = await sendBatch(own, [{ ...base, id: createId(), choices: ['weather'] }])
  expect((await readProblem(refused)).detail).toBe('"why" has the options price, taste.')
})

test('counts a text as an answer without a score', async () => {
  const own = await createSite('texts', { prompts: [{ id: 'box', kind: 'text', touchpoints: ['checkout'] }] })
  const { score: _, ...base } = createResponse({ promptId: 'box', kind: 'text', scaleMax: 0, touchpoint: 'checkout', state: 'completed' })
  expect(await storeAnswers(own, { ...base, comment: 'Más sombra' })).toEqual(['stored'])
  expect(findTouchpoint(await readStats(own), 'checkout')).toMatchObject({
    answered: 1,
    comments: 1,
    scores: [{ n: 1, value: null, distribution: [] }],
  })
  expect(await readDrift(own)).toEqual([])
})

test('keeps the places of options for life: new ones at the end, none moved, none removed', async () => {
  const choice = (...keys: string[]) => ({
    prompts: [{ id: 'why', kind: 'choice' as const, touchpoints: [], options: keys.map((key) => ({ key })) }],
  })
  await createSite('places', choice('price', 'taste'))
  await createSite('places', choice('price', 'taste', 'service'))
  await expect(createSite('places', choice('taste', 'price', 'service'))).rejects.toThrow('they keep their places')
  await expect(createSite('places', choice('price', 'taste'))).rejects.toThrow('put new ones at the end')
})

test('counts what was reached and why nobody was asked, of both environments apart, and nothing that is made up', async () => {
  const own = await createSite('reach')
  const send = (lines: string[], siteKey = own.siteKey) =>
    callWorker('/v1/responses', { method: 'POST', body: JSON.stringify({ siteKey, reach: lines.join('\n') }) })
  const often = (times: number, line: string) => Array.from({ length: times }, () => line)
  const answer = await send([
    ...often(3, 'checkout reached'),
    'checkout eligible csat',
    ...often(2, 'checkout after-shown csat'),
    ...often(9, 'checkout hm csat'),
    ...often(4, 'made-up reached'),
  ])
  expect([answer.status, await answer.json()]).toEqual([200, { results: [] }])
  await send(often(2, 'checkout reached'))
  await send(often(50, 'checkout reached'), own.siteKey.replace('pk_', 'pk_test_'))
  const report = await readStats(own)
  expect(findTouchpoint(report, 'checkout')).toMatchObject({ reached: 5, eligible: 1, heldBack: { 'after-shown': 2 } })
  expect(report.unmapped).toMatchObject({ reached: 4 })
})
