import type { InboxResponse } from '@pulso/protocol/types'
import { expect, test } from 'vitest'
import { commentAt } from '../../test/believable-report.ts'
import { EMPTY_INBOX, findResponse, letIn, withArrived, withMarks, without, withPage, withResponse, withStatus } from './inbox-state.ts'

const responseAt = (minute: number, changes: Partial<InboxResponse> = {}): InboxResponse => ({
  ...commentAt(minute),
  countedTouchpoint: 'checkout',
  day: '2026-11-23',
  promptVersion: 1,
  marks: { status: 'new', tags: [], notes: [] },
  ...changes,
})
const pageOf = (minutes: number[], next: string | null = null, rows = 200) => ({
  responses: minutes.map((minute) => responseAt(minute)),
  next,
  looked: { rows, backTo: next === null ? null : 1, isBeyond: false },
})
const idsOf = (responses: readonly InboxResponse[]) => responses.map(({ id }) => id)

test('puts page behind page, adds up what was looked at, and says nothing twice', () => {
  const state = withPage(withPage(EMPTY_INBOX, pageOf([5, 4], 'further')), pageOf([4, 3]))
  expect(idsOf(state.responses)).toEqual(['comment-5', 'comment-4', 'comment-3'])
  expect(state).toMatchObject({ next: null, rows: 400, backTo: null, isRead: true })
})

test('lets what arrives wait while somebody reads, and puts it on top when it may enter', () => {
  const reading = withArrived(withPage(EMPTY_INBOX, pageOf([2, 1])), [responseAt(3)], false)
  expect([idsOf(reading.responses), idsOf(reading.waiting)]).toEqual([['comment-2', 'comment-1'], ['comment-3']])
  const more = withArrived(reading, [responseAt(4), responseAt(3)], false)
  expect(idsOf(more.waiting)).toEqual(['comment-4', 'comment-3'])
  const entered = letIn(more)
  expect(idsOf(entered.responses)).toEqual(['comment-4', 'comment-3', 'comment-2', 'comment-1'])
  expect([entered.waiting, [...entered.fresh]]).toEqual([[], ['comment-4', 'comment-3']])
  expect(idsOf(withArrived(entered, [responseAt(9)], true).responses)[0]).toBe('comment-9')
})

test('shows an answer that grew as it is now, where it stands', () => {
  const state = withArrived(withPage(EMPTY_INBOX, pageOf([2, 1])), [responseAt(1, { comment: 'Slow, but kind' })], false)
  expect(state.responses.map(({ comment }) => comment)).toEqual(['said at 2', 'Slow, but kind'])
  expect(state.waiting).toEqual([])
})

test('keeps what is said about each, wherever it is shown', () => {
  const state = withResponse(withPage(EMPTY_INBOX, pageOf([2, 1])), responseAt(7))
  expect(idsOf(state.responses)).toEqual(['comment-2', 'comment-1'])
  const done = withStatus(state, ['comment-7', 'comment-1'], 'done')
  expect(findResponse(done, 'comment-7')?.marks.status).toBe('done')
  const tagged = withMarks(done, [{ id: 'comment-7', marks: { status: 'read', tags: ['caja'], notes: [] } }])
  expect(findResponse(tagged, 'comment-7')?.marks).toMatchObject({ status: 'read', tags: ['caja'] })
  expect(findResponse(tagged, 'comment-1')?.marks.status).toBe('done')
})

test('forgets what was erased', () => {
  const state = without(withPage(EMPTY_INBOX, pageOf([3, 2, 1])), ({ id }) => id === 'comment-2')
  expect(idsOf(state.responses)).toEqual(['comment-3', 'comment-1'])
  expect(findResponse(state, 'comment-2')).toBeNull()
  expect(findResponse(state, null)).toBeNull()
})
