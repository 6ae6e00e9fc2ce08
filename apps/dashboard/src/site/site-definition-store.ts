import { type ReadonlySignal, signal } from '@preact/signals'
import { PATHS } from '@pulso/protocol/constants'
import type { Site } from '@pulso/protocol/types'
import { type Failure, isOvertaken, type Outcome, request } from '../request.ts'
import { isSite } from '../wire-guards.ts'

export type SiteDefinitionStore = {
  /** The site as it was last read or saved; null before that. */
  site: ReadonlySignal<Site | null>
  /** Why it could not be read the last time; null when it could. */
  failure: ReadonlySignal<Failure | null>
  read: () => Promise<Outcome<Site>>
  /**
   * Changes the site as it is now, not as it was when the page was opened: it
   * is read again, changed, and written only if nobody wrote in between. If somebody
   * did, it is made once more of what they have written.
   */
  save: (change: (current: Site) => Site) => Promise<Outcome<Site>>
}

/** One site's definition, for every page that shows or changes some of it. */
export function createSiteDefinitionStore(id: string): SiteDefinitionStore {
  const site = signal<Site | null>(null)
  const failure = signal<Failure | null>(null)
  let begun = 0
  /** What is shown was asked for as this; an answer to an older question comes too late. */
  let shown = 0

  /** The last save: the next waits for it, so that two quick ones of one page do not take each other for somebody else's. */
  let last: Promise<unknown> = Promise.resolve()

  async function read(): Promise<Outcome<Site>> {
    begun += 1
    const mine = begun
    const outcome = await request(PATHS.site(id), isSite)
    if (mine < shown) return outcome
    shown = mine
    failure.value = outcome.ok ? null : outcome.failure
    if (outcome.ok) site.value = outcome.value
    return outcome
  }

  async function saveOnce(change: (current: Site) => Site): Promise<Outcome<Site>> {
    const newest = await read()
    if (!newest.ok) return newest
    // What GET gives is taken back, but for what is not the site's to say.
    const { id: _, siteKey, demoResponses, ...definition } = change(newest.value)
    const outcome = await request(PATHS.site(id), isSite, {
      method: 'PUT',
      body: definition,
      headers: newest.etag === null ? {} : { 'if-match': newest.etag },
    })
    if (!outcome.ok) return outcome
    // Whatever was asked before this was saved may tell of what was before.
    begun += 1
    shown = begun
    failure.value = null
    site.value = outcome.value
    return outcome
  }

  return {
    site,
    failure,
    read,
    save: (change) => {
      const saved = last.then(async () => {
        const outcome = await saveOnce(change)
        return !outcome.ok && isOvertaken(outcome.problem) ? saveOnce(change) : outcome
      })
      last = saved.catch(() => null)
      return saved
    },
  }
}
