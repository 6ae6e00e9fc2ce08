import type { FixFirst, Report, Score, TouchpointReport } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { createChance } from '../test/create-chance.ts'
import { FALSE_ALARM_RATE } from './false-alarm-rate.ts'
import { toFixFirst } from './to-fix-first.ts'
import { toScore } from './to-score.ts'

type Place = Pick<TouchpointReport, 'key' | 'targetScore' | 'scores'> & Partial<TouchpointReport>

function toCsat(satisfied: number, n: number): Score {
  const scores = Array.from({ length: 11 }, (_, score) => (score === 5 ? satisfied : score === 1 ? n - satisfied : 0))
  return toScore({ kind: 'csat', scaleMax: 5, scores, shown: n, dismissed: 0, answered: n })
}

function toNps(promoters: number, passives: number, detractors: number): Score {
  const scores = Array.from({ length: 11 }, (_, score) => ({ 10: promoters, 7: passives, 0: detractors })[score] ?? 0)
  const n = promoters + passives + detractors
  return toScore({ kind: 'nps', scaleMax: 10, scores, shown: n, dismissed: 0, answered: n })
}

/** A report with one stage and these touchpoints, of which only what the list looks at is said. */
function listOf(...places: Place[]): FixFirst {
  const touchpoints = places.map((place) => {
    const n = place.scores[0]?.n ?? 0
    return { reached: 0, eligible: 0, shown: n, answered: n, completed: n, ...place } as TouchpointReport
  })
  return toFixFirst({ stages: [{ key: 'purchase', touchpoints }] as unknown as Report['stages'] })
}

const reasonsOf = ({ apart }: FixFirst) => Object.fromEntries(apart.map(({ touchpoint, reason }) => [touchpoint, reason]))

test('ranks by reach × gap × confidence, and shows each factor', () => {
  const { items } = listOf(
    { key: 'busy', targetScore: 80, scores: [toCsat(75, 100)], reached: 5000, eligible: 4000 },
    { key: 'broken', targetScore: 80, scores: [toCsat(40, 100)], reached: 400, eligible: 300 },
    { key: 'loyal', targetScore: 40, scores: [toNps(50, 20, 30)], reached: 1000, eligible: 900 },
  )
  expect(items.map(({ touchpoint }) => touchpoint)).toEqual(['busy', 'broken', 'loyal'])
  const [busy, broken, loyal] = items
  expect(busy).toMatchObject({
    reach: { count: 5000, basis: 'reached' },
    gap: { target: 80, score: 75, points: 5, share: 0.05 },
    isConfident: false,
  })
  // P(X ≤ 75 | 100, 0.8) = 0.1314.
  expect(busy?.confidence).toBeCloseTo(1 - 0.1314, 4)
  expect(broken).toMatchObject({ gap: { points: 40, share: 0.4 }, isConfident: true })
  expect(broken?.confidence).toBeGreaterThan(0.999_999)
  // 20 points of the 200 that an NPS spans.
  expect(loyal?.gap).toEqual({ target: 40, score: 20, points: 20, share: 0.1 })
  for (const { priority, reach, gap, confidence } of items) expect(priority).toBe(reach.count * gap.share * confidence)
})

test('says of every touchpoint that it does not rank why', () => {
  const choice = toScore({ kind: 'choice', scaleMax: 10, scores: new Array<number>(11).fill(9), shown: 50, dismissed: 0, answered: 50 })
  const list = listOf(
    { key: 'free', scores: [toCsat(1, 100)] },
    { key: 'silent', targetScore: 80, scores: [] },
    { key: 'ignored', targetScore: 80, scores: [toCsat(0, 0)] },
    { key: 'asked', targetScore: 80, scores: [choice] },
    { key: 'thin', targetScore: 80, scores: [toCsat(0, 29)] },
    { key: 'enough', targetScore: 80, scores: [toCsat(0, 30)] },
    { key: 'good', targetScore: 80, scores: [toCsat(90, 100)] },
    { key: 'exact', targetScore: 80, scores: [toCsat(80, 100)] },
  )
  expect(list.items.map(({ touchpoint }) => touchpoint)).toEqual(['enough'])
  expect(reasonsOf(list)).toEqual({
    free: 'no-standard',
    silent: 'no-answers',
    ignored: 'no-answers',
    asked: 'no-score',
    thin: 'too-few-answers',
    good: 'meets-standard',
    exact: 'meets-standard',
  })
})

test('measures reach alike for the whole list: by who came where all pages tell, else by who was asked', () => {
  const told: Place = { key: 'told', targetScore: 80, scores: [toCsat(40, 100)], reached: 900, eligible: 500 }
  expect(listOf(told).items[0]?.reach).toEqual({ count: 900, basis: 'reached' })
  const { items } = listOf(told, { key: 'untold', targetScore: 80, scores: [toCsat(40, 100)] })
  expect(items.map(({ reach }) => reach)).toEqual([
    { count: 100, basis: 'shown' },
    { count: 100, basis: 'shown' },
  ])
})

/** A touchpoint that is exactly at its standard, and what so many people happened to say there. */
function toNoise(key: string, chance: () => number): Place {
  const n = 30 + Math.floor(chance() ** 2 * 400)
  const draw = (share: number) => Array.from({ length: n }, chance).filter((one) => one < share).length
  if (chance() < 0.5) {
    const percent = 50 + Math.floor(chance() * 46)
    return { key, targetScore: percent, scores: [toCsat(draw(percent / 100), n)] }
  }
  const [up, down] = [0.3 + chance() * 0.6, chance() * 0.1]
  const answers = Array.from({ length: n }, chance)
  const promoters = answers.filter((one) => one < up).length
  const detractors = answers.filter((one) => one > 1 - down).length
  return { key, targetScore: 100 * (up - down), scores: [toNps(promoters, n - promoters - detractors, detractors)] }
}

test('in pure noise names a touchpoint as surely below its standard in at most one list of twenty', () => {
  const chance = createChance(20_261_130)
  const lists = 2000
  let [alarms, ranked] = [0, 0]
  for (let list = 0; list < lists; list += 1) {
    const { items } = listOf(...Array.from({ length: 12 }, (_, place) => toNoise(`place-${place}`, chance)))
    ranked += items.length
    if (items.some(({ isConfident }) => isConfident)) alarms += 1
  }
  // Half of them lie below by chance and are ranked, with what that is worth.
  expect(ranked / lists).toBeGreaterThan(4)
  expect(alarms / lists).toBeLessThanOrEqual(FALSE_ALARM_RATE)
  expect(alarms / lists).toBeGreaterThan(0.01)
  console.log(
    `fix-first in pure noise: ${alarms} of ${lists} lists of 12 touchpoints name one as surely below (stated: at most ${FALSE_ALARM_RATE * lists})`,
  )
})

test('finds the one that is really below among those that are not', () => {
  const chance = createChance(7)
  let found = 0
  for (let list = 0; list < 100; list += 1) {
    const others = Array.from({ length: 11 }, (_, place) => toNoise(`place-${place}`, chance))
    const satisfied = Array.from({ length: 300 }, chance).filter((one) => one < 0.68).length
    const { items } = listOf(...others, { key: 'payment', targetScore: 80, scores: [toCsat(satisfied, 300)] })
    if (items.find(({ isConfident }) => isConfident)?.touchpoint === 'payment') found += 1
  }
  expect(found).toBeGreaterThan(90)
})
