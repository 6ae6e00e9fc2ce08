import { type ReadonlySignal, signal } from '@preact/signals'
import { PATHS } from '@pulso/protocol/constants'
import { type Failure, request, type ToldProblem } from '../../request.ts'
import type { ReportedRow } from './import-plan.ts'
import { type ImportJob, type JobStore, openJobStore } from './job-store.ts'
import type { Preparation, PreparedBatch } from './prepare.ts'

/** What an import is doing. `elsewhere`: another tab of this browser runs it. `stopped`: it cannot go on by itself. */
type RunStatus = 'reading' | 'none' | 'sending' | 'waiting' | 'elsewhere' | 'paused' | 'stopped' | 'done' | 'not-kept'

export interface ImportRun {
  status: ReadonlySignal<RunStatus>
  job: ReadonlySignal<ImportJob | null>
  /** Why it waits or has stopped. */
  trouble: ReadonlySignal<{ failure: Failure; problem: ToldProblem | null } | null>
  /** Looks whether an import was begun here, and goes on with it. */
  wake: () => Promise<void>
  begin: (fileName: string, preparation: Preparation) => Promise<void>
  pause: () => Promise<void>
  goOn: () => Promise<void>
  /** Stops, and forgets what was not sent. What was sent stays. */
  forget: () => Promise<void>
  readReport: () => Promise<ReportedRow[]>
}

const WAITS_MS = [1000, 2000, 4000, 8000, 16_000, 30_000]
const LOOK_MS = 1000
/** Of one batch: more is not a row that is wrong but a plan. */
const MOST_REFUSED = 50

const runs = new Map<string, ImportRun>()

/** The import of a site in this tab: it goes on while other pages of the dashboard are looked at. */
export function toImportRun(site: string): ImportRun {
  const known = runs.get(site)
  if (known) return known
  const run = createImportRun(site)
  runs.set(site, run)
  return run
}

