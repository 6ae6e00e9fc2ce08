import { Journey, type Kind, type Report, type Site, type Tally } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createChance } from '../test/create-chance.ts'
import { both, siteWith } from '../test/site-with.ts'
import { type PairCounts, type Reach, toJourney, toNpsDifference, toReport, toScore, toShareDifference } from './index.ts'
import { toAssociations } from './to-associations.ts'
import { toTrends } from './to-trends.ts'

const place = (key: string, stage: string, more: Partial<Site['touchpoints'][number]> = {}): Site['touchpoints'][number] => ({
  key,
  stage,
  name: both(key),
  channel: 'digital',
  audience: 'customer',
  momentOfTruth: false,
  ...more,
})

const shop = siteWith({
  stages: [
    { key: 'purchase', name: both('Purchase'), phase: 'during' },
    { key: 'use', name: both('Use'), phase: 'during' },
    { key: 'advocacy', name: both('Advocacy'), phase: 'after' },
  ],
  touchpoints: [
    place('checkout', 'purchase', { momentOfTruth: true, targetScore: 80 }),
    place('article', 'use'),
    place('desk', 'use', { audience: 'employee' }),
    place('recommend', 'advocacy', { targetScore: 40 }),
  ],
})

/** Answers by score; everybody who was shown it answered and finished, unless more is said. */
function answersAt(touchpoint: string, kind: Kind, scaleMax: number, scores: Record<number, number>, more: Partial<Tally> = {}): Tally {
  const counts = Array.from({ length: 11 }, (_, score) => scores[score] ?? 0)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const keys = { touchpoint, promptId: `${kind}${scaleMax}`, kind, scaleMax, segment: '' }
  return { ...keys, shown: n, dismissed: 0, answered: n, completed: n, comments: 0, scores: counts, ...more }
}

function reportOf(tallies: Tally[], reach: Reach[] = [], range = { from: '2026-11-01', to: '2026-11-30' }): Report {
  const other = { environment: 'test', shown: 0, answered: 0 } as const
  const rest = { environment: 'production', lane: 'production', asOf: 1_793_000_000_000, otherEnvironment: other, otherLanes: {} } as const
  return toReport({ site: shop, range, tallies, reach, ...rest })
}

const journeyOf = (tallies: Tally[], more: { before?: Tally[]; reach?: Reach[]; pairs?: PairCounts[] } = {}) =>
  toJourney({
    report: reportOf(tallies, more.reach),
    previous: reportOf(more.before ?? [], [], { from: '2026-10-02', to: '2026-10-31' }),
    pairs: more.pairs ?? [],
    months: ['2026-11'],
  })
