import { expect, test } from 'vitest'
import { toVerifiedRowId, toWaveStart } from './to-verified-row-id.ts'

test.for([
  ['2026-11-25', 'day', '2026-11-25'],
  ['2026-11-25', 'week', '2026-11-23'],
  ['2026-11-29', 'week', '2026-11-23'],
  ['2026-03-01', 'week', '2026-02-23'],
  ['2026-11-25', 'month', '2026-11-01'],
  ['2024-02-29', 'month', '2024-02-01'],
  ['2026-03-31', 'quarter', '2026-01-01'],
  ['2026-12-31', 'quarter', '2026-10-01'],
  ['2026-11-30', 'year', '2026-01-01'],
] as const)('begins the wave of %s, by the %s, on %s', ([day, wave, start]) => {
  expect(toWaveStart(day, wave)).toBe(start)
})

test('gives a person one id per prompt, wave and environment, which no sender can make', () => {
  const respondent = `v${'a'.repeat(32)}`
  const ids = [
    toVerifiedRowId(respondent, 'nps', '2026-11-01', 'production'),
    toVerifiedRowId(respondent, 'nps', '2026-12-01', 'production'),
    toVerifiedRowId(respondent, 'nps-test', '2026-11-01', 'production'),
    toVerifiedRowId(respondent, 'nps', '2026-11-01', 'test'),
    toVerifiedRowId(`v${'b'.repeat(32)}`, 'nps', '2026-11-01', 'production'),
  ]
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toBe(`01a19467-e800-${respondent}-nps`)
})