function createImportRun(site: string): ImportRun {
  const status = signal<RunStatus>('reading')
  const job = signal<ImportJob | null>(null)
  const trouble = signal<{ failure: Failure; problem: ToldProblem | null } | null>(null)
  let opened: Promise<JobStore> | null = null
  let stop = new AbortController()
  let running: Promise<void> | null = null
  /** What shall become of the import, once what is under way has ended. */
  let wish: ((current: ImportJob) => ImportJob | null) | null = null

  const open = () => {
    opened ??= openJobStore()
    return opened
  }
  const isRunning = () => job.value?.state === 'running' && !stop.signal.aborted

  /** One tab of a browser sends; others wait until it is closed, and then go on where it was. */
  async function run(): Promise<void> {
    stop = new AbortController()
    const { signal: ending } = stop
    const store = await open()
    let isMine = false
    const look = setInterval(async () => {
      const seen = isMine ? null : await store.read(site)
      if (isMine) return
      status.value = 'elsewhere'
      job.value = seen
      if (seen?.state !== 'running') stop.abort()
    }, LOOK_MS)
    status.value = 'sending'
    try {
      await navigator.locks.request(`${site} pulso-import`, { signal: ending }, async () => {
        isMine = true
        job.value = await store.read(site)
        status.value = 'sending'
        await sendAll(store, ending)
        await applyWish(store)
      })
      settle()
    } catch {
      // Stopped, and whoever did that says what it is now; or the browser keeps nothing any more, for want of room.
      if (ending.aborted) settle()
      else status.value = 'not-kept'
    } finally {
      clearInterval(look)
    }
  }

  function settle(): void {
    const state = job.value?.state
    if (job.value === null) status.value = 'none'
    else if (state === 'done') status.value = 'done'
    else if (state === 'paused') status.value = 'paused'
    else status.value = 'stopped'
  }

  async function sendAll(store: JobStore, ending: AbortSignal): Promise<void> {
    let failures = 0
    while (isRunning()) {
      const current = job.value as ImportJob
      const batch = current.next < current.batches ? await store.readBatch(site, current.next) : null
      if (batch === null) {
        job.value = { ...current, state: 'done', endedAt: Date.now() }
        await store.save(job.value)
        return
      }
      const sent = await sendBatch(site, batch, ending)
      if (ending.aborted) return
      if ('failure' in sent) {
        trouble.value = sent
        if (sent.failure === 'signed-out' || sent.failure === 'missing' || (sent.failure === 'refused' && sent.problem?.status !== 429))
          return
        status.value = 'waiting'
        await wait(WAITS_MS[Math.min(failures, WAITS_MS.length - 1)] ?? 0, ending)
        failures += 1
        continue
      }
      failures = 0
      trouble.value = null
      status.value = 'sending'
      const next: ImportJob = {
        ...current,
        next: current.next + 1,
        sent: current.sent + batch.responses.length - sent.refused.length,
        stored: current.stored + sent.stored,
        skipped: { ...current.skipped, refused: current.skipped.refused + sent.refused.length },
      }
      await store.advance(next, sent.refused)
      job.value = next
    }
  }

  function start(): Promise<void> {
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  async function end(change: (current: ImportJob) => ImportJob | null): Promise<void> {
    const store = await open()
    wish = change
    stop.abort()
    await running
    await applyWish(store)
    trouble.value = null
    settle()
  }

  /** While this tab still has the lock: whoever waits for it must find the import as it shall be, or would go on with it. */
  async function applyWish(store: JobStore): Promise<void> {
    if (wish === null) return
    const current = await store.read(site)
    const next = current && wish(current)
    wish = null
    if (next) await store.save(next)
    else await store.forget(site)
    job.value = next
  }

  return {
    status,
    job,
    trouble,
    wake: async () => {
      if (running) return
      try {
        const store = await open()
        job.value = await store.read(site)
      } catch {
        status.value = 'not-kept'
        return
      }
      if (job.value?.state === 'running') void start()
      else settle()
    },
    begin: async (fileName, { batches, ready, skipped, commentsCut, report }) => {
      const begun: ImportJob = {
        ...{ site, fileName, startedAt: Date.now(), endedAt: null, state: 'running', batches: batches.length, next: 0 },
        ...{ total: ready, sent: 0, stored: 0, skipped, commentsCut },
      }
      try {
        await (await open()).begin(begun, batches, report)
      } catch {
        status.value = 'not-kept'
        return
      }
      job.value = begun
      trouble.value = null
      void start()
    },
    pause: () => end((current) => (current.state === 'running' ? { ...current, state: 'paused' } : current)),
    goOn: async () => {
      await end((current) => ({ ...current, state: 'running' }))
      void start()
    },
    forget: () => end(() => null),
    readReport: async () => (await open()).readReport(site),
  }
}

type Sent = { stored: number; refused: ReportedRow[] } | { failure: Failure; problem: ToldProblem | null }

/** Sends a batch, whole or not at all. What the worker refuses is taken out and told, so that it costs its neighbours nothing. */
async function sendBatch(site: string, { responses, lines }: PreparedBatch, ending: AbortSignal): Promise<Sent> {
  const left = responses.map((text, place) => ({ value: JSON.parse(text) as unknown, line: lines[place] ?? 0 }))
  const refused: ReportedRow[] = []
  while (left.length > 0) {
    const body = { source: 'import', responses: left.map(({ value }) => value) }
    const outcome = await request(PATHS.siteImport(site), isStoredCount, { method: 'POST', body, signal: ending })
    if (outcome.ok) return { stored: outcome.value.stored, refused }
    const place = /^responses\.(\d+)[.:]/.exec(outcome.problem?.detail ?? '')
    const [wrong] = place === null ? [] : left.splice(Number(place[1]), 1)
    if (outcome.failure !== 'refused' || !wrong || refused.length === MOST_REFUSED) return outcome
    refused.push({ line: wrong.line, reason: 'refused', what: (outcome.problem?.detail ?? '').replace(/^responses\.\d+[.:]\s*/, '') })
  }
  return { stored: 0, refused }
}

function isStoredCount(value: unknown): value is { stored: number } {
  return typeof value === 'object' && value !== null && 'stored' in value && typeof value.stored === 'number'
}

function wait(ms: number, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done(): void {
      clearTimeout(timer)
      ending.removeEventListener('abort', done)
      resolve()
    }
    ending.addEventListener('abort', done)
  })
}
