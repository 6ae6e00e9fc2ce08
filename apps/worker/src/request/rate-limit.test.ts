import { env } from 'cloudflare:workers'
import type { Site } from '@pulso/protocol'
import { expect, test, vi } from 'vitest'
import { sendTo } from '../../test/send-to.ts'
import { createResponse, createSite, readProblem, sendBatch } from '../../test/talk-to-worker.ts'
import type { Bindings } from '../bindings.ts'

/** Of `SMALL_RATE`. */
const LIMIT = 12
const MINUTE_MS = 60_000

const sendFrom = (site: Site, address: string, count = 1) =>
  sendTo({ ...env, NETWORK_RATE: env.SMALL_RATE }, site, Array.from({ length: count }, createResponse), {
    headers: { 'CF-Connecting-IP': address },
  })

const toMinute = () => Math.floor(Date.now() / MINUTE_MS)

test('lets a network send as much as the limit says and not one more, and its neighbours whatever they want', async () => {
  const site = await createSite('flooded')
  for (let minute = 0, network = 1; minute !== toMinute(); network += 1) {
    // Limits count by the minute of the clock: one that ends in between is another story, told again with another network.
    minute = toMinute()
    // Fifty responses weigh five.
    const answers = [await sendFrom(site, `2001:db8:0:${network}::1`, 50)]
    for (let units = 5; units <= LIMIT; units += 1) answers.push(await sendFrom(site, `2001:db8:0:${network}:${units}::2`))
    if (minute !== toMinute()) continue
    expect(answers.map(({ status }) => status)).toEqual([...Array(1 + LIMIT - 5).fill(200), 429])
    const refused = answers.at(-1) as Response
    expect(await readProblem(refused)).toMatchObject({ type: 'urn:pulso:problem:rate-limited' })
    const seconds = Number(refused.headers.get('Retry-After'))
    expect(seconds).toBeGreaterThanOrEqual(1)
    expect(seconds).toBeLessThanOrEqual(60)
    // Without these a page's outbox could not read how long to wait.
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(refused.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
  }
  expect((await sendFrom(site, '2001:db8:1:1::1')).status).toBe(200)
  expect((await sendFrom(site, '203.0.113.9')).status).toBe(200)
})

test('lets an office answer as it does with the limits of a deployment', async () => {
  const site = await createSite('office')
  const statuses: number[] = []
  for (let answers = 0; answers < 40; answers += 1) {
    statuses.push((await sendBatch(site, [createResponse()], { headers: { 'CF-Connecting-IP': '203.0.113.10' } })).status)
  }
  expect(new Set(statuses)).toEqual(new Set([200]))
})

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
