import { LIMITS, Site, type SiteDefinition } from '@pulso/protocol'
import { maySee, type Permission } from '../access/grant.ts'
import { toRecountStatement } from '../months/month-store.ts'
import { ProblemError } from '../request/problem-error.ts'
import { toRekeyStatement } from '../tallies/rekey-store.ts'
import { toVersionStatements } from './prompt-version-store.ts'
import { toCompletePrompt } from './to-complete-prompt.ts'
import { isOtherThan, type PromptShape, toNextPrompts, toShape } from './to-next-prompts.ts'
import { toSortedJson } from './to-sorted-json.ts'

declare const isSiteId: unique symbol
/** The id of a site that was read here. Stores of what belongs to a site take nothing else, so none can be asked about no site, or about one that nobody looked up. */
export type SiteId = string & { readonly [isSiteId]: true }

/** A site as the worker works with it: what the API shows, and the prompts it once had. */
export interface StoredSite extends Site {
  id: SiteId
  retiredPrompts: Record<string, PromptShape>
  /** Grows with every save. */
  revision: number
  /** Names this very definition in an ETag and in `If-Match`. */
  tag: string
}

interface SiteRow {
  id: string
  site_key: string
  definition: string
  retired_prompts: string
  demo_responses: number
  updated_at: number
  revision: number
}

/** How often a save begins anew because another one came between; more means that something saves without end. */
const MOST_ATTEMPTS = 10
/** What D1 says when a definition is not the one any more that the save was made of. */
const OUTDATED = 'sites.revision'

