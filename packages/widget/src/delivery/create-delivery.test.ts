import {
  type BatchResult,
  LIMITS,
  PROBLEMS,
  type ProblemCode,
  ResponseBatch,
  type SitePrompt,
  type SitePrompts,
  toProblemType,
} from '@pulso/protocol'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDeviceStorage } from '../core/device-storage.ts'
import type { AskingContext } from '../core/parts.ts'
import type { PulsoSettings } from '../pulso.ts'
import { createDelivery } from './create-delivery.ts'
import { createOutbox } from './outbox.ts'

const PROMPT: SitePrompt = {
  id: 'after-paying',
  version: 1,
  kind: 'nps',
  scaleMax: 10,
  touchpoints: ['checkout'],
  delayMs: 0,
  mode: 'popover',
  position: 'bottom-end',
  waitsMs: { 'after-answered': 1, 'after-dismissed': 1, 'after-shown': 1 },
  rules: {},
}
const SITE_KEY = 'pk_test'

type Answer = (batch: ResponseBatch) => Response | Promise<Response>
const storeAll: Answer = ({ responses }) => {
  const results = (responses as { id: string }[]).map(({ id }): BatchResult['results'][number] => ({ id, status: 'stored' }))
  return Response.json({ results })
}
const refuse =
  (code: ProblemCode, headers: Record<string, string> = {}): Answer =>
  () =>
    Response.json({ type: toProblemType(code) }, { status: PROBLEMS[code].status, headers })
const beUnreachable: Answer = () => Promise.reject(new TypeError('Failed to fetch'))

/** Everything that the network has carried, and what stands at its other end. */
let sent: ResponseBatch[]
let answer: Answer
let page: EventTarget
let tabs: { destroy(): void }[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_800_000_000_000 })
  sent = []
  tabs = []
  answer = storeAll
  page = new EventTarget()
  let last = Promise.resolve()
  const locks = {
    request(_name: string, work: () => Promise<void>) {
      last = last.then(work)
      return last
    },
  }
  const entries: Record<string, string> = {}
  vi.stubGlobal('navigator', { locks })
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('document', { hidden: false })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => entries[key] ?? null,
      setItem: (key: string, value: string) => {
        entries[key] = value
      },
      removeItem: (key: string) => {
        delete entries[key]
      },
    },
  })
  vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
    const batch = ResponseBatch.parse(JSON.parse(body))
    expect(new Blob([body]).size).toBeLessThanOrEqual(LIMITS.batchBytes)
    sent.push(batch)
    return answer(batch)
  })
})

afterEach(async () => {
  answer = storeAll
  for (const tab of tabs) tab.destroy()
  await quiet()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The page as its tab opens it; what is counted is told by its core. */
function openTab(tier: 'local' | 'memory' = 'local', given: PulsoSettings = {}) {
  const context = {
    site: { siteKey: SITE_KEY } as SitePrompts,
    base: 'https://pulso.test/',
    storage: createDeviceStorage(`pulso:${SITE_KEY}:`, () => `${tier}Storage`),
    settings: { storage: tier, ...given },
    toConsent: () => 'not-required',
    toClockKey: () => 'asked',
    counted: '',
    count(...what: string[]) {
      context.counted += `${what.join(' ')}\n`
    },
    emit: () => {},
  }
  const delivery = createDelivery(context as unknown as AskingContext)
  tabs.push(delivery)
  return { ...delivery, answer: (score = 9) => give(delivery.record(PROMPT, 'checkout', 'en'), score), toCounted: () => context.counted }
}

function give(recorder: ReturnType<ReturnType<typeof createDelivery>['record']>, score: number) {
  recorder.answered({ score })
  return recorder
}

/** Lets everything happen that needs no time: stores and the network take turns of the loop, not timers. */
async function quiet() {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve))
}
/** Lets time pass from one timer to the next, as long as what it started takes. */
async function pass(ms: number) {
  let isOver = false
  setTimeout(() => {
    isOver = true
  }, ms)
  await quiet()
  while (!isOver) {
    await vi.advanceTimersToNextTimerAsync()
    await quiet()
  }
}
const onDevice = () =>
  createOutbox(
    SITE_KEY,
    () => true,
    () => expect.fail('nothing is to be dropped'),
  ).all()
const sentScores = () => sent.flatMap(({ responses }) => (responses as { score?: number }[]).map(({ score }) => score))
const leaveThePage = () => page.dispatchEvent(new Event('pagehide'))

test('has an answer on the device before its visitor is thanked, whatever the network does', async () => {
  answer = () => new Promise(() => {})
  await openTab().answer().completed({ comment: 'Muy bien' })
  expect(await onDevice()).toMatchObject([{ state: 'completed', score: 9, comment: 'Muy bien' }])
})

test('lets the visitor wait for a device that hangs no longer than a second, and sends all the same', async () => {
  vi.stubGlobal('indexedDB', { open: () => ({}) })
  vi.stubGlobal('localStorage', undefined)
  const kept = openTab().answer().completed({})
  await pass(1000)
  await kept
  expect(sentScores()).toContain(9)
})

test('forgets what was acknowledged, and what the worker had already', async () => {
  const tab = openTab()
  tab.answer(1)
  await quiet()
  answer = ({ responses }) => Response.json({ results: (responses as { id: string }[]).map(({ id }) => ({ id, status: 'duplicate' })) })
  tab.answer(2)
  await quiet()
  expect(await onDevice()).toEqual([])
})

