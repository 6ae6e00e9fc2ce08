import { type ReadonlySignal, signal } from '@preact/signals'
import { PATHS } from '@pulso/protocol/constants'
import type { InboxResponse, MarkedResponses, Marks, Verdict } from '@pulso/protocol/types'
import { type Failure, type Outcome, request } from '../request.ts'
import { createChangeClock } from './change-clock.ts'
import { isErased, isInboxPage, isInboxResponse, isJudged, isMarkedResponses, isMarks } from './guards.ts'
import {
  EMPTY_INBOX,
  findResponse,
  type InboxState,
  letIn,
  withArrived,
  withMarks,
  without,
  withPage,
  withResponse,
  withStatus,
} from './inbox-state.ts'

const PAGE = 40
const NEWEST = 100
/** Requests of one press of the button, while nothing is found. */
const MOST_STEPS = 10
/** A prompt may have been shown this long before it is answered, and ids are of when it was shown. */
const LOOK_BACK_MS = 15 * 60_000
/** Several answers that come at once are one look. */
const LOOK_AFTER_MS = 300

export type Change = { status?: Marks['status']; addTags?: string[]; removeTags?: string[] }

export type Inbox = {
  state: ReadonlySignal<InboxState>
  /** Reads on, or once more after a failure. */
  read: () => Promise<void>
  /** Looks for what has arrived since, soon. `mayEnter` is asked when it has come. */
  look: (mayEnter: () => boolean) => void
  letIn: () => void
  /** Reads one response that the list does not hold. */
  open: (id: string) => Promise<Failure | null>
  mark: (ids: readonly string[], change: Change) => Promise<Outcome<MarkedResponses>>
  addNote: (id: string, text: string, author: string) => Promise<boolean>
  removeNote: (id: string, note: string) => Promise<boolean>
  judge: (ids: readonly string[], verdict: Verdict) => Promise<boolean>
  /** Both give how many were erased; null when it could not be done. */
  eraseResponse: (id: string) => Promise<number | null>
  erasePerson: (respondent: string) => Promise<number | null>
  destroy: () => void
}

/** The responses of a site that a filter lets through, and what a team does with them. */
export function createInbox(site: string, filter: string): Inbox {
  const state = signal<InboxState>(EMPTY_INBOX)
  const ending = new AbortController()
  const clock = createChangeClock()
  let lookTimer: ReturnType<typeof setTimeout> | undefined
  let lookedAt = Date.now()

  const toAddress = (more: Record<string, string>) =>
    `${PATHS.siteResponses(site)}?${new URLSearchParams([...new URLSearchParams(filter), ...Object.entries(more)])}`

  /** What was read, but with what has been changed from here since it was asked for. */
  const withChanges = (read: readonly InboxResponse[], readAt: number): InboxResponse[] =>
    read.map((one) => {
      const shown = clock.isChangedSince(one.id, readAt) ? findResponse(state.value, one.id) : null
      return shown === null ? one : { ...one, marks: shown.marks }
    })

  async function readPage(): Promise<boolean> {
    const { next, responses } = state.value
    const readAt = clock.now()
    const page = { limit: String(PAGE), ...(next !== null && { cursor: next }) }
    const outcome = await request(toAddress(page), isInboxPage, { signal: ending.signal })
    if (ending.signal.aborted) return false
    state.value = outcome.ok
      ? withPage(state.value, { ...outcome.value, responses: withChanges(outcome.value.responses, readAt) })
      : { ...state.value, failure: outcome.failure }
    return outcome.ok && state.value.next !== null && state.value.responses.length === responses.length
  }

  async function read(): Promise<void> {
    if (state.value.isReading) return
    // The first look is one request. Whoever then looks further means until something is found, and sees how far it is.
    const isFirst = !state.value.isRead
    state.value = { ...state.value, isReading: true, failure: null }
    for (let step = 1; (await readPage()) && !isFirst && step < MOST_STEPS; step += 1);
    state.value = { ...state.value, isReading: false }
  }

  async function readNewest(mayEnter: () => boolean): Promise<void> {
    const since = Math.max(0, lookedAt - LOOK_BACK_MS)
    const startedAt = Date.now()
    const readAt = clock.now()
    const outcome = await request(toAddress({ limit: String(NEWEST), since: String(since) }), isInboxPage, { signal: ending.signal })
    if (!outcome.ok || ending.signal.aborted) return
    lookedAt = startedAt
    state.value = withArrived(state.value, withChanges(outcome.value.responses, readAt), mayEnter())
  }

  async function readOne(id: string): Promise<Outcome<InboxResponse>> {
    const outcome = await request(PATHS.siteResponse(site, id), isInboxResponse, { signal: ending.signal })
    if (outcome.ok) state.value = withResponse(state.value, outcome.value)
    return outcome
  }

  async function keepMarks(id: string, outcome: Outcome<Marks>): Promise<boolean> {
    clock.end(clock.begin([id]), [id])
    if (outcome.ok) state.value = withMarks(state.value, [{ id, marks: outcome.value }])
    return outcome.ok
  }

  async function erase(path: string, isGone: (response: InboxResponse) => boolean): Promise<number | null> {
    const outcome = await request(path, isErased, { method: 'DELETE' })
    if (!outcome.ok) return null
    state.value = without(state.value, isGone)
    return outcome.value.erased
  }

  void read()

  return {
    state,
    read,
    look: (mayEnter) => {
      clearTimeout(lookTimer)
      lookTimer = setTimeout(() => void readNewest(mayEnter), LOOK_AFTER_MS)
    },
    letIn: () => {
      state.value = letIn(state.value)
    },
    open: async (id) => {
      const outcome = await readOne(id)
      return outcome.ok ? null : outcome.failure
    },
    mark: async (ids, change) => {
      const before = ids.flatMap((id) => findResponse(state.value, id) ?? []).map(({ id, marks }) => ({ id, marks }))
      if (change.status !== undefined) state.value = withStatus(state.value, ids, change.status)
      const mine = clock.begin(ids)
      const outcome = await request(PATHS.marks(site), isMarkedResponses, { method: 'PATCH', body: { ids, ...change } })
      const own = new Set(clock.end(mine, ids))
      state.value = withMarks(
        state.value,
        (outcome.ok ? outcome.value.marked : before).filter(({ id }) => own.has(id)),
      )
      return outcome
    },
    addNote: async (id, text, author) =>
      keepMarks(
        id,
        await request(PATHS.responseNotes(site, id), isMarks, { method: 'POST', body: { text, ...(author !== '' && { author }) } }),
      ),
    removeNote: async (id, note) => keepMarks(id, await request(PATHS.responseNote(site, id, note), isMarks, { method: 'DELETE' })),
    judge: async (ids, verdict) => {
      const outcome = await request(PATHS.siteResponses(site), isJudged, { method: 'PATCH', body: { ids, verdict } })
      // What they are now, and where they count, is the worker's to say.
      if (outcome.ok) await Promise.all(ids.map((id) => readOne(id)))
      return outcome.ok
    },
    eraseResponse: (id) => erase(PATHS.siteResponse(site, id), (one) => one.id === id),
    erasePerson: (respondent) => erase(PATHS.respondent(site, respondent), (one) => one.respondent === respondent),
    destroy: () => {
      clearTimeout(lookTimer)
      ending.abort()
    },
  }
}
