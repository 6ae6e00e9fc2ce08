import { expect, test } from 'vitest'
import { reportWith, touchpointWith } from '../../test/believable-report.ts'
import { toTotals } from './totals.ts'

const promoters = (count: number) => [...Array<number>(10).fill(0), count]
const detractors = (count: number) => [count]

test('shows the NPS of the one touchpoint that asks it, untouched', () => {
  const recommend = touchpointWith({ key: 'recommend', kind: 'nps', scores: promoters(40) })
  const totals = toTotals(reportWith([touchpointWith({ key: 'checkout', scores: [0, 0, 0, 0, 9] }), recommend]))
  expect(totals.nps).toBe(recommend.scores[0])
  expect(totals.npsTouchpoints).toBe(1)
})

test('pools answers, not scores, when several touchpoints ask it', () => {
  const { nps, npsTouchpoints } = toTotals(
    reportWith([
      touchpointWith({ key: 'recommend', kind: 'nps', scores: promoters(90) }),
      touchpointWith({ key: 'renew', kind: 'nps', scores: detractors(10), shown: 25 }),
    ]),
  )
  expect(npsTouchpoints).toBe(2)
  expect(nps).toMatchObject({ value: 80, n: 100, leftOut: { unanswered: 15 } })
})

test('keeps the eNPS of employees out of the NPS of customers, and shows it where employees are all there is', () => {
  const recommend = touchpointWith({ key: 'recommend', kind: 'nps', scores: promoters(40) })
  const shift = { ...touchpointWith({ key: 'shift', kind: 'nps', scores: detractors(40) }), audience: 'employee' as const }
  const both = toTotals(reportWith([recommend, shift]))
  expect(both.nps).toBe(recommend.scores[0])
  expect(both).toMatchObject({ npsTouchpoints: 1, answered: 80 })
  expect(toTotals(reportWith([shift]))).toMatchObject({ nps: shift.scores[0], npsAudience: 'employee' })
})

test('has no NPS when nobody asks it, and no rate when nothing was shown', () => {
  const totals = toTotals(reportWith([touchpointWith({ key: 'checkout' })]))
  expect(totals).toEqual({ shown: 0, answered: 0, comments: 0, responseRate: null, nps: null, npsAudience: 'customer', npsTouchpoints: 0 })
})

test('counts what the journey does not name as well', () => {
  const report = reportWith([touchpointWith({ key: 'checkout', scores: [0, 1], shown: 10 })], {
    unmapped: touchpointWith({ key: '(unmapped)', scores: [0, 4], shown: 10 }),
  })
  const totals = toTotals(report)
  expect(totals).toMatchObject({ shown: 20, answered: 5 })
  expect(totals.responseRate).toMatchObject({ unit: 'percent', value: 25, enoughData: false })
  expect(totals.responseRate?.low).toBeLessThan(15)
  expect(totals.responseRate?.high).toBeGreaterThan(45)
})

test('claims no response rate when answers outlive the range of their showing', () => {
  expect(toTotals(reportWith([touchpointWith({ key: 'checkout', scores: [0, 3], shown: 1 })])).responseRate).toBeNull()
})
