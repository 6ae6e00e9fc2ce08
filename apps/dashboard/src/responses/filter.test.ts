import { expect, test } from 'vitest'
import { toApiQuery, toValues, withFilter, withoutFilters, withToggled } from './filter.ts'

const query = (text: string) => new URLSearchParams(text)

test('asks for answers, unless the address wants what was only shown too', () => {
  expect(toApiQuery(query('days=30')).toString()).toBe('answers=only')
  expect(toApiQuery(query('answers=all')).toString()).toBe('')
})

test('is the same text for the same filter, and knows nothing of the rest of the address', () => {
  const asked = toApiQuery(query('tag=caja&days=7&q=caf%C3%A9&to=')).toString()
  expect(asked).toBe('q=caf%C3%A9&tag=caja&answers=only')
  expect(toApiQuery(query('q=café&tag=caja&utm_source=mail')).toString()).toBe(asked)
})

test('changes one part of an address and leaves the others', () => {
  expect(withFilter(query('days=7&tag=caja'), { tag: null, lane: 'quarantine' }).toString()).toBe('days=7&lane=quarantine')
  expect(withoutFilters(query('days=7&tag=caja&answers=all')).toString()).toBe('days=7')
})

test('puts a value in, and takes it out again', () => {
  const both = withToggled(query('status=new'), 'status', 'read')
  expect(toValues(both, 'status')).toEqual(['new', 'read'])
  expect(toValues(withToggled(both, 'status', 'new'), 'status')).toEqual(['read'])
  expect(withToggled(query('status=new'), 'status', 'new').has('status')).toBe(false)
  expect(toValues(query('segment=Madrid, centro'), 'segment')).toEqual(['Madrid, centro'])
})
