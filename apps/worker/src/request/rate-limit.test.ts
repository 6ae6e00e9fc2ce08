import { env } from 'cloudflare:workers'
import type { Site } from '@pulso/protocol'
import { expect, test, vi } from 'vitest'
import { sendTo } from '../../test/send-to.ts'
import { createResponse, createSite, readProblem, sendBatch } from '../../test/talk-to-worker.ts'
import type { Bindings } from '../bindings.ts'

/** As wrangler.jsonc says. */
const NETWORK_LIMIT = 1200

const sendFrom = (site: Site, address: string, responses: unknown[] = [createResponse()]) =>
  sendBatch(site, responses, { headers: { 'CF-Connecting-IP': address } })

test('lets a network send as much as the limit says and not one more, and its neighbours whatever they want', async () => {
  const site = await createSite('flooded')
  // Fifty items weigh five, also when nothing of them can be stored.
  const nonsense = Array.from({ length: 50 }, () => ({}))
  for (let units = 0; units < NETWORK_LIMIT - 5; units += 5) await sendFrom(site, '2001:db8:0:1::1', nonsense)
  for (let units = 0; units < 4; units += 1) await sendFrom(site, '2001:db8:0:1::1', [{}])
  expect((await sendFrom(site, '2001:db8:0:1::2')).status).toBe(200)
  const refused = await sendFrom(site, '2001:db8:0:1:ffff::3')
  expect(refused.status).toBe(429)
  expect(await readProblem(refused)).toMatchObject({ type: 'urn:pulso:problem:rate-limited' })
  const seconds = Number(refused.headers.get('Retry-After'))
  expect(seconds).toBeGreaterThanOrEqual(1)
  expect(seconds).toBeLessThanOrEqual(60)
  // Without these a page's outbox could not read how long to wait.
  expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(refused.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
  expect((await sendFrom(site, '2001:db8:0:2::1')).status).toBe(200)
  expect((await sendFrom(site, '203.0.113.9')).status).toBe(200)
}, 60_000)

/** A limiter that lets so much through, and the keys it was asked about. */
function createLimiter(limit: number) {
  const keys: string[] = []
  return { keys, limiter: { limit: async ({ key }: { key: string }) => ({ success: keys.push(key) <= limit }) } }
}

test('counts a site apart from its networks, and a full batch as five', async () => {
  const site = await createSite('popular')
  const { keys, limiter } = createLimiter(6)
  const bindings: Bindings = { ...env, SITE_RATE: limiter }
  const statuses: number[] = []
  for (const count of [50, 1, 1]) {
    statuses.push(
      (
        await sendTo(
          bindings,
          site,
          Array.from({ length: count }, () => createResponse()),
        )
      ).status,
    )
  }
  expect(statuses).toEqual([200, 200, 429])
  expect(new Set(keys)).toEqual(new Set([site.id]))
})

test('never gives an address to a limiter, nor to the log', async () => {
  const lines: string[] = []
  for (const level of ['log', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation((line) => lines.push(String(line)))
  const site = await createSite('discreet')
  const { keys, limiter } = createLimiter(1)
  const send = (bindings: Bindings) => sendTo(bindings, site, [createResponse()], { headers: { 'CF-Connecting-IP': '203.0.113.77' } })
  await send({ ...env, NETWORK_RATE: limiter })
  await send({ ...env, NETWORK_RATE: { limit: () => Promise.reject(new Error('limiter is gone')) } })
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'rate-not-limited', limiter: 'NETWORK_RATE' }])
  expect([...keys, ...lines].join()).not.toContain('203.0.113')
  vi.restoreAllMocks()
})

test.for([
  ['is missing', undefined],
  ['fails', { limit: () => Promise.reject(new Error('limiter is gone')) }],
  ['does not answer', { limit: () => new Promise<RateLimitOutcome>(() => {}) }],
] as const)('takes answers when the limiter %s', async ([, limiter]) => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const site = await createSite('unlimited')
  const { SITE_RATE: _, NETWORK_RATE: __, ...bare } = env
  const bindings: Bindings = limiter ? { ...bare, SITE_RATE: limiter, NETWORK_RATE: limiter } : bare
  const headers = { 'CF-Connecting-IP': '203.0.113.78' }
  expect((await sendTo(bindings, site, [createResponse()], { headers })).status).toBe(200)
  vi.restoreAllMocks()
})

test('can be switched off, and does not count this machine', async () => {
  const site = await createSite('own-machine')
  const closed = { limit: async () => ({ success: false }) }
  const send = (changes: Partial<Bindings>, address: string) =>
    sendTo({ ...env, NETWORK_RATE: closed, ...changes }, site, [createResponse()], { headers: { 'CF-Connecting-IP': address } })
  expect((await send({}, '203.0.113.79')).status).toBe(429)
  expect((await send({ PULSO_RATE_LIMITS: 'off' }, '203.0.113.79')).status).toBe(200)
  expect((await send({}, '127.0.0.1')).status).toBe(200)
})
