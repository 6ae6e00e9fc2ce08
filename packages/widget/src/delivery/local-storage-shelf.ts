import type { KeptResponse, Shelf } from './shelf.ts'

/**
 * The second choice. One key per response: six tabs writing an array in one key
 * lost 82 % of it. Being `async` turns a blocked or full storage into a rejection.
 */
export function createLocalStorageShelf(prefix: string): Shelf {
  const read = (key: string): KeptResponse | undefined => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '')
    } catch {
      return undefined
    }
  }
  return {
    async all() {
      return Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) && read(key)) || [])
    },
    async update(id, decide) {
      const key = prefix + id
      const next = decide(read(key))
      if (next) localStorage.setItem(key, JSON.stringify(next))
      else localStorage.removeItem(key)
    },
  }
}
