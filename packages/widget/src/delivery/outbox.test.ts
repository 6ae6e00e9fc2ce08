import type { Response as PromptResponse } from '@pulso/protocol/types'
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

const DEVICES = {
  'IndexedDB and localStorage': () => ({ indexedDB: new IDBFactory(), localStorage: createWebStorage() }),
  'IndexedDB alone': () => ({ indexedDB: new IDBFactory(), localStorage: blocked }),
  'localStorage alone': () => ({ indexedDB: blocked, localStorage: createWebStorage() }),
}

afterEach(() => vi.unstubAllGlobals())

describe.each(Object.entries(DEVICES))('with %s', (_, createDevice) => {
  beforeEach(() => {
    for (const [name, value] of Object.entries(createDevice())) vi.stubGlobal(name, value)
  })

  test('gives the next page what was kept', async () => {
    await createOutbox('pk_test').put(toResponse(1))
    expect(await createOutbox('pk_test').all()).toMatchObject([{ rev: 1, score: 9 }])
  })

  test('keeps the highest revision, in whatever order they come', async () => {
    const outbox = createOutbox('pk_test')
    await Promise.all([2, 3, 1].map((rev) => outbox.put(toResponse(rev))))
    expect(await outbox.all()).toMatchObject([{ rev: 3 }])
  })

  test('forgets what was acknowledged, but not a revision that has come since', async () => {
    const outbox = createOutbox('pk_test')
    await outbox.put(toResponse(2))
    await outbox.remove(toResponse(1).id, 1)
    expect(await outbox.all()).toMatchObject([{ rev: 2 }])
    await outbox.remove(toResponse(2).id, 2)
    expect(await outbox.all()).toEqual([])
  })

  test('loses nothing when six tabs write at once', async () => {
    const tabs = Array.from({ length: 6 }, () => createOutbox('pk_test'))
    await Promise.all(tabs.map((outbox, tab) => outbox.put(toResponse(1, { id: `from tab ${tab}` }))))
    expect(await createOutbox('pk_test').all()).toHaveLength(6)
  })

  test('keeps sites apart', async () => {
    await createOutbox('pk_one').put(toResponse(1))
    expect(await createOutbox('pk_two').all()).toEqual([])
  })

  test('drops what has become too old for the worker', async () => {
    const outbox = createOutbox('pk_test')
    await outbox.put(toResponse(1, { id: 'old', shownAt: Date.now() - 7 * DAY_MS - 1 }))
    await outbox.put(toResponse(1, { id: 'young', shownAt: Date.now() - 6 * DAY_MS }))
    expect(await outbox.all()).toMatchObject([{ id: 'young' }])
  })
})

test('rejects nothing where all storage is blocked', async () => {
  vi.stubGlobal('indexedDB', blocked)
  vi.stubGlobal('localStorage', blocked)
  const outbox = createOutbox('pk_test')
  await outbox.put(toResponse(1))
  await outbox.remove(toResponse(1).id, 1)
  expect(await outbox.all()).toEqual([])
})

test('passes over an entry that something else has spoilt', async () => {
  vi.stubGlobal('indexedDB', blocked)
  const storage = createWebStorage()
  vi.stubGlobal('localStorage', storage)
  const outbox = createOutbox('pk_test')
  await outbox.put(toResponse(1))
  for (const key of Object.keys(storage)) storage.setItem(`${key}-beside`, '{"half":')
  expect(await outbox.all()).toHaveLength(1)
})
