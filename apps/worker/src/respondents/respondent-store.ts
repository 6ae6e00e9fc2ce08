import { LIMITS } from '@pulso/protocol'

/** A key by which a site's own server signs tokens, as a team sees it afterwards: without the secret. */
export interface RespondentKey {
  id: string
  createdAt: number
}

/** What one site needs to know its respondents: the secret that names them, and those that vouch for them. */
export interface RespondentSecrets {
  naming: string
  signing: string[]
}

/** The secrets of one site's respondents: the only place that reads or writes their table. */
export class RespondentStore {
  readonly #database: D1Database
  readonly #siteId: string

  constructor(database: D1Database, siteId: string) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Every secret in one query. The one that names respondents is made when it is first needed, and never changes: names would change with it. */
  async read(now: number): Promise<RespondentSecrets> {
    const select = this.#database.prepare('SELECT purpose, secret FROM respondent_secrets WHERE site_id = ?1').bind(this.#siteId)
    let { results } = await select.all<{ purpose: 'name' | 'sign'; secret: string }>()
    if (!results.some(({ purpose }) => purpose === 'name')) {
      // Of two that come at once the first stays.
      await this.#insert('name', 'name', now).run()
      results = (await select.all<{ purpose: 'name' | 'sign'; secret: string }>()).results
    }
    const toSecrets = (wanted: string) => results.filter(({ purpose }) => purpose === wanted).map(({ secret }) => secret)
    const [naming = ''] = toSecrets('name')
    return { naming, signing: toSecrets('sign') }
  }

  /** The keys that vouch, newest first. */
  async listKeys(): Promise<RespondentKey[]> {
    const { results } = await this.#database
      .prepare(
        `SELECT id, created_at AS createdAt FROM respondent_secrets WHERE site_id = ?1 AND purpose = 'sign' ORDER BY created_at DESC, id DESC`,
      )
      .bind(this.#siteId)
      .all<RespondentKey>()
    return results
  }

  /** Makes a key and ends all but the newest two. Its secret is given this once. */
  async addKey(now: number): Promise<RespondentKey & { secret: string }> {
    const id = toHex(4)
    const newest = `SELECT id FROM respondent_secrets WHERE site_id = ?1 AND purpose = 'sign' AND id <> ?2 ORDER BY created_at DESC, id DESC LIMIT ?3`
    const [made] = await this.#database.batch<{ secret: string }>([
      this.#insert(id, 'sign', now),
      this.#database
        .prepare(`DELETE FROM respondent_secrets WHERE site_id = ?1 AND purpose = 'sign' AND id <> ?2 AND id NOT IN (${newest})`)
        .bind(this.#siteId, id, LIMITS.respondentKeys - 1),
    ])
    return { id, createdAt: now, secret: made?.results[0]?.secret ?? '' }
  }

  /** Ends a key at once. @returns whether there was one */
  async removeKey(id: string): Promise<boolean> {
    const { meta } = await this.#database
      .prepare(`DELETE FROM respondent_secrets WHERE site_id = ?1 AND id = ?2 AND purpose = 'sign'`)
      .bind(this.#siteId, id)
      .run()
    return meta.changes > 0
  }

  #insert(id: string, purpose: 'name' | 'sign', now: number): D1PreparedStatement {
    return this.#database
      .prepare(
        'INSERT INTO respondent_secrets (site_id, id, purpose, secret, created_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING RETURNING secret',
      )
      .bind(this.#siteId, id, purpose, toHex(32), now)
  }
}

function toHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
