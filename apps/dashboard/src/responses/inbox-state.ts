import type { InboxPage, InboxResponse, MarkedResponses, Marks } from '@pulso/protocol/types'
import type { Failure } from '../request.ts'

/** Everything that the inbox shows of the responses that its filter lets through, and how it changes. */
export type InboxState = {
  /** In the order of the API: newest first by id. */
  responses: readonly InboxResponse[]
  /** Beside the list: a permalink to what the filter leaves out. */
  apart: readonly InboxResponse[]
  /** Arrived while being watched, and not in the list yet. */
  waiting: readonly InboxResponse[]
  /** In the list since it has been watched: they enter with a gesture. */
  fresh: ReadonlySet<string>
  /** Where to read on; null when there is nothing further, or nothing has been read. */
  next: string | null
  /** How many stored responses have been looked at for this list, and how far back. */
  rows: number
  backTo: number | null
  isBeyond: boolean
  isReading: boolean
  /** Whether a first page has come. */
  isRead: boolean
  failure: Failure | null
}

export const EMPTY_INBOX: InboxState = {
  responses: [],
  apart: [],
  waiting: [],
  fresh: new Set(),
  next: null,
  rows: 0,
  backTo: null,
  isBeyond: false,
  isReading: false,
  isRead: false,
  failure: null,
}

export function findResponse(state: InboxState, id: string | null): InboxResponse | null {
  if (id === null) return null
  return [state.responses, state.apart, state.waiting].flatMap((list) => list.find((one) => one.id === id) ?? [])[0] ?? null
}

/** The next page behind what is there. What came live in the meantime is not said twice. */
export function withPage(state: InboxState, { responses, next, looked }: InboxPage): InboxState {
  const known = new Set(state.responses.map(({ id }) => id))
  return {
    ...state,
    responses: [...state.responses, ...responses.filter(({ id }) => !known.has(id))],
    next,
    rows: state.rows + looked.rows,
    backTo: looked.backTo,
    isBeyond: looked.isBeyond,
    isRead: true,
    failure: null,
  }
}

/**
 * What a look at the newest found: those that are there as they are now, and those
 * that are not yet, which enter at the top or wait until somebody wants them.
 */
export function withArrived(state: InboxState, found: readonly InboxResponse[], mayEnter: boolean): InboxState {
  const byId = new Map(found.map((one) => [one.id, one]))
  const toNow = (list: readonly InboxResponse[]) => list.map((one) => byId.get(one.id) ?? one)
  const known = new Set([...state.responses, ...state.waiting].map(({ id }) => id))
  const isNew = found.filter(({ id }) => !known.has(id))
  const now = { ...state, responses: toNow(state.responses), apart: toNow(state.apart), waiting: toNow(state.waiting) }
  const waiting = toNewestFirst([...isNew, ...now.waiting])
  return mayEnter ? letIn({ ...now, waiting }) : { ...now, waiting }
}

/** Lets in what has been waiting. */
export function letIn(state: InboxState): InboxState {
  if (state.waiting.length === 0) return state
  const fresh = new Set([...state.fresh, ...state.waiting.map(({ id }) => id)])
  return { ...state, responses: [...state.waiting, ...state.responses], waiting: [], fresh }
}

/** What is said about these now. */
export function withMarks(state: InboxState, marked: MarkedResponses['marked']): InboxState {
  const byId = new Map(marked.map(({ id, marks }) => [id, marks]))
  return withEach(state, (one) => ({ ...one, marks: byId.get(one.id) ?? one.marks }))
}

/** What will be said about these, before the worker has said so. */
export function withStatus(state: InboxState, ids: readonly string[], status: Marks['status']): InboxState {
  return withEach(state, (one) => (ids.includes(one.id) ? { ...one, marks: { ...one.marks, status } } : one))
}

export function withResponse(state: InboxState, response: InboxResponse): InboxState {
  if (findResponse(state, response.id) === null) return { ...state, apart: [...state.apart, response] }
  return withEach(state, (one) => (one.id === response.id ? response : one))
}

/** Without what was erased, or counts elsewhere by now. */
export function without(state: InboxState, isGone: (response: InboxResponse) => boolean): InboxState {
  const toLeft = (list: readonly InboxResponse[]) => list.filter((one) => !isGone(one))
  return { ...state, responses: toLeft(state.responses), apart: toLeft(state.apart), waiting: toLeft(state.waiting) }
}

function withEach(state: InboxState, change: (response: InboxResponse) => InboxResponse): InboxState {
  return { ...state, responses: state.responses.map(change), apart: state.apart.map(change), waiting: state.waiting.map(change) }
}

/** By when it happened: ids of verified respondents tell their wave alone. */
function toNewestFirst(responses: readonly InboxResponse[]): InboxResponse[] {
  return responses.toSorted((a, b) => b.occurredAt - a.occurredAt)
}
