import { expect, test } from 'vitest'
import { commentAt, reportWith, touchpointWith } from '../../test/believable-report.ts'
import { EMPTY_STATE, toNewAnswers, withCommentPage, withMissed, withNewComments, withReport } from './watch-state.ts'

const checkoutWith = (answers: number, shown = answers) =>
  reportWith([
    touchpointWith({ key: 'checkout', scores: [0, 0, 0, 0, 0, answers], shown }),
    touchpointWith({ key: 'help', scores: [0, 5] }),
  ])

test('counts a beat for each report in which a touchpoint has new answers', () => {
  const first = withReport(EMPTY_STATE, checkoutWith(10))
  expect(first.beats.size).toBe(0)
  const second = withReport(first, checkoutWith(11))
  const third = withReport(second, checkoutWith(14))
  expect([...third.beats]).toEqual([['checkout', 2]])
})

test('stays calm while a prompt is only shown', () => {
  const state = withReport(withReport(EMPTY_STATE, checkoutWith(10, 10)), checkoutWith(10, 12))
  expect(state.beats.size).toBe(0)
  expect(state.report?.stages[0]?.touchpoints[0]?.shown).toBe(12)
})

test('takes the unmapped tray for a touchpoint of its own', () => {
  const before = checkoutWith(10)
  const after = { ...before, unmapped: touchpointWith({ key: '(unmapped)', scores: [0, 1] }) }
  expect([...toNewAnswers(before, after)]).toEqual([['(unmapped)', 1]])
})

test('does not mistake a journey that was arranged for news', () => {
  const answers = (key: string, count: number) => touchpointWith({ key, scores: [0, 0, 0, 0, 0, count] })
  const before = reportWith([answers('checkout', 10)], { unmapped: answers('(unmapped)', 3) })
  expect(toNewAnswers(before, reportWith([answers('payment', 10)], { unmapped: answers('(unmapped)', 3) })).size).toBe(0)
  expect(toNewAnswers(before, reportWith([answers('checkout', 10), answers('kiosk', 3)])).size).toBe(0)
  expect(toNewAnswers(before, reportWith([], { unmapped: answers('(unmapped)', 13) })).size).toBe(0)
  const withMore = reportWith([answers('payment', 10), answers('help', 2)], { unmapped: answers('(unmapped)', 4) })
  expect([...toNewAnswers(before, withMore)]).toEqual([['(unmapped)', 1]])
})

test('does not mistake another range of days for news', () => {
  const before = checkoutWith(10)
  const tomorrow = { ...checkoutWith(15), range: { from: '2026-10-25', to: '2026-11-23' } }
  expect(toNewAnswers(before, tomorrow).size).toBe(0)
  expect(toNewAnswers(null, before).size).toBe(0)
})

test('puts what arrives before what was there, newest first', () => {
  const page = withCommentPage(EMPTY_STATE, { responses: [commentAt(2), commentAt(1)], next: 'older' })
  const state = withNewComments(page, [commentAt(5), commentAt(4)])
  expect(state.comments.map(({ id }) => id)).toEqual(['comment-5', 'comment-4', 'comment-2', 'comment-1'])
  expect(state.olderComments).toBe('older')
  expect([...state.fresh]).toEqual(['comment-5', 'comment-4'])
})

test('shows a comment that grew once, with all there is now', () => {
  const state = withNewComments(withNewComments(EMPTY_STATE, [commentAt(1, { comment: 'Slow' })]), [
    commentAt(1, { comment: 'Slow, but kind' }),
  ])
  expect(state.comments.map(({ comment }) => comment)).toEqual(['Slow, but kind'])
})

test('does not let a page that was read late undo what came live', () => {
  const live = withNewComments(EMPTY_STATE, [commentAt(3, { comment: 'Complete' })])
  const state = withCommentPage(live, { responses: [commentAt(3, { comment: 'Com' }), commentAt(1)], next: null })
  expect(state.comments.map(({ comment }) => comment)).toEqual(['Complete', 'said at 1'])
})

test('passes over answers without a comment', () => {
  expect(withNewComments(EMPTY_STATE, [commentAt(1, { comment: null })])).toBe(EMPTY_STATE)
})

test('keeps a wallboard of weeks from growing without end', () => {
  let state = EMPTY_STATE
  for (let minute = 0; minute < 250; minute += 1) state = withNewComments(state, [commentAt(minute)])
  expect(state.comments).toHaveLength(200)
  expect(state.fresh.size).toBe(200)
  expect(state.comments[0]?.id).toBe('comment-249')
})

test('remembers no more of what is missed than there is room for afterwards, however long the numbers hold still', () => {
  const frame = (minute: number) => ({
    type: 'report' as const,
    report: checkoutWith(minute),
    touched: [],
    responses: [commentAt(minute), commentAt(minute, { id: `silent-${minute}`, comment: null })],
  })
  let missed = withMissed(null, frame(0))
  for (let minute = 1; minute < 250; minute += 1) missed = withMissed(missed, frame(minute))
  expect(missed.responses).toHaveLength(200)
  expect(missed.responses[0]?.id).toBe('comment-249')
  expect(missed.report).toEqual(checkoutWith(249))
})
