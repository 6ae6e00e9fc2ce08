import { afterEach, expect, test, vi } from 'vitest'
import { createDeviceStorage } from './device-storage.ts'

afterEach(() => vi.unstubAllGlobals())

const stubStorage = (methods: Partial<Storage>) => vi.stubGlobal('localStorage', methods)

test('keeps for this page what a full storage refuses', () => {
  stubStorage({
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  const storage = createDeviceStorage()
  storage.set('asked', 'yes')
  expect(storage.get('asked')).toBe('yes')
})

test('works where even reading the property throws, as in a sandboxed frame', () => {
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {},
      {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      },
    ),
  )
  const storage = createDeviceStorage()
  expect(storage.get('asked')).toBeNull()
  storage.set('asked', 'yes')
  expect(storage.get('asked')).toBe('yes')
  storage.set('asked', null)
  expect(storage.get('asked')).toBeNull()
})

test('shows what another tab has written since', () => {
  const shared = new Map<string, string>()
  stubStorage({ getItem: (key) => shared.get(key) ?? null, setItem: (key, value) => void shared.set(key, value) })
  const storage = createDeviceStorage()
  storage.set('asked', 'here')
  shared.set('asked', 'in the other tab')
  expect(storage.get('asked')).toBe('in the other tab')
})
