import { type ReadonlySignal, signal } from '@preact/signals'
import { PATHS } from '@pulso/protocol/constants'
import type { InstallReport, StoredResponse } from '@pulso/protocol/types'
import { type Failure, request } from '../request.ts'
import { isResponsePage } from '../wire-guards.ts'
import { isInstallReport } from './guards.ts'

/** While somebody waits for a first answer; afterwards there is less to see. */
const WAITING_EVERY_MS = 3_000
/** A tab that was left open waits too, but need not ask as often. */
const IS_LONG_MS = 600_000
const LATER_EVERY_MS = 15_000
const ARRIVED_EVERY_MS = 20_000
/** A busy site has four frames a second. */
const HEARD_EVERY_MS = 1_000

type Arrival = { isTest: boolean /** Null for who may not read answers. */; response: StoredResponse | null }

export type InstallWatch = {
  report: ReadonlySignal<InstallReport | null>
  failure: ReadonlySignal<Failure | null>
  /** Whether answers that count had come before this page was opened; null until that is known. */
  hadAnswers: ReadonlySignal<boolean | null>
  /** The newest answer, once there is one: one that counts rather than a test. */
  arrival: ReadonlySignal<Arrival | null>
  /** How long this has been watched, in milliseconds, as of the last look. */
  waitedMs: ReadonlySignal<number>
  refresh: () => Promise<void>
  /** Asks again because the live room has moved, but not as often as that may. */
  hear: () => void
  destroy: () => void
}

/** Whether answers that count have come. */
export function hasAnswers({ lanes }: InstallReport): boolean {
  return lanes.production.firstAnsweredOn !== null || lanes.verified.firstAnsweredOn !== null
}

function countAnswered({ lanes }: InstallReport): number {
  return Object.values(lanes).reduce((sum, { answered }) => sum + answered, 0)
}

/** Watches a site for its first answer, and for what stands in its way: asks every few seconds while the tab can be seen. */
export function createInstallWatch(site: string, mayReadResponses: boolean): InstallWatch {
  const report = signal<InstallReport | null>(null)
  const failure = signal<Failure | null>(null)
  const hadAnswers = signal<boolean | null>(null)
  const arrival = signal<Arrival | null>(null)
  const waitedMs = signal(0)
  const openedAt = Date.now()
  /** How many answers there were when the newest one was read. */
  let counted = -1
  const ending = new AbortController()
  let lookedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: Promise<void> | null = null

  async function readNewest(isTest: boolean): Promise<StoredResponse | null> {
    if (!mayReadResponses) return null
    const query = new URLSearchParams({ limit: '5', environment: isTest ? 'test' : 'production' })
    const outcome = await request(`${PATHS.siteResponses(site)}?${query}`, isResponsePage, { signal: ending.signal })
    return outcome.ok ? (outcome.value.responses.find(({ state }) => state === 'answered' || state === 'completed') ?? null) : null
  }

  async function look(): Promise<void> {
    lookedAt = Date.now()
    const outcome = await request(PATHS.install(site), isInstallReport, { signal: ending.signal })
    if (ending.signal.aborted) return
    failure.value = outcome.ok ? null : outcome.failure
    waitedMs.value = Date.now() - openedAt
    if (!outcome.ok) return
    const isThere = hasAnswers(outcome.value)
    const isTest = !isThere && outcome.value.lanes.test.firstAnsweredOn !== null
    const count = countAnswered(outcome.value)
    if ((isThere || isTest) && (count !== counted || arrival.value?.isTest !== isTest)) {
      const response = await readNewest(isTest)
      if (ending.signal.aborted) return
      arrival.value = { isTest, response }
      counted = count
    }
    hadAnswers.value ??= isThere
    report.value = outcome.value
  }

  async function refresh(): Promise<void> {
    asking ??= look().finally(() => {
      asking = null
    })
    await asking
  }

  function hear(): void {
    if (Date.now() - lookedAt > HEARD_EVERY_MS) void refresh()
  }

  async function goOn(): Promise<void> {
    clearTimeout(timer)
    if (!document.hidden) await refresh()
    if (ending.signal.aborted || failure.value === 'signed-out' || failure.value === 'missing') return
    const isOver = report.value !== null && hasAnswers(report.value)
    const waiting = waitedMs.value < IS_LONG_MS ? WAITING_EVERY_MS : LATER_EVERY_MS
    timer = setTimeout(() => void goOn(), isOver ? ARRIVED_EVERY_MS : waiting)
  }
  // Who comes back from the page that they have just opened wants to see at once.
  document.addEventListener('visibilitychange', () => void (document.hidden || refresh()), { signal: ending.signal })
  void goOn()

  return {
    report,
    failure,
    hadAnswers,
    arrival,
    waitedMs,
    refresh,
    hear,
    destroy: () => {
      ending.abort()
      clearTimeout(timer)
    },
  }
}
