/** `localStorage` as Pulso may use it: reading and writing never throw. */
export interface DeviceStorage {
  get(key: string): string | null
  /** `null` removes the key. */
  set(key: string, value: string | null): void
}

/**
 * Storage that falls back to this page's memory. Sandboxed frames throw when
 * the property is merely read and full or private stores throw on writing:
 * neither may cost the visitor an answer or be asked twice on one page.
 */
export function createDeviceStorage(): DeviceStorage {
  const memory = new Map<string, string | null>()
  return {
    get(key) {
      const kept = memory.get(key)
      if (kept !== undefined) return kept
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    set(key, value) {
      try {
        if (value === null) localStorage.removeItem(key)
        else localStorage.setItem(key, value)
        memory.delete(key)
      } catch {
        memory.set(key, value)
      }
    },
  }
}
