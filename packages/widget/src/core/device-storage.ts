/** The visitor's device as Pulso may use it: reading and writing never throw. */
export interface DeviceStorage {
  /** What this page keeps by itself because the device would not, by whole keys. */
  memory: Record<string, string | null>
  get(name: string): string | null | undefined
  /** `null` removes it. */
  set(name: string, value: string | null): void
}

/**
 * Storage that falls back to this page's memory. Sandboxed frames throw when
 * the property is merely read and full or private stores throw on writing:
 * neither may cost the visitor an answer or be asked twice on one page.
 *
 * @param prefix what every key of this site begins with
 * @param toTier name of the window's property, asked at every use, because consent can come and go; one that is none is this page's memory alone
 */
export function createDeviceStorage(prefix: string, toTier: () => string): DeviceStorage {
  const memory: Record<string, string | null> = {}
  const toStore = () => window[toTier() as 'localStorage']
  return {
    memory,
    get(name) {
      try {
        return memory[prefix + name] ?? toStore().getItem(prefix + name)
      } catch {
        // There is none.
      }
      return
    },
    set(name, value) {
      const key = prefix + name
      memory[key] = value
      try {
        toStore()[value ? 'setItem' : 'removeItem'](key, value as string)
        delete memory[key]
      } catch {
        // It stays in memory.
      }
    },
  }
}
