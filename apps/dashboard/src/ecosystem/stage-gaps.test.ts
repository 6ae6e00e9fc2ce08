import type { AudienceReport, Balance, JourneyStage } from '@pulso/protocol/types'
import { toNpsDifference } from '@pulso/stats'
import { expect, test } from 'vitest'
import { touchpointWith } from '../../test/believable-report.ts'
import { toStageGaps } from './stage-gaps.ts'

const balanceOf = (good: number, middle: number, bad: number): Balance => {
  const n = good + middle + bad
  const value = n === 0 ? null : (good - bad) / n
  return { formula: 'balance/adjusted-wald', value, low: value, high: value, n, good, middle, bad, enoughData: n >= 30 }
}

type Said = Partial<Record<AudienceReport['audience'], Balance>>

const audiencesWith = (stages: Record<string, Said>): AudienceReport[] =>
  (['customer', 'employee', 'partner'] as const).map((audience) => ({
    audience,
    touchpoints: [],
    scores: [],
    emotion: Object.entries(stages).flatMap(([stage, said]) => (said[audience] ? [{ stage, balance: said[audience] }] : [])),
  }))

const stageWith = (key: string, kinds: Partial<Record<AudienceReport['audience'], 'nps' | 'csat'>> = {}): JourneyStage => ({
  key,
  name: { en: key },
  phase: 'during',
  emotion: balanceOf(0, 0, 0),
  touchpoints: Object.entries(kinds).map(([audience, kind]) => ({
    ...touchpointWith({ key: `${key}-${audience}`, kind, scores: [0, 5, 5, 5, 5, 5] }),
    audience: audience as AudienceReport['audience'],
    trends: [],
    funnel: { steps: [], isReachPartial: false },
    gap: null,
    associations: [],
  })),
})

test('sets what employees say beside what customers say of the same stage, with how sure the gap is', () => {
  const said = { customer: balanceOf(300, 60, 40), employee: balanceOf(40, 30, 50) }
  const [purchase] = toStageGaps([stageWith('purchase')], audiencesWith({ purchase: said }))
  const [customers, employees] = purchase?.views ?? []
  expect(customers).toMatchObject({ audience: 'customer', gap: null })
  const plain = toNpsDifference({ promoters: 40, passives: 30, detractors: 50 }, { promoters: 300, passives: 60, detractors: 40 })
  expect(employees?.gap).toMatchObject({ value: plain?.value, low: plain?.low, high: plain?.high, isDifferent: true })
  expect(employees?.gap?.joint.lookedAt).toBe(1)
})

test('judges all gaps together: the more stages, the more each has to show', () => {
  const said = { customer: balanceOf(120, 40, 40), employee: balanceOf(40, 20, 40) }
  const one = toStageGaps([stageWith('a')], audiencesWith({ a: said }))
  const keys = Array.from({ length: 6 }, (_, index) => `stage-${index}`)
  const many = toStageGaps(
    keys.map((key) => stageWith(key)),
    audiencesWith(Object.fromEntries(keys.map((key) => [key, said]))),
  )
  const [alone, among] = [one, many].map((stages) => stages[0]?.views[1]?.gap?.joint)
  expect(among?.lookedAt).toBe(6)
  expect((among?.high ?? 0) - (among?.low ?? 0)).toBeGreaterThan((alone?.high ?? 0) - (alone?.low ?? 0))
})

test('compares nobody with nobody', () => {
  const stages = [stageWith('a'), stageWith('b'), stageWith('c')]
  const views = toStageGaps(stages, audiencesWith({ a: { employee: balanceOf(40, 20, 40) }, b: { customer: balanceOf(9, 9, 9) }, c: {} }))
  expect(views.map(({ key, views: of }) => [key, ...of.map(({ gap }) => gap)])).toEqual([
    ['a', null],
    ['b', null],
  ])
})

test('says where the two were asked in different ways', () => {
  const said = { customer: balanceOf(120, 40, 40), employee: balanceOf(40, 20, 40) }
  const stages = [stageWith('same', { customer: 'csat', employee: 'csat' }), stageWith('other', { customer: 'nps', employee: 'csat' })]
  const views = toStageGaps(stages, audiencesWith({ same: said, other: said }))
  expect(views.map(({ views: of }) => of[1]?.isAskedOtherwise)).toEqual([false, true])
})
