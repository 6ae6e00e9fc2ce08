import { SiteDefinition } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { toStarterSite } from './starter-site.ts'

test('the starter site is one that the worker takes', () => {
  const site = toStarterSite({ name: 'My shop', timeZone: 'Europe/Madrid', defaultLocale: 'es', origins: ['https://shop.example'] })
  expect(SiteDefinition.parse(site).stages).toHaveLength(6)
})
