import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Deployment, toWorkerConfig } from './worker-config.ts'
import { WORKER_FOLDER } from './workspace.ts'

const SOURCE = readFileSync(join(WORKER_FOLDER, 'wrangler.jsonc'), 'utf8')
const configure = (changes: Partial<Deployment>) =>
  toWorkerConfig(SOURCE, { name: 'pulso', domain: undefined, spill: false, ...changes }, 'id-1')

test('gives a deployment its names and leaves the rest as it is', () => {
  const config = configure({ name: 'shop', domain: 'feedback.example.com' })
  expect(config).toMatchObject({
    name: 'shop',
    d1_databases: [{ binding: 'DB', database_name: 'shop', database_id: 'id-1' }],
    routes: [{ pattern: 'feedback.example.com', custom_domain: true }],
    workers_dev: false,
    compatibility_date: expect.stringMatching(/^2026/),
  })
  expect(config['queues']).toBeUndefined()
})

test('binds the queue and consumes what it brings, and what it gives up, when asked to', () => {
  expect(configure({ name: 'shop', spill: true })['queues']).toMatchObject({
    producers: [{ binding: 'SPILL', queue: 'shop-spill' }],
    consumers: [
      { queue: 'shop-spill', dead_letter_queue: 'shop-spill-dead', max_retries: 100 },
      { queue: 'shop-spill-dead', max_retries: 100 },
    ],
  })
})

test('lets no two deployments of an account, and no two limiters, count together', () => {
  const ids = [...configure({}).ratelimits, ...configure({ name: 'shop' }).ratelimits].map((limiter) => limiter['namespace_id'])
  expect(new Set(ids).size).toBe(4)
  for (const id of ids) expect(id).toMatch(/^[1-9][0-9]*$/)
  expect(configure({}).ratelimits).toEqual(configure({}).ratelimits)
})

test('keeps no log of requests, whose headers hold the address of the visitor', () => {
  expect(configure({})['observability']).toEqual({
    enabled: true,
    redact_query_string: true,
    logs: { enabled: true, invocation_logs: false },
  })
})
