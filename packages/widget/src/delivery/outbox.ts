import type { LIMITS } from '@pulso/protocol/constants'
import { createIndexedDbShelf } from './indexed-db-shelf.ts'
import { createLocalStorageShelf } from './local-storage-shelf.ts'
import type { KeptResponse } from './shelf.ts'

const KEPT_DAYS: typeof LIMITS.lateDays = 7
const MAX_RESPONSES: typeof LIMITS.outboxResponses = 50
const MAX_BYTES: typeof LIMITS.outboxBytes = 262_144
/** A store that has not answered by then is passed over. */
const PATIENCE_MS = 1000

/**
 * Responses on this device until the worker has them: in IndexedDB, or where
 * that fails in localStorage, or where that fails too nowhere, because the page
 * that made them still has them in memory. Nothing here rejects.
 */
export interface Outbox {
  /** Keeps the highest revision: tabs and retries may put in any order. */
  put(response: KeptResponse): Promise<void>
  /** Newest first. What is too old, or too much, is dropped from the device. */
  all(): Promise<KeptResponse[]>
  /** Forgets a response unless a revision higher than `rev` has come since. */
  remove(id: string, rev: number): Promise<unknown>
}

/** Rejects what takes longer than a visitor should wait. */
export const inTime = <Result>(work: Promise<Result>) =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(reject, PATIENCE_MS)
    }),
  ])

/** @param onDropped told of each response that is dropped, by one tab only */
export function createOutbox(siteKey: string, mayKeep: () => unknown, onDropped: (response: KeptResponse) => void): Outbox {
  const shelves = [createIndexedDbShelf(`pulso:${siteKey}`), createLocalStorageShelf(`pulso:response:${siteKey}:`)]
  const toShelves = () => (mayKeep() ? shelves : [])
  const update = (id: string, decide: (kept: KeptResponse | undefined) => KeptResponse | undefined) =>
    Promise.allSettled(toShelves().map((shelf) => shelf.update(id, decide)))
  return {
    remove: (id, rev) => update(id, (kept) => (kept && kept.rev > rev ? kept : undefined)),
    async put(response) {
      for (const shelf of toShelves()) {
        try {
          await inTime(shelf.update(response.id, (kept) => (kept && kept.rev > response.rev ? kept : response)))
          return
        } catch {
          // The next shelf, then memory alone.
        }
      }
    },
    async all() {
      const kept = (await Promise.all(toShelves().map((shelf) => shelf.all().catch(() => [])))).flat()
      const oldest = Date.now() - KEPT_DAYS * 86_400_000
      let bytes = 0
      // Newest first: ids begin with their time.
      return kept
        .sort((left, right) => (left.id < right.id ? 1 : -1))
        .filter((response, index) => {
          bytes += new Blob([JSON.stringify(response)]).size
          // The worker would not take what is older, so it would wait for ever.
          if (response.shownAt > oldest && index < MAX_RESPONSES && bytes <= MAX_BYTES) return true
          // Who finds it gone already was not the one to drop it.
          update(response.id, (found) => {
            if (found) onDropped(found)
            return undefined
          })
          return false
        })
    },
  }
}
