import { ResponseId } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { toUuidV7 } from './uuid-v7.ts'

test("gives RFC 9562's example its time, version and variant", () => {
  // Appendix A.6: 2022-02-22T19:22:22.000Z is 017f22e2-79b0-7….
  const uuid = toUuidV7(1_645_557_742_000, new Uint8Array([0xcc, 0x3c, 0x4d, 0xc0, 0xc0, 0xc0, 0x73, 0x98, 0xf0]))
  expect(uuid).toBe('017f22e2-79b0-7cc3-8c4d-c0c0c07398f0')
})

test('is what the worker takes, at every edge of time and chance', () => {
  for (const at of [0, 1, Date.now(), 2 ** 48 - 1]) {
    for (const byte of [0x00, 0x0f, 0xff])
      expect(toUuidV7(at, new Uint8Array(9).fill(byte))).toEqual(ResponseId.parse(toUuidV7(at, new Uint8Array(9).fill(byte))))
  }
})

test('sorts by time', () => {
  const later = toUuidV7(1001, new Uint8Array(9))
  const earlier = toUuidV7(1000, new Uint8Array(9).fill(0xff))
  expect([later, earlier].sort()).toEqual([earlier, later])
})
