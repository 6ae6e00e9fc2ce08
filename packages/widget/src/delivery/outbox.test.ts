import { LIMITS, type Response as PromptResponse } from '@pulso/protocol'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createOutbox } from './outbox.ts'
import { toUuidV7 } from './uuid-v7.ts'

const DAY_MS = 86_400_000

const toResponse = (rev: number, changes: Partial<PromptResponse> = {}): PromptResponse => ({
  id: toUuidV7(1, new Uint8Array(9)),
  rev,
  promptId: 'p',
  promptVersion: 1,
  kind: 'nps',
  scaleMax: 10,
  touchpoint: 'checkout',
  state: 'answered',
  locale: 'es',
  shownAt: Date.now(),
  answeredAt: Date.now(),
  score: 9,
  ...changes,
})

/** As browsers have it: the kept entries are the object's own properties. */
function createWebStorage(): Storage {
  const methods = {
    getItem: (key: string) => (Object.hasOwn(store, key) ? store[key] : null),
    setItem: (key: string, value: string) => {
      store[key] = value
    },
    removeItem: (key: string) => {
      delete store[key]
    },
  }
  const store: Record<string, string> = Object.create(methods)
  return store as unknown as Storage
}

const blocked = new Proxy(
  {},
  {
    get() {
      throw new DOMException('denied', 'SecurityError')
    },
    ownKeys() {
      throw new DOMException('denied', 'SecurityError')
    },
  },
)

/** An outbox as a tab opens it, that drops nothing unless the test expects it. */
function openOutbox(siteKey = 'pk_test', onDropped = (response: PromptResponse): void => expect.fail(`dropped ${response.id}`)) {
  return createOutbox(siteKey, () => true, onDropped)
}

const DEVICES = {
  'IndexedDB and localStorage': () => ({ indexedDB: new IDBFactory(), localStorage: createWebStorage() }),
  'IndexedDB alone': () => ({ indexedDB: new IDBFactory(), localStorage: blocked }),
  'localStorage alone': () => ({ indexedDB: blocked, localStorage: createWebStorage() }),
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe.each(Object.entries(DEVICES))('with %s', (_, createDevice) => {
  beforeEach(() => {
    for (const [name, value] of Object.entries(createDevice())) vi.stubGlobal(name, value)
  })

  test('gives the next page what was kept', async () => {
    await openOutbox().put(toResponse(1))
    expect(await openOutbox().all()).toMatchObject([{ rev: 1, score: 9 }])
  })

  test('keeps the highest revision, in whatever order they come', async () => {
    const outbox = openOutbox()
    await Promise.all([2, 3, 1].map((rev) => outbox.put(toResponse(rev))))
    expect(await outbox.all()).toMatchObject([{ rev: 3 }])
  })

  test('forgets what was acknowledged, but not a revision that has come since', async () => {
    const outbox = openOutbox()
    await outbox.put(toResponse(2))
    await outbox.remove(toResponse(1).id, 1)
    expect(await outbox.all()).toMatchObject([{ rev: 2 }])
    await outbox.remove(toResponse(2).id, 2)
    expect(await outbox.all()).toEqual([])
  })

  test('loses nothing when six tabs write at once', async () => {
    const tabs = Array.from({ length: 6 }, () => openOutbox())
    await Promise.all(tabs.map((outbox, tab) => outbox.put(toResponse(1, { id: `from tab ${tab}` }))))
    expect(await openOutbox().all()).toHaveLength(6)
  })

  test('keeps sites apart', async () => {
    await openOutbox('pk_one').put(toResponse(1))
    expect(await openOutbox('pk_two').all()).toEqual([])
  })

  test('drops what has become too old for the worker, and says so', async () => {
    const dropped: string[] = []
    const outbox = openOutbox('pk_test', ({ id }) => void dropped.push(id))
    await outbox.put(toResponse(1, { id: 'old', shownAt: Date.now() - LIMITS.lateDays * DAY_MS - 1 }))
    await outbox.put(toResponse(1, { id: 'young', shownAt: Date.now() - (LIMITS.lateDays - 1) * DAY_MS }))
    expect(await outbox.all()).toMatchObject([{ id: 'young' }])
    await vi.waitFor(() => expect(dropped).toEqual(['old']))
  })

  test('keeps as many as it may, and of one more drops the oldest, once, however many tabs look', async () => {
    const dropped: string[] = []
    const tabs = Array.from({ length: 3 }, () => openOutbox('pk_test', ({ id }) => void dropped.push(id)))
    const put = (number: number) => tabs[number % 3]?.put(toResponse(1, { id: toUuidV7(number, new Uint8Array(9)) }))
    for (let number = 1; number <= LIMITS.outboxResponses; number++) await put(number)
    expect(await tabs[0]?.all()).toHaveLength(LIMITS.outboxResponses)
    expect(dropped).toEqual([])
    await put(LIMITS.outboxResponses + 1)
    await Promise.all(tabs.map((tab) => tab.all()))
    await vi.waitFor(async () => expect(await openOutbox().all()).toHaveLength(LIMITS.outboxResponses))
    expect(dropped).toEqual([toUuidV7(1, new Uint8Array(9))])
  })

  test('keeps as many bytes as it may, counted in UTF-8, and the newest of them', async () => {
    const dropped: string[] = []
    const outbox = openOutbox('pk_test', ({ id }) => void dropped.push(id))
    const long = '汉'.repeat(LIMITS.commentLength)
    const toLong = (number: number) => toResponse(1, { id: toUuidV7(number, new Uint8Array(9)), comment: long, second: long })
    const fit = Math.floor(LIMITS.outboxBytes / new Blob([JSON.stringify(toLong(1))]).size)
    expect(fit).toBeLessThan(LIMITS.outboxResponses)
    for (let number = 1; number <= fit; number++) await outbox.put(toLong(number))
    expect(await outbox.all()).toHaveLength(fit)
    await outbox.put(toLong(fit + 1))
    expect(await outbox.all()).toHaveLength(fit)
    await vi.waitFor(() => expect(dropped).toEqual([toUuidV7(1, new Uint8Array(9))]))
  })
})

test('passes over a store that never answers, in a second', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('indexedDB', { open: () => ({}) })
  vi.stubGlobal('localStorage', createWebStorage())
  const kept = openOutbox().put(toResponse(1))
  await vi.advanceTimersByTimeAsync(1000)
  await kept
  expect(Object.keys(localStorage)).toHaveLength(1)
})

test('rejects nothing where all storage is blocked', async () => {
  vi.stubGlobal('indexedDB', blocked)
  vi.stubGlobal('localStorage', blocked)
  const outbox = openOutbox()
  await outbox.put(toResponse(1))
  await outbox.remove(toResponse(1).id, 1)
  expect(await outbox.all()).toEqual([])
})

test('passes over an entry that something else has spoilt', async () => {
  vi.stubGlobal('indexedDB', blocked)
  const storage = createWebStorage()
  vi.stubGlobal('localStorage', storage)
  const outbox = openOutbox()
  await outbox.put(toResponse(1))
  for (const key of Object.keys(storage)) storage.setItem(`${key}-beside`, '{"half":')
  expect(await outbox.all()).toHaveLength(1)
})
