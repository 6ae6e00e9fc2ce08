import { SiteDefinition } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { CAFE, createResponse, createSite, readProblem, readRow, sendBatch } from '../../test/talk-to-worker.ts'

/** Where an answer from this origin goes, or the status that refuses it. */
async function sendFrom(site: Awaited<ReturnType<typeof createSite>>, origin: string) {
  const response = createResponse()
  const answer = await sendBatch(site, [response], { headers: { Origin: origin } })
  return answer.ok ? (await readRow(site, response.id))['environment'] : answer.status
}

test('takes every origin below a host, and nothing that only looks like one', async () => {
  const site = await createSite('wild', { origins: ['https://*.shop.example', 'https://*.shop.example:8443'] })
  const outcomes = {
    'https://es.shop.example': 'production',
    'https://a.b.shop.example': 'production',
    'https://pay.shop.example:8443': 'production',
    'https://shop.example': 403,
    'http://es.shop.example': 403,
    'https://es.shop.example:444': 403,
    'https://eshop.example': 403,
    'https://es.shop.example.evil.example': 403,
    'https://evil.example/.shop.example': 403,
    'https://evil.example#.shop.example': 403,
    'https://user@evil.example?.shop.example': 403,
    'https://.shop.example': 403,
    'https://*.shop.example': 403,
  }
  for (const [origin, outcome] of Object.entries(outcomes)) expect(await sendFrom(site, origin), origin).toBe(outcome)
})

test('takes pages without an origin only where the site says so', async () => {
  const named = { origins: ['https://shop.example'] }
  expect(await sendFrom(await createSite('null-no', named), 'null')).toBe(403)
  expect(await sendFrom(await createSite('null-open'), 'null')).toBe(403)
  expect(await sendFrom(await createSite('null-yes', { ...named, nullOrigin: true }), 'null')).toBe('production')
  expect(await sendFrom(await createSite('null-also', { nullOrigin: true }), 'null')).toBe('production')
})

test('says what to change in the definition, for an origin and for none', async () => {
  const site = await createSite('remedies', { origins: ['https://shop.example'] })
  const detailFrom = async (Origin: string) =>
    (await readProblem(await sendBatch(site, [createResponse()], { headers: { Origin } }))).detail
  expect(await detailFrom('https://other.example')).toBe(
    '"https://other.example" is not among the `origins` of this site: add it to the definition with PUT /v1/sites/:site.',
  )
  expect(await detailFrom('null')).toContain('set `nullOrigin: true` in the definition with PUT /v1/sites/:site')
  const unknown = await readProblem(await sendBatch(site, [createResponse()], { siteKey: 'pk_nobody' }))
  expect(unknown.detail).toBe('No site has this key: take `siteKey` as GET /v1/sites gives it.')
})

test('knows which origins can be meant', () => {
  const isOrigin = (origin: string) => SiteDefinition.safeParse({ ...CAFE, origins: [origin] }).success
  for (const origin of ['https://shop.example', 'http://127.0.0.1:8080', 'https://*.shop.example', 'https://*.shop.example:8443']) {
    expect(isOrigin(origin), origin).toBe(true)
  }
  for (const origin of [
    '*',
    'https://*',
    'https://*.com',
    'https://*.*.example',
    'https://shop.*',
    'https://a.*.example',
    'https://*.shop.example/',
    'null',
    'https://*shop.example',
  ]) {
    expect(isOrigin(origin), origin).toBe(false)
  }
})
