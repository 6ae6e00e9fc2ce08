import { expect, test } from 'vitest'
import { findSaid, toPlaces } from './field-problems.ts'

const problem = (detail: string) => ({ type: 'urn:pulso:problem:invalid-request', title: 'Wrong', status: 400, detail })

test('finds what is said of each place, with the semicolons that sentences have', () => {
  const told = problem('origins.1: use an origin like https://example.com; with its scheme; name: use at least one character')
  expect(toPlaces(told)).toEqual({
    'origins.1': 'use an origin like https://example.com; with its scheme',
    name: 'use at least one character',
  })
  expect(findSaid(told, 'origins')).toBe('use an origin like https://example.com; with its scheme')
  expect(findSaid(told, 'origins.1')).not.toBe(null)
  expect(findSaid(told, 'nam')).toBe(null)
  expect(toPlaces(problem('The request failed and was logged.'))).toEqual({})
  expect(toPlaces(null)).toEqual({})
})
