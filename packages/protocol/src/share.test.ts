import { expect, test } from 'vitest'
import { LIMITS, MemberDefinition, ROLE_SCOPES, ROLES, SCOPES, ShareDefinition } from './index.ts'

const share = { name: 'For the board' }

test('shows ninety days of scores and no comment, unless somebody says otherwise', () => {
  expect(ShareDefinition.parse(share)).toEqual({ ...share, filter: {}, range: { days: 90 }, comments: false })
})

test.for([
  ['no name', { name: ' ' }],
  ['an empty filter, which could be read as none', { ...share, filter: { stage: [] } }],
  ['a filter that there is not', { ...share, filter: { lane: ['quarantine'] } }],
  ['one value too many', { ...share, filter: { segment: Array.from({ length: LIMITS.filterValues + 1 }, (_, place) => `s${place}`) } }],
  ['days that run backwards', { ...share, range: { from: '2026-03-02', to: '2026-03-01' } }],
  ['a day that is none', { ...share, range: { from: '2026-02-30', to: '2026-03-01' } }],
  ['more days than a report has', { ...share, range: { days: LIMITS.rangeDays + 1 } }],
  ['rolling and fixed days together', { ...share, range: { days: 7, from: '2026-03-01', to: '2026-03-02' } }],
  ['a password that is too short', { ...share, password: 'x'.repeat(LIMITS.sharePasswordLeast - 1) }],
  ['a password that is too long', { ...share, password: 'x'.repeat(LIMITS.sharePasswordMost + 1) }],
] as const)('refuses %s in a share link', ([, definition]) => {
  expect(ShareDefinition.safeParse(definition).success).toBe(false)
})

test('takes what stands at the limits', () => {
  const segment = Array.from({ length: LIMITS.filterValues }, (_, place) => `s${place}`)
  for (const password of ['x'.repeat(LIMITS.sharePasswordLeast), 'x'.repeat(LIMITS.sharePasswordMost)]) {
    expect(ShareDefinition.safeParse({ ...share, filter: { segment }, range: { days: LIMITS.rangeDays }, password }).success).toBe(true)
  }
})

test('gives each role less than the one before it, and nothing that is no scope', () => {
  const mayOf = (role: (typeof ROLES)[number]) => {
    const scopes: readonly string[] = ROLE_SCOPES[role]
    return scopes.includes('admin') ? [...SCOPES] : SCOPES.filter((scope) => scopes.includes(scope))
  }
  for (const [place, role] of ROLES.entries()) {
    const next = ROLES[place + 1]
    expect(ROLE_SCOPES[role].every((scope) => SCOPES.includes(scope))).toBe(true)
    if (next) expect(mayOf(role)).toEqual(expect.arrayContaining(mayOf(next)))
    if (next) expect(mayOf(next).length).toBeLessThan(mayOf(role).length)
  }
  expect(MemberDefinition.parse({ name: ' Ana ', role: 'viewer' })).toEqual({ name: 'Ana', role: 'viewer', sites: null })
})
