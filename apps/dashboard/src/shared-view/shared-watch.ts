import { type ReadonlySignal, signal } from '@preact/signals'
import { PATHS } from '@pulso/protocol/constants'
import type { Journey, SharedComment, SharedView } from '@pulso/protocol/types'
import { type Connection, createLiveSocket } from '../live/live-socket.ts'
import { EMPTY_STATE, type WatchState, withReport } from '../live/watch-state.ts'
import { type Failure, request } from '../request.ts'
import { isReport } from '../wire-guards.ts'
import { isSharedComments, isSharedJourney } from './guards.ts'

const POLL_EVERY_MS = 10_000
/** Trends and comments follow the scores at this pace: they cost more to read, and nobody reads them faster. */
const BESIDE_EVERY_MS = 5_000
/** Midnight comes to a view that nobody answers in, too. */
const REREAD_EVERY_MS = 3_600_000

type SharedJourney = Pick<Journey, 'stages' | 'fixFirst'>

export type SharedWatch = {
  state: ReadonlySignal<WatchState>
  connection: ReadonlySignal<Connection>
  failure: ReadonlySignal<Failure | null>
  journey: ReadonlySignal<SharedJourney | null>
  /** Null where the link shows none. */
  comments: ReadonlySignal<readonly SharedComment[] | null>
  destroy: () => void
}

/** Keeps what a share link shows up to date, by its own token alone: all of its days, since the link says which. */
export function createSharedWatch({ site, comments: showsComments }: SharedView, token: string, onEnded: () => void): SharedWatch {
  const state = signal<WatchState>(EMPTY_STATE)
  const connection = signal<Connection>('connecting')
  const failure = signal<Failure | null>(null)
  const journey = signal<SharedJourney | null>(null)
  const comments = signal<readonly SharedComment[] | null>(null)
  const ending = new AbortController()
  const options = { headers: { authorization: `Bearer ${token}` }, signal: ending.signal }
  let beside: ReturnType<typeof setTimeout> | undefined

  async function readReport(): Promise<void> {
    const outcome = await request(PATHS.stats(site.id), isReport, options)
    if (ending.signal.aborted) return
    failure.value = outcome.ok ? null : outcome.failure
    if (outcome.ok) state.value = withReport(state.value, outcome.value)
    else if (outcome.failure === 'signed-out') {
      stop()
      onEnded()
    }
  }

  async function readBeside(): Promise<void> {
    const [read, said] = await Promise.all([
      request(PATHS.journey(site.id), isSharedJourney, options),
      showsComments ? request(PATHS.comments(site.id), isSharedComments, options) : null,
    ])
    if (ending.signal.aborted) return
    if (read.ok) journey.value = read.value
    if (said?.ok) comments.value = said.value.comments
  }

  /** Once for all that happens meanwhile. */
  function readBesideSoon(): void {
    beside ??= setTimeout(() => {
      beside = undefined
      void readBeside()
    }, BESIDE_EVERY_MS)
  }

  const socket = createLiveSocket(
    PATHS.live(site.id),
    {
      onFrame: ({ report, touched }) => {
        failure.value = null
        state.value = withReport(state.value, report)
        if (touched.length > 0) readBesideSoon()
      },
      onConnection: (next) => {
        connection.value = next
      },
      onShownOut: () => void readReport(),
    },
    token,
  )
  const polling = setInterval(() => {
    if (connection.value !== 'live') void readReport()
  }, POLL_EVERY_MS)
  const rereading = setInterval(() => {
    void readReport()
    void readBeside()
  }, REREAD_EVERY_MS)
  function stop(): void {
    clearInterval(polling)
    clearInterval(rereading)
    clearTimeout(beside)
    socket.destroy()
  }
  void readReport()
  void readBeside()

  return {
    state,
    connection,
    failure,
    journey,
    comments,
    destroy: () => {
      ending.abort()
      stop()
    },
  }
}