const findPlace = (journey: Journey, key: string) => {
  const found = journey.stages.flatMap(({ touchpoints }) => touchpoints).find((touchpoint) => touchpoint.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}

test('tells a journey that nobody has walked yet, without a single zero for a score', () => {
  const journey = journeyOf([])
  expect(Journey.parse(journey)).toEqual(journey)
  expect(journey.stages.map(({ key, touchpoints }) => [key, touchpoints.map((one) => one.key)])).toEqual([
    ['purchase', ['checkout']],
    ['use', ['article', 'desk']],
    ['advocacy', ['recommend']],
  ])
  for (const stage of journey.stages) expect(stage.emotion.value).toBeNull()
  expect(findPlace(journey, 'checkout')).toMatchObject({
    scores: [],
    trends: [],
    gap: { target: 80, value: null, verdict: 'open' },
    associations: [],
  })
  expect(findPlace(journey, 'article').gap).toBeNull()
  expect(journey.fixFirst.items).toEqual([])
  expect(journey.moments).toEqual({ declared: ['checkout'], derived: [], months: ['2026-11'] })
})

test('keeps every score as the report has it', () => {
  const tallies = [answersAt('checkout', 'csat', 5, { 5: 70, 2: 30 }), answersAt('recommend', 'nps', 10, { 10: 50, 7: 30, 2: 20 })]
  const scoresOf = (touchpoints: readonly { scores: unknown }[]) => touchpoints.map(({ scores }) => scores)
  const [journey, report] = [journeyOf(tallies), reportOf(tallies)]
  expect(journey.stages.map(({ touchpoints }) => scoresOf(touchpoints))).toEqual(
    report.stages.map(({ touchpoints }) => scoresOf(touchpoints)),
  )
})

test('compares each kind with itself in the period before, by the formula of that kind', () => {
  const journey = journeyOf(
    [answersAt('checkout', 'csat', 5, { 5: 56, 1: 14 }), answersAt('recommend', 'nps', 10, { 10: 50, 7: 30, 2: 20 })],
    {
      before: [
        answersAt('checkout', 'csat', 5, { 5: 48, 1: 32 }),
        answersAt('recommend', 'nps', 10, { 10: 30, 7: 40, 2: 30 }),
        answersAt('article', 'thumbs', 1, { 1: 9 }),
      ],
    },
  )
  // Newcombe (1998), table II: 56/70 − 48/80 = 0.2 (0.0524…0.3339).
  const [csat] = findPlace(journey, 'checkout').trends
  expect(csat).toMatchObject({ kind: 'csat', before: 60, nBefore: 80, enoughData: true })
  expect(csat?.change).toMatchObject(toShareDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 }) ?? {})
  const [nps] = findPlace(journey, 'recommend').trends
  const after = { promoters: 50, passives: 30, detractors: 20 }
  expect(nps?.change).toMatchObject(toNpsDifference(after, { promoters: 30, passives: 40, detractors: 30 }) ?? {})
  // What was asked only before is told too, without a difference.
  expect(findPlace(journey, 'article').trends).toEqual([
    { kind: 'thumbs', scaleMax: 1, before: 100, nBefore: 9, change: null, enoughData: false },
  ])
})

test('calls a score moved only beyond what chance does among all that were looked at', () => {
  const at = (touchpoint: string, satisfied: number, n = 100) => answersAt(touchpoint, 'csat', 5, { 5: satisfied, 1: n - satisfied })
  const movedOf = (now: Tally[], before: Tally[]) =>
    journeyOf(now, { before })
      .stages.flatMap(({ touchpoints }) => touchpoints)
      .filter(({ trends }) => trends.some(({ change }) => change?.isDifferent))
      .map(({ key }) => key)
  // 14 points of 100 answers each: p is 0.03, enough for one, not for the best of three.
  expect(movedOf([at('checkout', 64)], [at('checkout', 78)])).toEqual(['checkout'])
  const others = [at('article', 70), at('desk', 70)]
  expect(movedOf([at('checkout', 64), ...others], [at('checkout', 78), ...others])).toEqual([])
  expect(movedOf([at('checkout', 40), ...others], [at('checkout', 78), ...others])).toEqual(['checkout'])
  expect(movedOf([at('checkout', 0, 29)], [at('checkout', 78)])).toEqual([])
})

test('shows who was lost on the way, with shares where they make sense', () => {
  const reach: Reach[] = [
    { touchpoint: 'checkout', outcome: 'reached', count: 400 },
    { touchpoint: 'checkout', outcome: 'eligible', count: 200 },
    { touchpoint: 'article', outcome: 'reached', count: 5 },
    { touchpoint: 'article', outcome: 'eligible', count: 5 },
  ]
  const journey = journeyOf(
    [answersAt('checkout', 'csat', 5, { 5: 50 }, { shown: 100, completed: 25 }), answersAt('article', 'thumbs', 1, { 1: 9 })],
    { reach },
  )
  const { steps, isReachPartial } = findPlace(journey, 'checkout').funnel
  expect(steps.map(({ step, count, ofPrevious }) => [step, count, ofPrevious?.value ?? null])).toEqual([
    ['reached', 400, null],
    ['eligible', 200, 50],
    ['shown', 100, 50],
    ['answered', 50, 50],
    ['completed', 25, 50],
  ])
  expect(isReachPartial).toBe(false)
  // Wilson of 25 of 50.
  expect(steps[4]?.ofPrevious?.low).toBeCloseTo(36.64, 2)
  // Fewer came than were asked: pages told it in part, and a funnel does not widen.
  expect(findPlace(journey, 'article').funnel).toMatchObject({
    isReachPartial: true,
    steps: [{ step: 'shown' }, { step: 'answered' }, { step: 'completed' }],
  })
  expect(findPlace(journey, 'recommend').funnel.steps.map(({ ofPrevious }) => ofPrevious)).toEqual([null, null, null])
})

