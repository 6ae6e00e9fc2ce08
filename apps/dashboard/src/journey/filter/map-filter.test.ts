import { expect, test } from 'vitest'
import { reportWith, touchpointWith } from '../../../test/believable-report.ts'
import { parseMapFilter, toChoices, toFilteredReport, withMapFilter } from './map-filter.ts'

const site = touchpointWith({ key: 'site', scores: [0, 0, 0, 0, 0, 9] })
const counter = { ...touchpointWith({ key: 'counter' }), channel: 'personal' as const }
const kitchen = { ...touchpointWith({ key: 'kitchen' }), audience: 'employee' as const }
const report = reportWith([site, counter, kitchen], { unmapped: touchpointWith({ key: '(unmapped)', scores: [1] }) })
const keysIn = (shown: typeof report) => shown.stages.flatMap(({ touchpoints }) => touchpoints.map(({ key }) => key))

test('shows what the address asks for, and everything when it asks for nothing that is', () => {
  expect(keysIn(toFilteredReport(report, parseMapFilter(new URLSearchParams('audience=employee'))))).toEqual(['kitchen'])
  expect(keysIn(toFilteredReport(report, parseMapFilter(new URLSearchParams('audience=customer&channel=personal'))))).toEqual(['counter'])
  expect(toFilteredReport(report, parseMapFilter(new URLSearchParams('audience=everybody')))).toBe(report)
  expect(toFilteredReport(report, parseMapFilter(new URLSearchParams('channel=digital'))).unmapped).toBeNull()
})

test('writes itself into the address and leaves the rest of it alone', () => {
  const query = new URLSearchParams('days=90&audience=employee')
  expect(String(withMapFilter(query, { audience: null, channel: 'physical' }))).toBe('days=90&channel=physical')
})

test('offers only what the journey has', () => {
  expect(toChoices(report)).toEqual({ audiences: ['customer', 'employee'], channels: ['digital', 'personal'] })
})
