import { expect, test } from 'vitest'
import { parseRoute, SECTIONS, toSitePath } from './route.ts'

const read = (path: string) => parseRoute(new URL(path, 'https://pulso.example'))

test('reads back every address it writes', () => {
  expect(read(toSitePath('cafe', { days: 90 }))).toMatchObject({ page: 'site', site: 'cafe', section: 'journey', item: null, days: 90 })
  expect(read(toSitePath('cafe'))).toMatchObject({ page: 'site', site: 'cafe', days: 30 })
  for (const section of SECTIONS) expect(read(toSitePath('cafe', { section }))).toMatchObject({ section, item: null })
  for (const item of ['checkout', '(unmapped)', 'a b/c?d#e', '100%']) {
    expect(read(toSitePath('cafe', { section: 'touchpoints', item }))).toMatchObject({ section: 'touchpoints', item })
  }
})

test('keeps what a page has written into its address', () => {
  const route = read(toSitePath('cafe', { section: 'responses', days: 7, query: { q: 'café & té', status: 'new' } }))
  expect(route.page === 'site' && [...route.query]).toEqual([
    ['q', 'café & té'],
    ['status', 'new'],
    ['days', '7'],
  ])
})

test('keeps the range on the way home, so that a link need not name the site', () => {
  expect(read('/?days=7')).toEqual({ page: 'home', days: 7 })
  expect(read('/')).toEqual({ page: 'home', days: 30 })
})

test('falls back to thirty days when the address asks for a range that is not offered', () => {
  for (const days of ['', '31', '-7', '7e0x', 'year']) expect(read(`/sites/cafe?days=${days}`)).toMatchObject({ days: 30 })
})

test('takes the code of a link from the fragment, which no server ever sees', () => {
  expect(read('/sign-in#abc123')).toEqual({ page: 'sign-in', code: 'abc123' })
  expect(read('/join#abc123')).toEqual({ page: 'join', code: 'abc123' })
  expect(read('/shared#abc123')).toEqual({ page: 'shared', code: 'abc123' })
  expect(read('/sign-in')).toEqual({ page: 'sign-in', code: null })
  expect(read('/sign-in?code=abc123')).toEqual({ page: 'sign-in', code: null })
})

test('knows that an address leads nowhere', () => {
  for (const path of ['/sites', '/sites/cafe/journey', '/sites/cafe/nothing', '/sites/a/prompts/b/c', '/sign-in/again', '/nothing']) {
    expect(read(path), path).toEqual({ page: 'unknown' })
  }
})

test('does not stumble over an address that is badly encoded', () => {
  expect(read('/sites/cafe/touchpoints/%E0%A4%A')).toMatchObject({ section: 'touchpoints', item: '%E0%A4%A' })
})