test('draws the curve from counted answers of customers, and each audience its own', () => {
  const journey = journeyOf([
    answersAt('article', 'thumbs', 1, { 1: 30, 0: 10 }),
    answersAt('article', 'csat', 5, { 5: 10, 3: 10 }),
    answersAt('desk', 'nps', 10, { 0: 40 }),
  ])
  const use = journey.stages[1]
  // 40 good and 10 bad of 60; the employees' 40 detractors are not in it.
  expect(use?.emotion).toMatchObject({ n: 60, good: 40, middle: 10, bad: 10, value: 0.5 })
  expect(journey.audiences.map(({ audience, touchpoints }) => [audience, touchpoints])).toEqual([
    ['customer', ['checkout', 'article', 'recommend']],
    ['employee', ['desk']],
  ])
  const [customers, employees] = journey.audiences
  expect(customers?.scores.map(({ kind, n }) => [kind, n])).toEqual([
    ['csat', 20],
    ['thumbs', 40],
  ])
  expect(employees?.scores).toMatchObject([{ kind: 'nps', value: -100, n: 40 }])
  expect(employees?.emotion.map(({ stage, balance }) => [stage, balance.value])).toEqual([
    ['purchase', null],
    ['use', -1],
    ['advocacy', null],
  ])
})

test('adds touchpoints of one audience up by their answers, not by their scores', () => {
  const journey = journeyOf([
    answersAt('checkout', 'csat', 5, { 5: 90, 1: 10 }, { shown: 150, dismissed: 20 }),
    answersAt('article', 'csat', 5, { 5: 0, 1: 10 }),
  ])
  expect(journey.audiences[0]?.scores).toMatchObject([{ kind: 'csat', n: 110, leftOut: { dismissed: 20, unanswered: 30 } }])
  expect(journey.audiences[0]?.scores[0]?.value).toBeCloseTo((100 * 90) / 110, 10)
})

test('measures the gap in the unit of the first score, and calls it only when the whole interval agrees', () => {
  const gapOf = (satisfied: number, n: number) =>
    findPlace(journeyOf([answersAt('checkout', 'csat', 5, { 5: satisfied, 1: n - satisfied })]), 'checkout').gap
  expect(gapOf(50, 100)).toMatchObject({ target: 80, value: 30, verdict: 'missed' })
  expect(gapOf(78, 100)).toMatchObject({ value: 2, verdict: 'open' })
  expect(gapOf(95, 100)).toMatchObject({ value: -15, verdict: 'met' })
  expect(gapOf(0, 29)).toMatchObject({ verdict: 'open' })
  const gap = gapOf(50, 100)
  // Wilson of 50 of 100 is 40.38…59.62.
  expect([gap?.low, gap?.high]).toEqual([expect.closeTo(80 - 59.62, 2), expect.closeTo(80 - 40.38, 2)])
})

const together = [
  [40, 5, 1],
  [5, 30, 9],
  [2, 9, 60],
]
const apart = [
  [4, 6, 10],
  [4, 6, 10],
  [12, 18, 30],
]

