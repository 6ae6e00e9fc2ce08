import { Retention } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { type IdentifiedAnswer, isSampled, RespondentSample, toMonthCounts, toRetention } from './index.ts'

const AT = Date.UTC(2026, 9, 5)
/** A respondent whose hash begins with this digit and is otherwise their number. */
const toName = (number: number, first = '0') => `p${first}${number.toString(16).padStart(31, '0')}`

function answer(respondent: string, month: string, score: number | null, more: Partial<IdentifiedAnswer> = {}): IdentifiedAnswer {
  return {
    respondent,
    lane: 'production',
    month,
    touchpoint: 'recommend',
    promptId: 'nps',
    kind: 'nps',
    scaleMax: 10,
    score,
    occurredAt: AT,
    ...more,
  }
}
const csat = { kind: 'csat', scaleMax: 5, touchpoint: 'checkout', promptId: 'csat' } as const

function countOf(answers: IdentifiedAnswer[], month = '2026-10', next = '2026-11', capacity = 100) {
  const sample = new RespondentSample(capacity)
  for (const one of answers) sample.add(one)
  return toMonthCounts(sample.people, month, next)
}
const [ana, ben, cleo] = [toName(1), toName(2), toName(3)]

test('pairs what somebody thought of a touchpoint with whether they recommend, in one month', () => {
  const { pairs } = countOf([
    answer(ana, '2026-10', 10),
    answer(ana, '2026-10', 5, csat),
    answer(ben, '2026-10', 3),
    answer(ben, '2026-10', 3, csat),
    // Not in the same month, and no NPS at all.
    answer(cleo, '2026-11', 10),
    answer(cleo, '2026-10', 1, csat),
    answer(toName(4), '2026-10', null, { kind: 'text', scaleMax: 0 }),
  ])
  expect(pairs).toEqual([
    {
      lane: 'production',
      touchpoint: 'checkout',
      promptId: 'csat',
      kind: 'csat',
      scaleMax: 5,
      counts: [
        [0, 0, 0],
        [1, 0, 0],
        [0, 0, 1],
      ],
    },
  ])
})

test('takes the latest answer of each, in whatever order they come, and each person once', () => {
  const answers = [
    answer(ana, '2026-10', 0),
    answer(ana, '2026-10', 10, { occurredAt: AT + 2, touchpoint: 'footer' }),
    answer(ana, '2026-10', 7, { occurredAt: AT + 1 }),
    answer(ana, '2026-10', 1, { ...csat, occurredAt: AT + 3 }),
    answer(ana, '2026-10', 5, { ...csat, occurredAt: AT }),
  ]
  const counts = countOf(answers)
  expect(counts.pairs[0]?.counts).toEqual([
    [0, 0, 1],
    [0, 0, 0],
    [0, 0, 0],
  ])
  expect(countOf(answers.toReversed())).toEqual(counts)
  expect(countOf([...answers, ...answers])).toEqual(counts)
})

test('follows people into the next month, and keeps lanes and kinds of respondents apart', () => {
  const { moves } = countOf([
    answer(ana, '2026-10', 2),
    answer(ana, '2026-11', 9),
    answer(ben, '2026-10', 2),
    answer(cleo, '2026-10', 4, csat),
    answer(cleo, '2026-11', 5, csat),
    answer(toName(5), '2026-11', 9),
    answer(ana.replace('p', 'v'), '2026-10', 2, { lane: 'verified' }),
  ])
  expect(moves).toEqual([
    { lane: 'production', from: 'detractor', to: [0, 0, 1, 0, 1] },
    { lane: 'production', from: 'none', to: [0, 0, 0, 1, 0] },
    { lane: 'verified', from: 'detractor', to: [0, 0, 0, 0, 1] },
  ])
})

