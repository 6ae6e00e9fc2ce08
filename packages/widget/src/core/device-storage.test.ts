import { afterEach, expect, test, vi } from 'vitest'
import { createDeviceStorage } from './device-storage.ts'

afterEach(() => vi.unstubAllGlobals())

const stubStorage = (methods: Partial<Storage>) => vi.stubGlobal('window', { localStorage: methods })

test('keeps for this page what a full storage refuses', () => {
  stubStorage({
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  const storage = createDeviceStorage('pulso:pk:', () => 'localStorage')
  storage.set('asked', 'yes')
  expect(storage.get('asked')).toBe('yes')
})

test('works where even reading the property throws, as in a sandboxed frame', () => {
  vi.stubGlobal('window', {
    get localStorage() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  const storage = createDeviceStorage('pulso:pk:', () => 'localStorage')
  expect(storage.get('asked')).toBeFalsy()
  storage.set('asked', 'yes')
  expect(storage.get('asked')).toBe('yes')
  storage.set('asked', null)
  expect(storage.get('asked')).toBeFalsy()
})

test('shows what another tab has written since', () => {
  const shared = new Map<string, string>()
  stubStorage({ getItem: (key) => shared.get(key) ?? null, setItem: (key, value) => void shared.set(key, value) })
  const storage = createDeviceStorage('pulso:pk:', () => 'localStorage')
  storage.set('asked', 'here')
  shared.set('pulso:pk:asked', 'in the other tab')
  expect(storage.get('asked')).toBe('in the other tab')
})

test('keeps everything in memory where nothing may be stored, and stores from when it may', () => {
  const kept = new Map<string, string>()
  stubStorage({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) })
  let tier = ''
  const storage = createDeviceStorage('pulso:pk:', () => tier)
  storage.set('asked', 'before')
  expect([storage.get('asked'), kept.size]).toEqual(['before', 0])
  tier = 'localStorage'
  storage.set('asked', 'after')
  expect(kept.get('pulso:pk:asked')).toBe('after')
})