test('derives moments of truth from people who answered both, and says nothing of fewer than thirty', () => {
  const pairs: PairCounts[] = [
    { touchpoint: 'article', kind: 'thumbs', scaleMax: 1, counts: apart },
    { touchpoint: 'checkout', kind: 'csat', scaleMax: 5, counts: together },
    {
      touchpoint: 'desk',
      kind: 'csat',
      scaleMax: 5,
      counts: [
        [9, 0, 0],
        [0, 10, 0],
        [0, 0, 10],
      ],
    },
    { touchpoint: 'gone', kind: 'csat', scaleMax: 5, counts: together },
  ]
  const journey = journeyOf([], { pairs })
  expect(journey.moments.derived).toEqual(['checkout'])
  const [found] = findPlace(journey, 'checkout').associations
  expect(found).toMatchObject({ kind: 'csat', pairs: 161, counts: together, isDerived: true })
  expect(found?.value).toBeGreaterThan(0.6)
  expect(found?.low).toBeGreaterThan(0.5)
  expect(findPlace(journey, 'article').associations[0]).toMatchObject({ value: 0, isDerived: false, pairs: 100 })
  expect(findPlace(journey, 'desk').associations[0]).toMatchObject({ value: null, low: null, high: null, pairs: 29, isDerived: false })
})

test('derives nothing from what runs against recommendation', () => {
  const against = together.toReversed()
  const [association] = toAssociations([{ touchpoint: 'odd', kind: 'csat', scaleMax: 5, counts: against }]).get('odd') ?? []
  expect(association).toMatchObject({ isDerived: false })
  expect(association?.high).toBeLessThan(-0.5)
})

test('in pure noise sees a score move in at most one journey of twenty', () => {
  const chance = createChance(11)
  const journeys = 1000
  let alarms = 0
  for (let journey = 0; journey < journeys; journey += 1) {
    const places = Array.from({ length: 12 }, (_, at) => {
      const share = 0.5 + 0.45 * chance()
      const ask = () => {
        const n = 30 + Math.floor(chance() * 200)
        const satisfied = Array.from({ length: n }, chance).filter((one) => one < share).length
        const tally = answersAt(`place-${at}`, 'csat', 5, { 5: satisfied, 1: n - satisfied })
        return { key: tally.touchpoint, scores: [toScore(tally)] }
      }
      return [ask(), ask()] as const
    })
    const trends = toTrends(
      places.map(([now]) => now),
      places.map(([, before]) => before),
    )
    if ([...trends.values()].flat().some(({ change }) => change?.isDifferent)) alarms += 1
  }
  expect(alarms / journeys).toBeLessThanOrEqual(0.05)
  console.log(`trends in pure noise: ${alarms} of ${journeys} journeys of 12 scores see one move (stated: at most ${0.05 * journeys})`)
})

test('in pure noise derives a moment of truth in at most one list of twenty', () => {
  const chance = createChance(42)
  const toBand = (bad: number, middle: number) => {
    const one = chance()
    return one < bad ? 0 : one < bad + middle ? 1 : 2
  }
  const lists = 1500
  let alarms = 0
  for (let list = 0; list < lists; list += 1) {
    const pairs = Array.from({ length: 10 }, (_, at): PairCounts => {
      const counts = [0, 1, 2].map(() => [0, 0, 0])
      const [bad, recommends] = [0.05 + 0.25 * chance(), 0.05 + 0.3 * chance()]
      for (let person = 30 + Math.floor(chance() * 100); person > 0; person -= 1) {
        const row = counts[toBand(bad, at % 2 === 0 ? 0 : 0.2)] ?? []
        const column = toBand(recommends, 0.3)
        row[column] = (row[column] ?? 0) + 1
      }
      return { touchpoint: `place-${at}`, kind: 'csat', scaleMax: 5, counts }
    })
    if ([...toAssociations(pairs).values()].flat().some(({ isDerived }) => isDerived)) alarms += 1
  }
  expect(alarms / lists).toBeLessThanOrEqual(0.05)
  console.log(`moments of truth in pure noise: ${alarms} of ${lists} lists of 10 touchpoints derive one (stated: at most ${0.05 * lists})`)
})