test('drops what was refused for good, and tells how many that were', async () => {
  answer = refuse('invalid-response')
  const tab = openTab()
  tab.answer()
  await quiet()
  expect(await onDevice()).toEqual([])
  expect(tab.toCounted()).toBe('checkout dropped after-paying\n')
  answer = storeAll
  tab.answer()
  expect(sent.at(-1)?.reach).toBe('checkout dropped after-paying\n')
})

test.each(['unknown-site', 'origin-not-allowed', 'unavailable', 'internal'] as const)('keeps what was answered with %s', async (code) => {
  answer = refuse(code)
  openTab().answer()
  await pass(3_600_000)
  expect(await onDevice()).toHaveLength(1)
  answer = storeAll
  await pass(300_000)
  expect(await onDevice()).toEqual([])
})

test('leaves the worker alone for as long as it asks, also on the next page view and when the page is left', async () => {
  answer = refuse('unavailable', { 'retry-after': '60' })
  const first = openTab()
  first.answer(1)
  await quiet()
  first.destroy()
  const second = openTab()
  second.answer(2)
  await quiet()
  leaveThePage()
  page.dispatchEvent(new Event('online'))
  await pass(59_000)
  expect(sent).toHaveLength(1)
  answer = storeAll
  await pass(2000)
  expect(sentScores().toSorted()).toEqual([1, 1, 2])
})

test('sends on leaving what only failed, and at once when the network is back', async () => {
  answer = beUnreachable
  const tab = openTab()
  for (let failure = 0; failure < 8; failure++) {
    tab.answer(1)
    await pass(300_000)
  }
  const before = sent.length
  leaveThePage()
  await quiet()
  expect(sent.length).toBe(before + 1)
  answer = storeAll
  page.dispatchEvent(new Event('online'))
  await quiet()
  expect(await onDevice()).toEqual([])
})

test('sends everything at once when the page is left, in as many requests as that takes', async () => {
  answer = () => new Promise(() => {})
  const tab = openTab()
  const recorders = Array.from({ length: 12 }, () => tab.record(PROMPT, 'checkout', 'en'))
  for (const recorder of recorders) {
    recorder.shown()
    recorder.drafted({ comment: 'ñ'.repeat(LIMITS.commentLength) })
  }
  leaveThePage()
  const comments = sent.flatMap(({ responses }) => responses as { comment?: string }[]).filter(({ comment }) => comment)
  expect(comments).toHaveLength(recorders.length)
})

test('delivers after a day without network from three tabs, for at most one request in 30 seconds on average', async () => {
  answer = beUnreachable
  const open = [openTab(), openTab(), openTab()]
  for (let hour = 0; hour < 24; hour++) {
    open[hour % 3]?.answer(hour % 11)
    // And some visitors go from page to page meanwhile.
    if (hour % 6 === 5) open[hour % 3] = openTab()
    await pass(3_600_000)
  }
  expect(sent.length).toBeLessThanOrEqual(86_400 / 30)
  answer = storeAll
  await pass(300_000)
  expect(await onDevice()).toEqual([])
}, 60_000)

test('counts what a device had no room for, and tells it when the network is back, on whatever page view that is', async () => {
  answer = beUnreachable
  const first = openTab()
  for (let number = 0; number < LIMITS.outboxResponses + 3; number++) {
    // Ids begin with their time.
    await pass(1)
    first.answer()
  }
  await pass(1000)
  first.destroy()
  await quiet()
  answer = storeAll
  const second = openTab()
  await pass(300_000)
  const told = [...sent.map(({ reach }) => reach), second.toCounted()].map(
    (reach) => reach.split('checkout dropped after-paying').length - 1,
  )
  expect(told.reduce((sum, count) => sum + count)).toBe(3)
})

test('sends an answer as the person who gave it, whoever is on the page by then', async () => {
  answer = beUnreachable
  const first = openTab('local', { respondent: () => ({ respondentToken: 'ana' }) })
  first.answer(1)
  await quiet()
  first.destroy()
  await quiet()
  sent = []
  answer = storeAll
  openTab('local', { respondent: () => ({ respondentToken: 'ben' }) }).answer(2)
  await pass(300_000)
  const told = sent.map(({ respondentToken, responses }) => [respondentToken, (responses as { score: number }[]).map(({ score }) => score)])
  expect(told.toSorted()).toEqual([
    ['ana', [1]],
    ['ben', [2]],
  ])
})

test.each<[string, () => unknown]>([
  ['nothing', () => null],
  ['an empty token', () => ''],
  ['something that cannot be written down', () => 1n],
  [
    'an error',
    () => {
      throw new Error('the page’s own')
    },
  ],
])('loses no answer to a page that gives %s', async (_, give) => {
  openTab('local', { respondent: () => ({ respondentToken: give() }), challenge: give } as PulsoSettings).answer(4)
  openTab('local', { respondent: give } as PulsoSettings).answer(5)
  await pass(2000)
  expect(new Set(sentScores())).toEqual(new Set([4, 5]))
  for (const batch of sent) expect(batch).not.toHaveProperty('respondentToken')
  expect(await onDevice()).toEqual([])
})

test('waits for no clock that was set back', async () => {
  answer = beUnreachable
  openTab().answer()
  await quiet()
  vi.setSystemTime(Date.now() - 86_400_000)
  answer = storeAll
  openTab()
  await quiet()
  expect(await onDevice()).toEqual([])
})

test('keeps nothing on the device where it may not, and still delivers', async () => {
  answer = beUnreachable
  openTab('memory').answer()
  await quiet()
  expect(await onDevice()).toEqual([])
  answer = storeAll
  leaveThePage()
  await quiet()
  expect(sentScores()).toEqual([9, 9])
})
