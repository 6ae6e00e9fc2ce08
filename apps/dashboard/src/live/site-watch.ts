import { type ReadonlySignal, signal } from '@preact/signals'
import { PATHS } from '@pulso/protocol/constants'
import type { LiveFrame } from '@pulso/protocol/types'
import { type Failure, request } from '../request.ts'
import type { RangeDays } from '../route.ts'
import { isReport, isResponsePage } from '../wire-guards.ts'
import { type Connection, createLiveSocket, type LiveSocket } from './live-socket.ts'
import { EMPTY_STATE, type WatchState, withCommentPage, withMissed, withNewComments, withReport } from './watch-state.ts'

const POLL_EVERY_MS = 10_000
const COMMENTS_PER_PAGE = 20

export type SiteWatch = {
  state: ReadonlySignal<WatchState>
  connection: ReadonlySignal<Connection>
  /** Whether the numbers hold still because somebody wants to look at them. */
  isPaused: ReadonlySignal<boolean>
  /** Holds the numbers still, or lets them move again: then they are at once what they would be. */
  pause: (isPaused: boolean) => void
  /** Why the numbers could not be read the last time; null when they could. */
  failure: ReadonlySignal<Failure | null>
  /** Asks again, now. */
  refresh: () => Promise<void>
  /** Whether the comments of before are there, as far as one page of them goes; those that arrive are there in any case. */
  areCommentsRead: ReadonlySignal<boolean>
  /** For whoever shows comments, and may read them: what nobody looks at is not asked for. */
  readComments: () => Promise<void>
  loadOlderComments: () => Promise<void>
  destroy: () => void
}

/**
 * Keeps one site's report and newest comments up to date: by the live room
 * while it can be reached, by asking every ten seconds while it cannot. Comments
 * of before are asked for once somebody wants them.
 */
export function createSiteWatch(site: string, days: RangeDays): SiteWatch {
  const state = signal<WatchState>(EMPTY_STATE)
  const connection = signal<Connection>('connecting')
  const failure = signal<Failure | null>(null)
  const isPaused = signal(false)
  /** The newest report and all comments that came while the numbers held still. */
  let missed: LiveFrame | null = null
  const areCommentsRead = signal(false)
  let areCommentsWanted = false
  const ending = new AbortController()

  async function readReport(): Promise<void> {
    const outcome = await request(`${PATHS.stats(site)}?days=${days}`, isReport, { signal: ending.signal })
    if (ending.signal.aborted) return
    failure.value = outcome.ok ? null : outcome.failure
    // Trying again brings neither a session nor a site; who has signed in again asks by hand.
    if (failure.value === 'missing') stop()
    if (failure.value === 'signed-out') leaveRoom()
    if (outcome.ok) enterRoom()
    // The room sends its frames in order; a slow answer from beside it must not turn the numbers back.
    const isOvertaken = connection.value === 'live' && state.value.report !== null
    if (outcome.ok && !isOvertaken) state.value = withReport(state.value, outcome.value)
  }

  async function readCommentPage(cursor: string | null): Promise<void> {
    const query = new URLSearchParams({ comments: 'only', limit: String(COMMENTS_PER_PAGE) })
    if (cursor !== null) query.set('cursor', cursor)
    const outcome = await request(`${PATHS.siteResponses(site)}?${query}`, isResponsePage, { signal: ending.signal })
    if (!outcome.ok || ending.signal.aborted) return
    state.value = withCommentPage(state.value, outcome.value)
    areCommentsRead.value = true
  }

  async function refresh(): Promise<void> {
    await Promise.all([readReport(), areCommentsWanted && !areCommentsRead.value ? readCommentPage(null) : undefined])
  }

  function show(frame: LiveFrame): void {
    state.value = withNewComments(withReport(state.value, frame.report), frame.responses)
  }

  let socket: LiveSocket | null = null
  function enterRoom(): void {
    socket ??= createLiveSocket(`${PATHS.live(site)}?days=${days}`, {
      onFrame: (frame) => {
        failure.value = null
        if (!isPaused.value) show(frame)
        else missed = withMissed(missed, frame)
      },
      onConnection: (next) => {
        connection.value = next
      },
      // Why, the worker says: signed out, or not this site any more.
      onShownOut: () => void readReport(),
    })
  }
  function leaveRoom(): void {
    socket?.destroy()
    socket = null
    connection.value = 'connecting'
  }
  const polling = setInterval(() => {
    if (connection.value !== 'live' && !isPaused.value && failure.value !== 'signed-out') void refresh()
  }, POLL_EVERY_MS)
  function stop(): void {
    clearInterval(polling)
    leaveRoom()
  }
  enterRoom()
  void refresh()

  return {
    state,
    connection,
    isPaused,
    pause: (next) => {
      isPaused.value = next
      if (next) return
      if (missed) show(missed)
      missed = null
    },
    failure,
    refresh,
    areCommentsRead,
    readComments: async () => {
      if (areCommentsWanted) return
      areCommentsWanted = true
      await readCommentPage(null)
    },
    loadOlderComments: () => readCommentPage(state.value.olderComments),
    destroy: () => {
      ending.abort()
      stop()
    },
  }
}
