import { expect, test } from 'vitest'
import { toJourneyChanges } from './to-journey-changes.ts'
import { findBrokenLine, findLine, toJsonLines } from './to-json-lines.ts'

test('finds the line on which each part of a file stands', () => {
  const text = `{
  "stages": [
    { "key": "use", "name": { "en": "Use, \\"really\\"" } }
  ],
  "touchpoints": [
    { "key": "a" },
    {
      "key": "b",
      "stage": "nowhere"
    }
  ]
}`
  const lines = toJsonLines(text)
  expect(
    ['stages', 'stages.0.name.en', 'touchpoints.0', 'touchpoints.1', 'touchpoints.1.stage'].map((place) => findLine(lines, place)),
  ).toEqual([2, 3, 6, 7, 9])
  // What is missing stands where it would have to be.
  expect(findLine(lines, 'touchpoints.1.name')).toBe(7)
  expect(findLine(lines, 'nothing.at.all')).toBe(1)
  expect(findBrokenLine('{\n"a": 1,\n}', 'Expected a name at position 10')).toBe(3)
  expect(findBrokenLine('', 'JSON.parse: unexpected end at line 3 column 2')).toBe(3)
  expect(findBrokenLine('', 'JSON Parse error')).toBe(null)
})

test('says what a file would change, and nothing of one that changes nothing', () => {
  const stage = (key: string, name = key) => ({ key, name: { en: name }, phase: 'during' as const })
  const point = (key: string, stageKey = 'use', more: object = {}) => ({
    ...{ key, stage: stageKey, name: { en: key }, channel: 'digital' as const, audience: 'customer' as const, momentOfTruth: false },
    ...more,
  })
  const before = { stages: [stage('use'), stage('after')], touchpoints: [point('pay'), point('help'), point('old'), point('gone')] }
  expect(toJourneyChanges(before, structuredClone(before))).toEqual([])
  const after = {
    stages: [stage('use', 'Using'), stage('later')],
    touchpoints: [point('help', 'later', { targetScore: 80 }), point('pay'), point('new'), point('fresh', 'use', { formerly: ['old'] })],
  }
  expect(toJourneyChanges(before, after)).toEqual([
    { what: 'stage-changed', key: 'use', name: { en: 'Using' } },
    { what: 'stage-added', key: 'later', name: { en: 'later' } },
    { what: 'touchpoint-moved', key: 'help', name: { en: 'help' }, stage: { en: 'later' } },
    { what: 'touchpoint-changed', key: 'help', name: { en: 'help' }, members: ['targetScore'] },
    { what: 'touchpoint-added', key: 'new', name: { en: 'new' } },
    { what: 'touchpoint-renamed', key: 'fresh', name: { en: 'fresh' }, from: ['old'] },
    { what: 'touchpoint-removed', key: 'gone', name: { en: 'gone' } },
    { what: 'stage-removed', key: 'after', name: { en: 'after' } },
    { what: 'order' },
  ])
})
