import { SiteDefinition } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { findOriginFault, isLocalOrigin } from './find-origin-fault.ts'

const ORIGINS = [
  ['https://shop.example', null],
  ['http://127.0.0.1:8080', null],
  ['https://*.shop.example', null],
  ['https://*.shop.example:8443', null],
  ['shop.example', 'scheme'],
  ['https://shop.example/', 'shape'],
  ['https://shop.example/menu', 'shape'],
  ['https://Shop.example', 'shape'],
  ['https://', 'shape'],
  ['https://my shop.example', 'shape'],
  ['https://my%20shop.example', 'shape'],
  ['https://*.example', 'wildcard'],
  ['https://*', 'wildcard'],
  ['https://a.*.shop.example', 'wildcard'],
] as const

test('judges an origin as the worker does, and says what is wrong with it', () => {
  for (const [origin, fault] of ORIGINS) {
    expect([origin, findOriginFault(origin, [])]).toEqual([origin, fault])
    expect([origin, SiteDefinition.shape.origins.safeParse([origin]).success]).toEqual([origin, fault === null])
  }
  // The worker would take it, and no page would ever send it.
  expect(findOriginFault('ftp://shop.example', [])).toBe('scheme')
  expect(findOriginFault('https://shop.example', ['https://shop.example'])).toBe('twice')
})

test('knows pages of the machine itself', () => {
  expect(['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:80', 'https://shop.example', 'no'].map(isLocalOrigin)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
