/** The visitor's device as Pulso may use it: reading and writing never throw. */
export interface DeviceStorage {
  get(key: string): string | null
  /** `null` removes the key. */
  set(key: string, value: string | null): void
}

/** `undefined` is this page's memory alone. */
export type StorageTier = 'localStorage' | 'sessionStorage' | undefined

/**
 * Storage that falls back to this page's memory. Sandboxed frames throw when
 * the property is merely read and full or private stores throw on writing:
 * neither may cost the visitor an answer or be asked twice on one page.
 *
 * @param toTier asked at every use, because consent can come and go
 */
export function createDeviceStorage(toTier: () => StorageTier): DeviceStorage {
  const memory: Record<string, string | null> = {}
  /** Throws where there is no such store, and then memory is what is left. */
  const toStore = () => window[toTier() as 'localStorage']
  return {
    get(key) {
      const kept = memory[key] ?? null
      try {
        return kept ?? toStore().getItem(key)
      } catch {
        return kept
      }
    },
    set(key, value) {
      memory[key] = value
      try {
        if (value === null) toStore().removeItem(key)
        else toStore().setItem(key, value)
        delete memory[key]
      } catch {
        // It stays in memory.
      }
    },
  }
}
