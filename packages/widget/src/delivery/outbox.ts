import type { LIMITS } from '@pulso/protocol/constants'
import type { Response as PromptResponse } from '@pulso/protocol/types'
import { createIndexedDbShelf } from './indexed-db-shelf.ts'
import { createLocalStorageShelf } from './local-storage-shelf.ts'

const KEPT_DAYS: typeof LIMITS.lateDays = 7

/**
 * Responses on this device until the worker has them: in IndexedDB, or where
 * that fails in localStorage, or where that fails too nowhere, because the page
 * that made them still has them in memory. Nothing here rejects.
 */
export interface Outbox {
  /** Keeps the highest revision: tabs and retries may put in any order. */
  put(response: PromptResponse): Promise<void>
  all(): Promise<PromptResponse[]>
  /** Forgets a response unless a revision higher than `rev` has come since. */
  remove(id: string, rev: number): Promise<void>
}

export function createOutbox(siteKey: string, mayKeep: () => boolean = () => true): Outbox {
  const kinds = [createIndexedDbShelf(`pulso:${siteKey}`), createLocalStorageShelf(`pulso:response:${siteKey}:`)]
  const toShelves = () => (mayKeep() ? kinds : [])
  const remove: Outbox['remove'] = async (id, rev) => {
    await Promise.allSettled(toShelves().map((shelf) => shelf.update(id, (kept) => (kept && kept.rev > rev ? kept : undefined))))
  }
  return {
    remove,
    async put(response) {
      for (const shelf of toShelves()) {
        try {
          await shelf.update(response.id, (kept) => (kept && kept.rev > response.rev ? kept : response))
          return
        } catch {
          // The next shelf, then memory alone.
        }
      }
    },
    async all() {
      const kept = (await Promise.all(toShelves().map((shelf) => shelf.all().catch(() => [])))).flat()
      const oldest = Date.now() - KEPT_DAYS * 86_400_000
      return kept.filter(({ id, rev, shownAt }) => {
        // The worker would not take it any more, so it would wait for ever.
        if (!(shownAt > oldest)) remove(id, rev)
        return shownAt > oldest
      })
    },
  }
}
