import type { Association, JourneyStage } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { touchpointWith } from '../../test/believable-report.ts'
import { toRankedAssociations } from './ranked-associations.ts'

const associationWith = (value: number | null, pairs: number, isDerived = false): Association => ({
  kind: 'csat',
  scaleMax: 5,
  formula: 'kendall-tau-b',
  value,
  low: value,
  high: value,
  pairs,
  enoughData: pairs >= 30,
  counts: [],
  isDerived,
})

const stageWith = (said: Record<string, Association[]>): JourneyStage => ({
  key: 'purchase',
  name: { en: 'Purchase' },
  phase: 'during',
  emotion: { formula: 'balance/adjusted-wald', value: null, low: null, high: null, n: 0, good: 0, middle: 0, bad: 0, enoughData: false },
  touchpoints: Object.entries(said).map(([key, associations]) => ({
    ...touchpointWith({ key }),
    trends: [],
    funnel: { steps: [], isReachPartial: false },
    gap: null,
    associations,
  })),
})

test('puts what is beyond doubt before what only looks strong, and what nobody can tell last', () => {
  const stage = stageWith({
    few: [associationWith(null, 4)],
    doubtful: [associationWith(0.5, 31)],
    certain: [associationWith(0.3, 900, true)],
    strongest: [associationWith(0.6, 400, true)],
    fewer: [associationWith(null, 2)],
    against: [associationWith(-0.2, 60)],
  })
  expect(toRankedAssociations([stage]).map(({ touchpoint }) => touchpoint)).toEqual([
    'strongest',
    'certain',
    'doubtful',
    'against',
    'few',
    'fewer',
  ])
})

test('leaves out where nobody answered both', () => {
  expect(toRankedAssociations([stageWith({ empty: [associationWith(null, 0)], none: [] })])).toEqual([])
})
