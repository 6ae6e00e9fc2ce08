import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { CANARY, captureConsole, dumpDatabase, dumpLiveRoom, findCanary, sendCanaryEverywhere } from '../../test/canary.ts'
import { createSite } from '../../test/talk-to-worker.ts'

test('no address, cookie or query string of a visitor is left anywhere, also when the database breaks', async () => {
  const site = await createSite('canary', { origins: ['https://shop.example'] })
  const log = captureConsole()
  const sent = await sendCanaryEverywhere(site)
  expect(sent).toBeGreaterThan(100)
  const { responses = '', ...others } = await dumpDatabase()
  expect(responses).toContain('Muy rico')
  expect(await findCanary({ responses, ...others, 'the live room': await dumpLiveRoom(site) })).toEqual([])

  // What is logged is logged when something fails.
  await env.DB.prepare('DROP TABLE responses').run()
  await sendCanaryEverywhere(site)
  log.stop()
  expect(log.lines.join('\n')).toContain('no such table')
  expect(await findCanary({ ...(await dumpDatabase()), 'the console': log.lines.join('\n') })).toEqual([])
}, 120_000)

test('would find it if it were there', async () => {
  const places = { a: `{"ip":"${CANARY.ipv6}"}`, b: 'sha256:0c25434b09c62046f88142b1', c: 'nothing' }
  expect(await findCanary(places)).toEqual(['ipv6 in a', 'network in a', 'ip in b'])
})