test('keeps everybody as long as they fit', () => {
  const sample = new RespondentSample(10)
  for (let number = 0; number < 10; number += 1) sample.add(answer(toName(number, number < 5 ? '0' : '8'), '2026-10', 10))
  expect([sample.share, [...sample.people].length]).toEqual([1, 10])
  sample.add(answer(toName(10), '2026-10', 10))
  expect([sample.share, [...sample.people].length]).toEqual([0.5, 6])
})

test('lets go of half of the people when there are too many, whole people and the same ones in every month', () => {
  const sample = new RespondentSample(10)
  for (let number = 0; number < 64; number += 1) {
    const name = toName(number, '0123456789abcdef'[number % 16])
    sample.add(answer(name, '2026-10', 10))
    sample.add(answer(name, '2026-11', 0))
  }
  expect(sample.share).toBe(0.125)
  const { moves } = toMonthCounts(sample.people, '2026-10', '2026-11')
  // Two of sixteen first digits, four of each.
  expect(moves).toEqual([{ lane: 'production', from: 'promoter', to: [8, 0, 0, 0, 0] }])
  expect([isSampled(toName(1, '1'), 0.125), isSampled(toName(1, '2'), 0.125), isSampled(toName(1, 'f'), 1)]).toEqual([true, false, true])
})

const rest = { environment: 'production', lane: 'production', asOf: 1_793_000_000_000, pending: [] as string[] } as const
const whole = { countedTo: '2026-11-30', sampled: 1 }

test('says who came back and who changed their mind, with intervals', () => {
  const retention = toRetention({
    ...rest,
    months: [
      {
        month: '2026-08',
        isComplete: true,
        ...whole,
        moves: [
          { from: 'detractor', to: [10, 5, 5, 10, 20] },
          { from: 'promoter', to: [1, 2, 40, 7, 10] },
        ],
      },
      { month: '2026-09', isComplete: true, ...whole, moves: [{ from: 'detractor', to: [10, 0, 0, 0, 0] }] },
      { month: '2026-10', isComplete: false, ...whole, moves: [{ from: 'passive', to: [0, 0, 0, 0, 9] }] },
    ],
  })
  expect(Retention.parse(retention)).toEqual(retention)
  expect(retention.cohorts.map(({ month }) => month)).toEqual(['2026-10', '2026-09', '2026-08'])
  const [, , august] = retention.cohorts
  expect(august?.all).toMatchObject({ respondents: 110, enoughData: true })
  const [detractors, passives, promoters] = august?.classes ?? []
  expect(detractors).toMatchObject({
    from: 'detractor',
    respondents: 50,
    to: { detractor: 10, passive: 5, promoter: 5, none: 10, away: 20 },
  })
  // Wilson of 30 of 50.
  expect(detractors?.returned).toMatchObject({ value: 60, n: 50, low: expect.closeTo(46.18, 2), high: expect.closeTo(72.39, 2) })
  // Of the 20 who said it again.
  expect(detractors?.migrated?.promoter).toMatchObject({ value: 25, n: 20, low: expect.closeTo(11.19, 2), high: expect.closeTo(46.87, 2) })
  expect(passives).toMatchObject({ respondents: 0, returned: null, migrated: null, enoughData: false })
  expect(promoters?.migrated?.promoter.value).toBeCloseTo((100 * 40) / 43, 10)
  // The month whose next one is not over is in no total.
  expect(retention.total).toMatchObject({ months: ['2026-09', '2026-08'], all: { respondents: 120 } })
  expect(retention.total.classes[0]).toMatchObject({ respondents: 60, to: { detractor: 20 } })
})

test('says nothing about nobody', () => {
  const { total, cohorts } = toRetention({ ...rest, months: [] })
  expect(cohorts).toEqual([])
  expect(total.all).toEqual({ respondents: 0, returned: null, enoughData: false })
  expect(total.classes.map(({ from, returned }) => [from, returned])).toEqual([
    ['detractor', null],
    ['passive', null],
    ['promoter', null],
    ['none', null],
  ])
})
