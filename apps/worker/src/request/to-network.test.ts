import { expect, test } from 'vitest'
import { toNetworkKey } from './network-key.ts'
import { toNetwork } from './to-network.ts'

test.for([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:0001:2::', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1', 'fe80:0:0:0'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:127.0.0.1', null],
  ['127.0.0.1', null],
  ['127.8.8.8', null],
  ['::1', null],
  ['', null],
  ['999.1.1.1', null],
  ['unknown', null],
  ['203.0.113.7, 10.0.0.1', null],
  ['a]@evil.example/[', null],
  [undefined, null],
] as const)('the network of %s is %s', ([address, network]) => {
  expect(toNetwork(address)).toBe(network)
})

const DAY_MS = 86_400_000

test('stands for a network the whole day and for nothing the next', async () => {
  const noon = Date.UTC(2026, 0, 5, 12)
  const key = await toNetworkKey('203.0.113.7', 'secret', noon)
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(await toNetworkKey('203.0.113.7', 'secret', noon + DAY_MS / 2 - 1)).toBe(key)
  const others = await Promise.all([
    toNetworkKey('203.0.113.7', 'secret', noon + DAY_MS / 2),
    toNetworkKey('203.0.113.7', 'another', noon),
    toNetworkKey('203.0.113.8', 'secret', noon),
    toNetworkKey('203.0.113.7', undefined, noon),
  ])
  expect(new Set([key, ...others]).size).toBe(5)
  expect(await toNetworkKey('203.0.113.7', undefined, noon)).toBe(others[3])
})
