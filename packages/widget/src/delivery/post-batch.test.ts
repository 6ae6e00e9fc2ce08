import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { postBatch } from './post-batch.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A worker, or whatever stands before it, that always answers like this. */
async function answerWith(status: number, body: string, headers: Record<string, string> = {}): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status, headers).end(body))
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

const stored = { id: 'a', status: 'stored' }
const rejected = { id: 'a', status: 'rejected', problem: 'unknown-prompt' }

test('gives what became of each item', async () => {
  const endpoint = await answerWith(200, JSON.stringify({ results: [stored] }))
  expect(await postBatch(endpoint, '{}')).toEqual({ results: [stored], retryAfterMs: 0 })
})

test('reads the results in a problem: what was refused for good is not sent again', async () => {
  const endpoint = await answerWith(422, JSON.stringify({ type: 'urn:pulso:problem:unknown-prompt', results: [rejected] }))
  expect(await postBatch(endpoint, '{}')).toEqual({ results: [rejected], retryAfterMs: 0 })
})

test('waits as long as it is told to, also by something that speaks no JSON', async () => {
  const problem = await answerWith(503, JSON.stringify({ type: 'urn:pulso:problem:unavailable' }), { 'retry-after': '5' })
  expect(await postBatch(problem, '{}')).toEqual({ results: [], retryAfterMs: 5000 })
  const page = await answerWith(502, '<h1>Bad gateway</h1>', { 'retry-after': '7' })
  expect(await postBatch(page, '{}')).toEqual({ results: [], retryAfterMs: 7000 })
})

test('knows of nothing stored when nobody answers', async () => {
  expect(await postBatch('http://127.0.0.1:1', '{}')).toEqual({ results: [], retryAfterMs: 0 })
})
