import { expect, test } from 'vitest'
import { LIMITS, SignInLinkDefinition, TokenDefinition } from './index.ts'

const plain = { name: 'Nightly report', scopes: ['stats:read'] }

test('opens every site and never ends, unless somebody says otherwise', () => {
  expect(TokenDefinition.parse(plain)).toEqual({ ...plain, sites: null, expiresAt: null })
  expect(SignInLinkDefinition.parse({})).toEqual({ scopes: ['admin'], sites: null })
})

test.for([
  ['no name', { ...plain, name: '' }],
  ['a name one too long', { ...plain, name: 'x'.repeat(LIMITS.keyLength + 1) }],
  ['no scope', { ...plain, scopes: [] }],
  ['a scope twice', { ...plain, scopes: ['admin', 'admin'] }],
  ['a scope that there is not', { ...plain, scopes: ['everything'] }],
  ['an empty list of sites, which could be read as all', { ...plain, sites: [] }],
  ['one site too many', { ...plain, sites: Array.from({ length: LIMITS.grantedSites + 1 }, (_, index) => `site-${index}`) }],
  ['a site that is none', { ...plain, sites: ['*'] }],
  ['words that mean nothing', { ...plain, admin: true }],
] as const)('refuses %s', ([, definition]) => {
  expect(TokenDefinition.safeParse(definition).success).toBe(false)
})

test('takes as many sites as there may be', () => {
  const sites = Array.from({ length: LIMITS.grantedSites }, (_, index) => `site-${index}`)
  expect(TokenDefinition.parse({ ...plain, name: 'x'.repeat(LIMITS.keyLength), sites }).sites).toEqual(sites)
})