/** Everything about sites: the only place that reads or writes the table. */
export class SiteStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  async list(): Promise<StoredSite[]> {
    const { results } = await this.#database.prepare('SELECT * FROM sites ORDER BY created_at, id').all<SiteRow>()
    return results.map(toSite)
  }

  /** The sites that somebody may see. */
  async listFor(permission: Permission): Promise<StoredSite[]> {
    return (await this.list()).filter(({ id }) => maySee(permission, id))
  }

  async find(id: string): Promise<StoredSite> {
    const row = await this.#database.prepare('SELECT * FROM sites WHERE id = ?1').bind(id).first<SiteRow>()
    if (!row) throw toUnknownSite(id)
    return toSite(row)
  }

  /** @throws ProblemError `invalid-request` when one of these is no site: what opens it would open nothing, and nobody would notice */
  async refuseUnknown(ids: readonly string[]): Promise<void> {
    const { results } = await this.#database
      .prepare('SELECT value AS id FROM json_each(?1) WHERE value NOT IN (SELECT id FROM sites)')
      .bind(JSON.stringify(ids))
      .all<{ id: string }>()
    if (results.length === 0) return
    const names = results.map(({ id }) => `"${id}"`).join(' or ')
    throw new ProblemError('invalid-request', `sites: there is no site ${names}. GET /v1/sites lists those there are.`)
  }

  /** By the public key, also in its test form `pk_test_…`. */
  async findByKey(siteKey: string): Promise<StoredSite> {
    const row = await this.#database.prepare('SELECT * FROM sites WHERE site_key = ?1').bind(toLiveKey(siteKey)).first<SiteRow>()
    if (!row) throw new ProblemError('unknown-site', 'No site has this key: take `siteKey` as GET /v1/sites gives it.')
    return toSite(row)
  }

  /** Creates or replaces a site. A prompt whose content changed gets the next version by itself. */
  async save(id: string, definition: SiteDefinition, now: number, condition: SaveCondition = ANY_STATE): Promise<StoredSite> {
    if (definition.id !== undefined && definition.id !== id) {
      throw new ProblemError(
        'invalid-request',
        `id: this is "${definition.id}" and the address says "${id}"; leave it out, or use that address.`,
      )
    }
    return this.#saveNewest(id, () => definition, now, condition)
  }

  /** Saves what `change` makes of a site as it is at that moment: of what others saved meanwhile nothing is lost. */
  change(id: SiteId, change: (site: StoredSite) => SiteDefinition, now: number, condition: SaveCondition = ANY_STATE): Promise<StoredSite> {
    const toDefinition = (site: StoredSite | null) => {
      if (!site) throw toUnknownSite(id)
      return change(site)
    }
    return this.#saveNewest(id, toDefinition, now, condition)
  }

  /** Whether a site could be saved like this. @returns the definition @throws ProblemError `invalid-request` */
  check(before: StoredSite, definition: SiteDefinition): SiteDefinition {
    toNextPrompts(before, definition)
    return definition
  }

  /** Begins anew when another save came between reading and writing: what is kept of the definition before must be of that one. */
  async #saveNewest(
    id: string,
    toDefinition: (before: StoredSite | null) => SiteDefinition,
    now: number,
    condition: SaveCondition,
  ): Promise<StoredSite> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const row = await this.#database.prepare('SELECT * FROM sites WHERE id = ?1').bind(id).first<SiteRow>()
      const before = row ? toSite(row) : null
      condition(before)
      if (await this.#exchange(id, before, toDefinition(before), now)) return this.find(id)
    }
    throw new ProblemError(
      'changed-meanwhile',
      `Others have saved ${MOST_ATTEMPTS} times since this began. Wait a little, and read it again.`,
    )
  }

  /** Puts a definition in the place of the one that was read, in one transaction. @returns false when that is not there any more */
  async #exchange(id: string, before: StoredSite | null, definition: SiteDefinition, now: number): Promise<boolean> {
    const siteKey = before?.siteKey ?? definition.siteKey ?? toRandomSiteKey()
    const prompts = toNextPrompts(before, definition)
    const retiredPrompts = { ...before?.retiredPrompts }
    for (const prompt of before?.prompts ?? []) if (prompt.state !== 'draft') retiredPrompts[prompt.id] = toShape(prompt)
    for (const prompt of prompts) delete retiredPrompts[prompt.id]
    const { id: _, siteKey: __, demoResponses: ___, ...content } = definition
    try {
      const upsert = this.#database
        .prepare(
          // Null, which the column refuses, is what undoes the whole transaction: a condition would only skip this statement of it.
          `INSERT INTO sites (id, site_key, definition, retired_prompts, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)
           ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, retired_prompts = excluded.retired_prompts,
             updated_at = excluded.updated_at, revision = CASE sites.revision WHEN ?6 THEN sites.revision + 1 END`,
        )
        .bind(id, siteKey, JSON.stringify({ ...content, prompts }), JSON.stringify(retiredPrompts), now, before?.revision ?? 0)
      await this.#database.batch([
        upsert,
        ...toVersionStatements(
          this.#database,
          id,
          prompts.filter((prompt) => isOtherThan(before, prompt)),
          now,
        ),
        ...(before && countsElsewhere(before, definition) ? [toRekeyStatement(this.#database, id, now)] : []),
        ...(before && joinsElsewhere(before, definition) ? [toRecountStatement(this.#database, id)] : []),
      ])
      return true
    } catch (error) {
      if (String(error).includes(OUTDATED)) return false
      if (String(error).includes('UNIQUE')) throw new ProblemError('invalid-request', 'siteKey: another site has this key.')
      throw error
    }
  }
}

/** Looks at what is there before it is replaced, and throws where that is not what the sender meant. */
export type SaveCondition = (before: StoredSite | null) => void
const ANY_STATE: SaveCondition = () => undefined

/** Whether responses that are stored count on other days or in other segments by the new definition. */
function countsElsewhere(before: StoredSite, { timeZone, segments }: SiteDefinition): boolean {
  const toSet = (declared: readonly string[]) => JSON.stringify([...declared].sort())
  return timeZone !== before.timeZone || toSet(segments) !== toSet(before.segments)
}

/** Whether a touchpoint is what other ones were before: who answered at several of them is one person there. */
function joinsElsewhere(before: StoredSite, { touchpoints }: SiteDefinition): boolean {
  const toFormers = (declared: SiteDefinition['touchpoints']) =>
    toSortedJson(Object.fromEntries(declared.flatMap(({ key, formerly = [] }) => (formerly.length > 0 ? [[key, formerly]] : []))))
  return toFormers(touchpoints) !== toFormers(before.touchpoints)
}

/** Also what somebody gets who may not see a site: whether it exists is not theirs to know. */
export function toUnknownSite(id: string): ProblemError {
  return new ProblemError('unknown-site', `There is no site "${id}".`)
}

/** `pk_test_abc` is the test form of `pk_abc`: same site, answers marked as test. */
export function isTestKey(siteKey: string): boolean {
  return siteKey.startsWith('pk_test_')
}

function toLiveKey(siteKey: string): string {
  return isTestKey(siteKey) ? `pk_${siteKey.slice('pk_test_'.length)}` : siteKey
}

function toRandomSiteKey(): string {
  return `pk_${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** A definition as it was stored, perhaps by an earlier version that did not know everything there is today. */
type StoredDefinition = Omit<Site, 'id' | 'siteKey' | 'demoResponses'>

function toSite(row: SiteRow): StoredSite {
  const stored = JSON.parse(row.definition) as StoredDefinition
  const definition: StoredDefinition = {
    ...stored,
    locales: stored.locales ?? ['en', 'es'],
    tone: stored.tone ?? 'informal',
    consent: stored.consent ?? 'not-required',
    respondents: stored.respondents ?? 'any',
    networkAnswersPerHour: stored.networkAnswersPerHour ?? LIMITS.networkAnswersPerHour,
  }
  definition.prompts.forEach(toCompletePrompt)
  return {
    ...definition,
    id: row.id as SiteId,
    siteKey: row.site_key,
    demoResponses: row.demo_responses,
    revision: row.revision,
    // With the time: a database that was turned back counts the same numbers again.
    tag: `"${row.revision}-${row.updated_at.toString(36)}"`,
    // Without a prototype, or a prompt named "constructor" would seem to have been there.
    retiredPrompts: Object.assign(Object.create(null) as Record<string, PromptShape>, JSON.parse(row.retired_prompts)),
  }
}

/** Without what only the worker needs. */
export function toPublicSite(site: StoredSite): Site {
  return Site.parse(site)
}
