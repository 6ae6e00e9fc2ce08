import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { PROBLEMS, type ProblemCode, toProblemType } from '@pulso/protocol'
import { afterEach, expect, test } from 'vitest'
import { postBatch } from './post-batch.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A worker, or whatever stands before it, that always answers like this. */
async function answerWith(
  status: number,
  body: string,
  headers: Record<string, string> = {},
  look?: (request: IncomingMessage) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    look?.(request)
    response.writeHead(status, headers).end(body)
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

/** What became of the item `a`, and how long to wait. */
async function post(status: number, body: unknown, headers: Record<string, string> = {}) {
  const { toFate, retryAfterMs } = await postBatch(
    await answerWith(status, typeof body === 'string' ? body : JSON.stringify(body), headers),
    '{}',
  )
  return { fate: toFate('a'), retryAfterMs }
}

test('gives what became of each item', async () => {
  const results = [
    { id: 'b', status: 'rejected' },
    { id: 'a', status: 'stored' },
  ]
  expect(await post(200, { results })).toEqual({ fate: 'stored', retryAfterMs: 0 })
})

test('reads the results in a problem: what was refused for good is not sent again', async () => {
  const results = [{ id: 'a', status: 'rejected', problem: 'unknown-prompt' }]
  expect(await post(422, { type: toProblemType('unknown-prompt'), results })).toMatchObject({ fate: 'rejected' })
})

// The worker's own word that sending the same again cannot help, and everything that may be mended meanwhile.
const FINAL: ProblemCode[] = ['invalid-request', 'too-large', 'unsupported-media-type', 'invalid-response']
const PASSING: ProblemCode[] = ['unknown-site', 'origin-not-allowed', 'not-found', 'method-not-allowed', 'internal', 'unavailable']

test.each(FINAL)('takes a whole batch for refused when the worker says %s', async (code) => {
  expect(await post(PROBLEMS[code].status, { type: toProblemType(code) })).toMatchObject({ fate: 'rejected' })
})

test.each(PASSING)('keeps everything when the worker says %s', async (code) => {
  expect(await post(PROBLEMS[code].status, { type: toProblemType(code) })).toMatchObject({ fate: undefined })
})

test('keeps everything when something that is not the worker answers, whatever it answers', async () => {
  for (const status of [200, 400, 404, 413, 415, 422, 502]) {
    for (const body of [
      '<h1>Please sign in to the Wi-Fi</h1>',
      '',
      'null',
      '"x"',
      '7',
      { results: 7 },
      { type: 7 },
      { error: 'too large' },
    ]) {
      expect(await post(status, body)).toEqual({ fate: undefined, retryAfterMs: 0 })
    }
  }
})

test('waits as long as it is told to, also by something that speaks no JSON', async () => {
  expect(await post(503, {}, { 'retry-after': '5' })).toMatchObject({ retryAfterMs: 5000 })
  expect(await post(502, '<h1>Bad gateway</h1>', { 'retry-after': '7' })).toMatchObject({ retryAfterMs: 7000 })
})

test('waits until a date, but never longer than an hour', async () => {
  const inTwoMinutes = new Date(Date.now() + 120_000).toUTCString()
  const { retryAfterMs } = await post(429, {}, { 'retry-after': inTwoMinutes })
  expect(retryAfterMs).toBeGreaterThan(110_000)
  expect(retryAfterMs).toBeLessThanOrEqual(120_000)
  expect(await post(503, {}, { 'retry-after': '3600' })).toMatchObject({ retryAfterMs: 3_600_000 })
  expect(await post(503, {}, { 'retry-after': '3601' })).toMatchObject({ retryAfterMs: 3_600_000 })
  expect(await post(503, {}, { 'retry-after': new Date(Date.now() + 86_400_000).toUTCString() })).toMatchObject({ retryAfterMs: 3_600_000 })
})

test('makes nothing of a wait that is none', async () => {
  for (const wait of ['soon', '-5', '0', 'Wed, 21 Oct 2015 07:28:00 GMT']) {
    expect(await post(503, {}, { 'retry-after': wait })).toMatchObject({ retryAfterMs: 0 })
  }
})

test('knows of nothing stored when nobody answers', async () => {
  const { toFate, retryAfterMs } = await postBatch('http://127.0.0.1:1', '{}')
  expect([toFate('a'), retryAfterMs]).toEqual([undefined, 0])
})

test('is plain text without credentials, which needs no preflight', async () => {
  let seen: IncomingMessage | undefined
  const endpoint = await answerWith(200, '{}', {}, (request) => {
    seen = request
  })
  await postBatch(endpoint, '{}')
  expect(seen?.headers).toMatchObject({ 'content-type': 'text/plain;charset=UTF-8' })
  expect(seen?.headers).not.toHaveProperty('cookie')
})
