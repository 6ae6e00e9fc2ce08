/** The visitor's device as Pulso may use it: reading and writing never throw. */
export interface DeviceStorage {
  get(key: string): string | null
  /** `null` removes the key. */
  set(key: string, value: string | null): void
  /** Removes every key that begins so. */
  forget(prefix: string): void
}

/** `undefined` is this page's memory alone. */
export type StorageTier = 'localStorage' | 'sessionStorage' | undefined

/**
 * Storage that falls back to this page's memory. Sandboxed frames throw when
 * the property is merely read and full or private stores throw on writing:
 * neither may cost the visitor an answer or be asked twice on one page.
 *
 * @param tier asked at every use, because consent can come and go
 */
export function createDeviceStorage(tier: () => StorageTier): DeviceStorage {
  const memory = new Map<string, string | null>()
  const attempt = <Result>(act: (store: Storage) => Result): Result | undefined => {
    const name = tier()
    try {
      return name && act(window[name])
    } catch {
      return
    }
  }
  return {
    get: (key) => memory.get(key) ?? (memory.has(key) ? null : (attempt((store) => store.getItem(key)) ?? null)),
    set(key, value) {
      const kept = attempt((store) => {
        if (value === null) store.removeItem(key)
        else store.setItem(key, value)
        return true
      })
      if (kept) memory.delete(key)
      else memory.set(key, value)
    },
    forget(prefix) {
      memory.clear()
      attempt((store) => {
        for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key)
      })
    },
  }
}
