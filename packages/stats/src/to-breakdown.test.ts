import { Breakdown } from '@pulso/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { both, siteWith } from '../test/site-with.ts'
import { type BreakdownInput, type TimedTally, toBreakdown, toScore } from './index.ts'
import { sumTallies } from './sum-tallies.ts'

const site = siteWith(
  {
    stages: [
      { key: 'buy', name: both('Buy'), phase: 'during' },
      { key: 'use', name: both('Use'), phase: 'after' },
    ],
    touchpoints: [
      { key: 'desk', stage: 'use', name: both('Desk'), channel: 'personal', audience: 'employee', momentOfTruth: false },
      { key: 'till', stage: 'buy', name: both('Till'), channel: 'digital', audience: 'customer', momentOfTruth: true },
    ],
  },
  { segments: ['pro', 'free'] },
)

/** Answers to a CSAT question, so many of each score from 1 to 5. */
function csat(touchpoint: string, counts: readonly number[], more: Partial<TimedTally> = {}): TimedTally {
  const scores = Array.from({ length: 11 }, (_, score) => counts[score - 1] ?? 0)
  const answered = counts.reduce((sum, count) => sum + count, 0)
  const keys = { touchpoint, promptId: 'csat', kind: 'csat' as const, scaleMax: 5, segment: '', at: '' }
  return { ...keys, shown: answered, dismissed: 0, answered, completed: answered, comments: 0, scores, ...more }
}
const nps = (touchpoint: string, counts: readonly number[], more: Partial<TimedTally> = {}) =>
  csat(touchpoint, [], {
    promptId: 'nps',
    kind: 'nps',
    scaleMax: 10,
    scores: Array.from({ length: 11 }, (_, score) => counts[score] ?? 0),
    shown: 1,
    ...more,
  })

const breakdownOf = (input: Partial<BreakdownInput>) =>
  Breakdown.parse(toBreakdown({ site, by: 'touchpoint', tallies: [], series: null, compare: null, ...input }))
const keysOf = (breakdown: Breakdown) => breakdown.groups.map(({ key }) => key)

test('groups in the order of the journey, what it does not name last, and never mixes scales', () => {
  const breakdown = breakdownOf({
    tallies: [csat('kiosk', [1]), csat('desk', [0, 0, 0, 0, 2]), csat('till', [1, 0, 0, 0, 3]), nps('till', [0, 1])],
  })
  expect(keysOf(breakdown)).toEqual(['till', 'desk', '(unmapped)'])
  expect(breakdown.groups[0]).toMatchObject({ name: { en: 'Till' }, answered: 4 })
  expect(breakdown.groups[0]?.scores.map(({ score }) => [score.kind, score.value])).toEqual([
    ['nps', -100],
    ['csat', 75],
  ])
})

test('each thing that answers have in common makes its own groups', () => {
  const tallies = [csat('till', [1], { segment: 'free' }), csat('desk', [1], { segment: 'pro' }), csat('kiosk', [1], { segment: 'other' })]
  expect(keysOf(breakdownOf({ by: 'stage', tallies }))).toEqual(['buy', 'use', '(unmapped)'])
  expect(keysOf(breakdownOf({ by: 'channel', tallies }))).toEqual(['digital', 'personal', '(unmapped)'])
  expect(keysOf(breakdownOf({ by: 'audience', tallies }))).toEqual(['customer', 'employee', '(unmapped)'])
  expect(keysOf(breakdownOf({ by: 'segment', tallies }))).toEqual(['pro', 'free', 'other'])
  expect(keysOf(breakdownOf({ by: 'kind', tallies }))).toEqual(['csat'])
  expect(keysOf(breakdownOf({ by: 'prompt', tallies }))).toEqual(['csat'])
})

test('a step of a series without answers has a score of null, not of zero', () => {
  const buckets = ['2026-10-01', '2026-10-02'].map((day) => ({ from: day, to: day, isWhole: true }))
  const { groups } = breakdownOf({ tallies: [csat('till', [0, 0, 0, 0, 3], { at: '2026-10-02' })], series: { interval: 'day', buckets } })
  expect(groups[0]?.scores[0]?.series?.map(({ from, score }) => [from, score.value, score.n])).toEqual([
    ['2026-10-01', null, 0],
    ['2026-10-02', 100, 3],
  ])
})

test('compares each group with itself in other days, also one that has nothing now', () => {
  const other = [csat('till', [60, 0, 0, 0, 40]), csat('desk', [1])]
  const range = { from: '2026-09-01', to: '2026-09-30' }
  const { groups, otherRange } = breakdownOf({
    tallies: [csat('till', [20, 0, 0, 0, 80])],
    compare: { with: 'previous', range, tallies: other },
  })
  expect(otherRange).toEqual(range)
  const [till, desk] = groups
  expect(till?.scores[0]).toMatchObject({ other: { value: 40, n: 100 }, change: { value: 40, isDifferent: true, joint: { lookedAt: 1 } } })
  expect(desk).toMatchObject({ key: 'desk', answered: 0, scores: [{ score: { value: null }, other: { n: 1 }, change: null }] })
})

test('compares each group with all others together', () => {
  const tallies = [csat('till', [0, 0, 0, 0, 90], { segment: 'pro' }), csat('till', [50, 0, 0, 0, 40], { segment: 'free' })]
  const { groups } = breakdownOf({ by: 'segment', tallies, compare: { with: 'rest', range: null, tallies: [] } })
  expect(groups.map(({ key, scores }) => [key, scores[0]?.score.value, scores[0]?.other?.n])).toEqual([
    ['pro', 100, 90],
    ['free', expect.closeTo(44.4, 1), 90],
  ])
  // Two groups are one comparison looked at twice; both count.
  expect(groups[0]?.scores[0]?.change).toMatchObject({ isDifferent: true, joint: { lookedAt: 2 } })
})

test('whatever they are grouped by, the groups add up to the whole, and their scores are those of the one formula', () => {
  const anyTally = fc
    .tuple(
      fc.constantFrom('till', 'desk', 'kiosk'),
      fc.constantFrom('pro', 'free', 'other'),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }),
    )
    .map(([touchpoint, segment, counts]) => csat(touchpoint, counts, { segment }))
  fc.assert(
    fc.property(
      fc.array(anyTally, { maxLength: 12 }),
      fc.constantFrom(...(['touchpoint', 'prompt', 'stage', 'channel', 'audience', 'segment', 'kind'] as const)),
      (tallies, by) => {
        const { groups } = breakdownOf({ by, tallies })
        const { answered, shown } = sumTallies(tallies)
        expect(groups.reduce((sum, group) => sum + group.answered, 0)).toBe(answered)
        expect(groups.reduce((sum, group) => sum + group.shown, 0)).toBe(shown)
        if (by !== 'kind' || answered === 0) return
        expect(groups[0]?.scores[0]?.score).toEqual(toScore({ kind: 'csat', scaleMax: 5, ...sumTallies(tallies) }))
      },
    ),
  )
})
