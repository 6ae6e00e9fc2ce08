import type { DeviceStorage } from '../core/device-storage.ts'

/** How long a tab that cannot hold a real lock counts as asking. */
const LEASE_MS = 60_000

/**
 * Makes this tab the one that asks, until `until` resolves: two tabs that reach
 * a touchpoint together would otherwise both ask. By a Web Lock, which ends with
 * its tab however that ends; plain http pages have none and take a lease on the
 * device instead.
 *
 * @returns whether no other tab is asking
 */
export function holdTab(name: string, storage: DeviceStorage, until: Promise<void>): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager }
  if (locks) {
    return new Promise((resolve) => {
      locks
        .request(name, { ifAvailable: true }, (lock) => {
          resolve(!!lock)
          return lock ? until : undefined
        })
        // A sandboxed frame may not hold locks; it has no other tabs to share with either.
        .catch(() => resolve(true))
    })
  }
  const since = Date.now() - Number(storage.get(name))
  if (since >= 0 && since < LEASE_MS) return Promise.resolve(false)
  storage.set(name, `${Date.now()}`)
  until.then(() => storage.set(name, null))
  return Promise.resolve(true)
}
