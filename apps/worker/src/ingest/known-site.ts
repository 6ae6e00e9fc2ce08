import type { Bindings } from '../bindings.ts'
import { SiteStore, type StoredSite } from '../sites/site-store.ts'
import { isUnavailable, saveDurably } from './save-durably.ts'

/** A definition can be a megabyte and an instance of the worker has 128: the sites that were asked for last. */
const REMEMBERED_SITES = 20

const remembered = new Map<string, StoredSite>()

/** A site, and whether the database just gave it: if not, writing to it now would only lose time. */
export interface KnownSite {
  site: StoredSite
  isReachable: boolean
}

/**
 * The site of a key. While the database does not answer and there is a queue for
 * what it would have stored, the definition that this instance of the worker has
 * seen last must do: without one nothing can be checked.
 *
 * @throws ProblemError `unknown-site` or `unavailable`
 */
export async function findKnownSite(bindings: Bindings, siteKey: string): Promise<KnownSite> {
  try {
    const site = await saveDurably(() => new SiteStore(bindings.DB).findByKey(siteKey))
    if (bindings.SPILL) remember(siteKey, site)
    return { site, isReachable: true }
  } catch (error) {
    const site = remembered.get(siteKey)
    if (!bindings.SPILL || !site || !isUnavailable(error)) throw error
    return { site, isReachable: false }
  }
}

function remember(siteKey: string, site: StoredSite): void {
  remembered.delete(siteKey)
  remembered.set(siteKey, site)
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED_SITES && oldest !== undefined) remembered.delete(oldest)
}
