import { expect, test } from 'vitest'
import { parseRoute, toSitePath } from './route.ts'

const read = (path: string) => parseRoute(new URL(path, 'https://pulso.example'))

test('reads back every address it writes', () => {
  expect(read(toSitePath('cafe', 90))).toEqual({ page: 'site', site: 'cafe', days: 90 })
  expect(read(toSitePath('cafe'))).toEqual({ page: 'site', site: 'cafe', days: 30 })
})

test('keeps the range on the way home, so that a link need not name the site', () => {
  expect(read('/?days=7')).toEqual({ page: 'home', days: 7 })
  expect(read('/')).toEqual({ page: 'home', days: 30 })
})

test('falls back to thirty days when the address asks for a range that is not offered', () => {
  for (const days of ['', '31', '-7', '7e0x', 'year']) expect(read(`/sites/cafe?days=${days}`)).toMatchObject({ days: 30 })
})

test('takes the code of a sign-in link from the fragment, which no server ever sees', () => {
  expect(read('/sign-in#abc123')).toEqual({ page: 'sign-in', code: 'abc123' })
  expect(read('/sign-in')).toEqual({ page: 'sign-in', code: null })
  expect(read('/sign-in?code=abc123')).toEqual({ page: 'sign-in', code: null })
})

test('knows that an address leads nowhere', () => {
  for (const path of ['/sites', '/sites/cafe/prompts', '/sign-in/again', '/nothing']) expect(read(path)).toEqual({ page: 'unknown' })
})
