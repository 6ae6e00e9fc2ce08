import { PromptDefinition, Report, type Tally, toPrompt, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { both, siteWith } from '../test/site-with.ts'
import { toReport } from './index.ts'

/** A journey whose touchpoints are not written in the order of its stages. */
const cafe = siteWith(
  {
    stages: [
      { key: 'purchase', name: both('Purchase'), phase: 'during' },
      { key: 'use', name: both('Use'), phase: 'after' },
      { key: 'advocacy', name: both('Advocacy'), phase: 'after' },
    ],
    touchpoints: [
      {
        key: 'coffee',
        stage: 'use',
        name: both('Coffee'),
        channel: 'physical',
        audience: 'customer',
        momentOfTruth: true,
        targetScore: 80,
      },
      { key: 'checkout', stage: 'purchase', name: both('Checkout'), channel: 'digital', audience: 'customer', momentOfTruth: true },
      { key: 'pickup', stage: 'purchase', name: both('Pickup'), channel: 'personal', audience: 'partner', momentOfTruth: false },
    ],
  },
  { id: 'cafe', name: 'Café', siteKey: 'pk_demo_cafe', demoResponses: 7 },
)

const rest = {
  range: { from: '2026-10-01', to: '2026-10-30' },
  environment: 'production',
  lane: 'production',
  asOf: 1_793_000_000_000,
  otherEnvironment: { environment: 'test', shown: 3, answered: 1 },
  otherLanes: { test: { shown: 3, answered: 1 } },
} as const

/** Showings that were all answered and completed, with these scores. */
function answersAt(
  touchpoint: string,
  kind: Tally['kind'],
  scaleMax: number,
  scores: Record<number, number>,
  more: Partial<Tally> = {},
): Tally {
  const counts = Array.from({ length: 11 }, (_, score) => scores[score] ?? 0)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const keys = { touchpoint, promptId: kind, kind, scaleMax, segment: 'other' }
  return { ...keys, shown: n, dismissed: 0, answered: n, completed: n, comments: 0, scores: counts, ...more }
}

const reportOf = (...tallies: Tally[]) => toReport({ site: cafe, tallies, ...rest })
const touchpointsOf = (report: Report) => report.stages.flatMap((stage) => stage.touchpoints)
const touchpointIn = (report: Report, key: string) => touchpointsOf(report).find((touchpoint) => touchpoint.key === key)

test('says by reason what is in quarantine at a touchpoint, also where nothing else was answered, and scores none of it', () => {
  const report = toReport({
    site: cafe,
    tallies: [answersAt('coffee', 'csat', 5, { 5: 2 })],
    quarantined: [
      { touchpoint: 'coffee', reason: 'network-burst', answered: 3 },
      { touchpoint: 'coffee', reason: 'network-burst', answered: 1 },
      { touchpoint: 'coffee', reason: 'by-hand', answered: 1 },
      { touchpoint: 'checkout', reason: 'automated', answered: 0 },
      { touchpoint: 'nowhere', reason: 'automated', answered: 2 },
    ],
    ...rest,
  })
  expect(touchpointIn(report, 'coffee')).toMatchObject({ answered: 2, quarantined: { 'network-burst': 4, 'by-hand': 1 } })
  expect(touchpointIn(report, 'coffee')?.scores[0]).toMatchObject({ n: 2, value: 100 })
  expect(touchpointIn(report, 'checkout')?.quarantined).toEqual({})
  expect(report.unmapped).toMatchObject({ shown: 0, quarantined: { automated: 2 } })
})

test('lists stages and touchpoints in journey order, also those at which nobody was asked', () => {
  const report = reportOf()
  expect(report.stages.map((stage) => [stage.key, stage.phase, stage.touchpoints.map((touchpoint) => touchpoint.key)])).toEqual([
    ['purchase', 'during', ['checkout', 'pickup']],
    ['use', 'after', ['coffee']],
    ['advocacy', 'after', []],
  ])
  for (const touchpoint of touchpointsOf(report)) {
    expect(touchpoint).toMatchObject({ shown: 0, dismissed: 0, answered: 0, completed: 0, comments: 0, scores: [] })
  }
  expect(report.unmapped).toBeNull()
})

test('says whose it is, for when, as of when and what lies in the other environment', () => {
  const report = reportOf()
  expect(report).toMatchObject(rest)
  expect(report.site).toEqual({ id: 'cafe', name: 'Café', siteKey: 'pk_demo_cafe', timeZone: 'Europe/Madrid', demoResponses: 7 })
})

test('carries what the journey says of a touchpoint, and no target where none is set', () => {
  const report = reportOf()
  expect(touchpointIn(report, 'coffee')).toMatchObject({
    name: both('Coffee'),
    channel: 'physical',
    audience: 'customer',
    momentOfTruth: true,
    targetScore: 80,
  })
  expect(touchpointIn(report, 'pickup')).toMatchObject({ channel: 'personal', audience: 'partner', momentOfTruth: false })
  expect(touchpointIn(report, 'pickup')).not.toHaveProperty('targetScore')
})

test('scores prompts and segments of one kind and scale together', () => {
  const report = reportOf(
    answersAt('coffee', 'csat', 5, { 5: 3 }, { promptId: 'taste', segment: 'members' }),
    answersAt('coffee', 'csat', 5, { 1: 1 }, { promptId: 'service', shown: 6, dismissed: 2, comments: 1 }),
  )
  const coffee = touchpointIn(report, 'coffee')
  expect(coffee).toMatchObject({ shown: 9, dismissed: 2, answered: 4, completed: 4, comments: 1 })
  expect(coffee?.scores).toHaveLength(1)
  expect(coffee?.scores[0]).toMatchObject({ value: 75, n: 4, distribution: [1, 0, 0, 0, 3], leftOut: { dismissed: 2, unanswered: 3 } })
})

test('never mixes scales or kinds, and orders them: NPS, CSAT, emoji, the longer scale first', () => {
  const report = reportOf(
    answersAt('coffee', 'emoji', 3, { 3: 4 }),
    answersAt('coffee', 'emoji', 5, { 3: 4 }),
    answersAt('coffee', 'csat', 5, { 4: 1, 1: 1 }),
    answersAt('coffee', 'nps', 10, { 3: 4 }),
  )
  expect(touchpointIn(report, 'coffee')?.scores.map((score) => [score.kind, score.scaleMax, score.value, score.n])).toEqual([
    ['nps', 10, -100, 4],
    ['csat', 5, 50, 2],
    ['emoji', 5, 0, 4],
    ['emoji', 3, 100, 4],
  ])
})

test('scores what was shown and not answered as null', () => {
  const report = reportOf(answersAt('checkout', 'nps', 10, {}, { shown: 8, dismissed: 3 }))
  const checkout = touchpointIn(report, 'checkout')
  expect(checkout).toMatchObject({ shown: 8, answered: 0 })
  expect(checkout?.scores[0]).toMatchObject({ value: null, n: 0, leftOut: { dismissed: 3, unanswered: 5 } })
})

test('passes over tallies that erasing people has left empty', () => {
  const report = reportOf(answersAt('checkout', 'nps', 10, {}), answersAt(UNMAPPED_TOUCHPOINT, 'csat', 5, {}))
  expect(touchpointIn(report, 'checkout')?.scores).toEqual([])
  expect(report.unmapped).toBeNull()
})

test('counts together, apart from the journey, what it does not name and what it no longer names', () => {
  const report = reportOf(
    answersAt(UNMAPPED_TOUCHPOINT, 'csat', 5, { 5: 1 }),
    answersAt('closed-shop', 'csat', 5, { 1: 1 }),
    answersAt('coffee', 'csat', 5, { 5: 10 }),
  )
  expect(report.unmapped).toMatchObject({ key: UNMAPPED_TOUCHPOINT, shown: 2, answered: 2, momentOfTruth: false })
  expect(report.unmapped?.scores[0]).toMatchObject({ value: 50, n: 2 })
  expect(touchpointIn(report, 'coffee')?.answered).toBe(10)
})

test('counts a touchpoint of a stage that is gone as not on the journey', () => {
  const site = { ...cafe, stages: cafe.stages.filter((stage) => stage.key !== 'use') }
  const report = toReport({ site, tallies: [answersAt('coffee', 'csat', 5, { 5: 2 })], ...rest })
  expect(report.unmapped).toMatchObject({ answered: 2 })
})

test('keeps the contract, and its parts add up to the whole, whatever was counted', () => {
  const place = fc.constantFrom('coffee', 'checkout', 'pickup', 'gone', UNMAPPED_TOUCHPOINT)
  const asked = fc.constantFrom(['nps', 10] as const, ['csat', 5] as const, ['emoji', 5] as const, ['emoji', 3] as const)
  const anyTally = fc
    .tuple(place, asked, fc.array(fc.nat({ max: 500 }), { minLength: 3, maxLength: 3 }), fc.nat({ max: 500 }))
    .map(([touchpoint, [kind, scaleMax], [low = 0, mid = 0, high = 0], dismissed]) =>
      answersAt(touchpoint, kind, scaleMax, { 1: low, 2: mid, 3: high }, { shown: low + mid + high + dismissed, dismissed }),
    )
  fc.assert(
    fc.property(fc.array(anyTally, { maxLength: 20 }), (tallies) => {
      const report = reportOf(...tallies)
      expect(Report.parse(report)).toEqual(report)
      const places = [...touchpointsOf(report), ...(report.unmapped === null ? [] : [report.unmapped])]
      const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
      expect(total(places.map((each) => each.shown))).toBe(total(tallies.map((tally) => tally.shown)))
      expect(total(places.map((each) => each.answered))).toBe(total(tallies.map((tally) => tally.answered)))
      for (const each of places) expect(total(each.scores.map((score) => score.n))).toBe(each.answered)
    }),
  )
})

test('counts who came by at each touchpoint, who could have been asked, and why the others were not', () => {
  const reach = [
    { touchpoint: 'coffee', outcome: 'reached', count: 7 },
    { touchpoint: 'coffee', outcome: 'reached', count: 3 },
    { touchpoint: 'coffee', outcome: 'dropped', count: 2 },
    { touchpoint: 'coffee', outcome: 'eligible', count: 4 },
    { touchpoint: 'coffee', outcome: 'after-shown', count: 5 },
    { touchpoint: 'nowhere', outcome: 'reached', count: 2 },
  ] as const
  const report = toReport({ site: cafe, tallies: [], reach, ...rest })
  expect(touchpointIn(report, 'coffee')).toMatchObject({ reached: 10, eligible: 4, heldBack: { 'after-shown': 5 }, dropped: 2 })
  expect(touchpointIn(report, 'checkout')).toMatchObject({ reached: 0, eligible: 0, heldBack: {}, dropped: 0 })
  expect(report.unmapped).toMatchObject({ reached: 2, shown: 0 })
})

test('counts every choice alone, with the names of its options in their places', () => {
  const wording = { en: { options: { sun: 'Sun' } }, es: { options: { sun: 'El sol' } } }
  const definition = { id: 'seat', kind: 'choice', touchpoints: ['coffee'], options: [{ key: 'sun' }, { key: 'shade' }], wording }
  const site = { ...cafe, prompts: [toPrompt(PromptDefinition.parse(definition), cafe)] }
  const seat = answersAt('coffee', 'choice', 10, { 0: 4, 1: 3, 10: 1 }, { promptId: 'seat', answered: 6 })
  const gone = answersAt('coffee', 'choice', 10, { 0: 2 }, { promptId: 'gone' })
  const report = toReport({ site, tallies: [seat, { ...seat, segment: 'members' }, gone], ...rest })
  expect(Report.parse(report)).toEqual(report)
  const [first, second, ...others] = touchpointIn(report, 'coffee')?.scores ?? []
  expect(others).toEqual([])
  expect(first).toMatchObject({ kind: 'choice', promptId: 'gone', n: 2, distribution: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] })
  expect(first).not.toHaveProperty('options')
  expect(second).toMatchObject({ promptId: 'seat', n: 12, distribution: [8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 2] })
  expect(second?.options).toEqual([
    { key: 'sun', name: { en: 'Sun', es: 'El sol' } },
    { key: 'shade', name: { en: 'shade', es: 'shade' } },
  ])
})
