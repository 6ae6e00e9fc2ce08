import { expect, test } from 'vitest'
import { findJsonFault } from './find-json-fault.ts'
import { toJourneyChanges } from './to-journey-changes.ts'
import { findLine, toJsonLines } from './to-json-lines.ts'

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
})

test('finds where a file stops being JSON, whatever is wrong with it', () => {
  const faults: [text: string, line: number, column: number][] = [
    ['', 1, 1],
    ['{\n  "a": 1,\n}', 3, 1],
    ['{"a": 1', 1, 8],
    ['{"a" 1}', 1, 6],
    ['[1, 2\n  3]', 2, 3],
    ['[1,]', 1, 4],
    ['{\n  "a": tru\n}', 2, 8],
    ['{"a": TRUE}', 1, 7],
    ["{'a': 1}", 1, 2],
    ['{"a": "one\ntwo"}', 1, 7],
    ['{"a": 01}', 1, 8],
    ['[1}', 1, 3],
    ['{} {}', 1, 4],
    ['{,}', 1, 2],
    ['{"a": 1} // why', 1, 10],
  ]
  for (const [text, line, column] of faults) {
    expect(() => JSON.parse(text), text).toThrow()
    expect(findJsonFault(text), text).toEqual({ line, column })
  }
  for (const text of ['null', ' [ ] ', '{"a": [{}, "\\u00f1 \\" ñ 🙂", -1.5e+3, true, false, null]}\n']) {
    expect(() => JSON.parse(text), text).not.toThrow()
    expect(findJsonFault(text), text).toBeNull()
  }
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
