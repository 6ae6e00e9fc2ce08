import { expect, test } from 'vitest'
import { LiveFrame, Report, Score, Tally } from './index.ts'

const tally = {
  touchpoint: 'coffee',
  promptId: 'taste',
  kind: 'csat',
  scaleMax: 5,
  segment: 'other',
  shown: 3,
  dismissed: 1,
  answered: 1,
  completed: 1,
  comments: 0,
  scores: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0],
}

const unanswered = {
  kind: 'csat',
  scaleMax: 5,
  formula: 'top-box/wilson',
  unit: 'percent',
  value: null,
  low: null,
  high: null,
  margin: null,
  n: 0,
  distribution: [0, 0, 0, 0, 0],
  enoughData: false,
  leftOut: { dismissed: 1, unanswered: 2 },
}

const report = {
  site: { id: 'cafe', name: 'Café', siteKey: 'pk_demo_cafe', timeZone: 'Europe/Madrid', demoResponses: 0 },
  range: { from: '2026-10-01', to: '2026-10-30' },
  environment: 'production',
  lane: 'production',
  asOf: 1_793_000_000_000,
  stages: [
    {
      key: 'use',
      name: { es: 'Uso' },
      phase: 'after',
      touchpoints: [
        {
          key: 'coffee',
          name: { es: 'El café' },
          channel: 'physical',
          audience: 'customer',
          momentOfTruth: true,
          shown: 3,
          dismissed: 1,
          answered: 0,
          completed: 0,
          comments: 0,
          reached: 9,
          eligible: 4,
          heldBack: { 'after-shown': 5 },
          quarantined: { 'network-burst': 3 },
          dropped: 1,
          scores: [unanswered],
        },
      ],
    },
  ],
  unmapped: null,
  otherEnvironment: { environment: 'test', shown: 0, answered: 0 },
  otherLanes: {},
}

test('counts in a tally the scores 0 to 10, all of them, with nothing below zero', () => {
  expect(Tally.parse(tally)).toEqual(tally)
  expect(Tally.safeParse({ ...tally, scores: tally.scores.slice(1) }).success).toBe(false)
  expect(Tally.safeParse({ ...tally, scores: [...tally.scores, 0] }).success).toBe(false)
  expect(Tally.safeParse({ ...tally, shown: -1 }).success).toBe(false)
  expect(Tally.safeParse({ ...tally, scores: tally.scores.with(0, 0.5) }).success).toBe(false)
})

test('lets a score be unknown, but never without its n, formula and what was left out', () => {
  expect(Score.parse(unanswered)).toEqual(unanswered)
  for (const field of ['n', 'formula', 'leftOut', 'margin', 'value'] as const) {
    const { [field]: _, ...rest } = unanswered
    expect(Score.safeParse(rest).success, field).toBe(false)
  }
  expect(Score.safeParse({ ...unanswered, formula: 'nps/plain' }).success).toBe(false)
})

test('carries a journey in which nothing was answered yet', () => {
  expect(Report.parse(report)).toEqual(report)
  expect(Report.safeParse({ ...report, unmapped: undefined }).success).toBe(false)
})

test('sends the live room a whole report, or the newest responses, and nothing else', () => {
  const response = {
    id: '0198c5f2-7a3b-7c4d-8e5f-0123456789ab',
    promptId: 'taste',
    kind: 'csat',
    scaleMax: 5,
    touchpoint: 'coffee',
    state: 'completed',
    locale: 'es',
    segment: 'other',
    source: 'visitor',
    occurredAt: 1_793_000_000_000,
    score: 5,
    choices: null,
    other: null,
    comment: 'De diez.',
    second: null,
    respondent: null,
    lane: 'production',
    flags: ['too-fast'],
    quarantined: null,
    verdict: null,
  }
  for (const frame of [
    { type: 'report', report, touched: ['coffee'], responses: [] },
    { type: 'report', report, touched: [], responses: [response, { ...response, score: null, comment: null, state: 'shown' }] },
  ]) {
    expect(LiveFrame.parse(frame)).toEqual(frame)
  }
  expect(LiveFrame.safeParse({ type: 'report', touched: [] }).success).toBe(false)
  expect(LiveFrame.safeParse({ type: 'tallies', tallies: [tally] }).success).toBe(false)
})
