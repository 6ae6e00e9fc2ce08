import { expect, test } from 'vitest'
import { parsePageQuery, toStatsQuery, withChanges } from './page-query.ts'

const parse = (text: string) => parsePageQuery(new URLSearchParams(text))

test('reads what an address says, and takes the rest for the usual', () => {
  expect(parse('')).toEqual({ range: null, interval: null, compare: 'previous', by: 'segment', lane: null, filters: {} })
  expect(parse('from=2026-11-01&to=2026-11-07&interval=day&compare=year&by=prompt&lane=verified&segment=new,returning&kind=nps')).toEqual({
    range: { from: '2026-11-01', to: '2026-11-07' },
    interval: 'day',
    compare: 'year',
    by: 'prompt',
    lane: 'verified',
    filters: { segment: 'new,returning', kind: 'nps' },
  })
})

test('does not stumble over an address that was edited by hand', () => {
  expect(parse('from=2026-11-09&to=2026-11-01').range).toBeNull()
  expect(parse('from=2026-11-01').range).toBeNull()
  expect(parse('from=yesterday&to=today').range).toBeNull()
  expect(parse('from=2026-13-01&to=2026-13-02').range).toBeNull()
  expect(parse('interval=minute&compare=tomorrow&lane=fast&segment=')).toEqual(parse(''))
})

test('changes one thing and leaves the others as they are', () => {
  const query = new URLSearchParams('days=30&segment=new&interval=day')
  expect(withChanges(query, { segment: null, compare: 'year' }).toString()).toBe('days=30&interval=day&compare=year')
  expect(query.get('segment')).toBe('new')
})

test('asks the stats for one touchpoint with all filters', () => {
  const page = parse('segment=new&prompt=checkout&lane=test')
  expect(toStatsQuery({ touchpoint: '(unmapped)', page, days: 90, by: 'touchpoint', interval: 'week', compare: 'previous' })).toBe(
    'days=90&touchpoint=%28unmapped%29&segment=new&prompt=checkout&lane=test&environment=test&by=touchpoint&interval=week&compare=previous',
  )
})

test('leaves out the filter by what is put side by side: a group alone would have nobody beside it', () => {
  const page = parse('from=2026-11-01&to=2026-11-07&segment=new&prompt=checkout')
  expect(toStatsQuery({ touchpoint: 'checkout', page, days: 30, by: 'segment', compare: 'rest' })).toBe(
    'from=2026-11-01&to=2026-11-07&touchpoint=checkout&prompt=checkout&by=segment&compare=rest',
  )
})
