import { LIMITS, type Release, type ReleaseDefinition } from '@pulso/protocol'
import type { SiteId } from '../sites/site-store.ts'

interface ReleaseRow {
  id: string
  name: string
  at: number
  touchpoints: string
  url: string | null
}

/** What the team of one site changed: the only place that reads or writes that table. */
export class ReleaseStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Makes it, or changes what is said of it. Past the limit the oldest go. */
  async save({ id, name = id, at, touchpoints, url }: ReleaseDefinition, now: number): Promise<{ release: Release; isNew: boolean }> {
    const isNew = (await this.find(id)) === null
    await this.#database.batch([
      this.#database
        .prepare(
          `INSERT INTO releases (site_id, id, name, at, touchpoints, url) VALUES (?1, ?2, ?3, COALESCE(?4, ?7), ?5, ?6)
           ON CONFLICT (site_id, id) DO UPDATE SET
             name = excluded.name, at = COALESCE(?4, releases.at), touchpoints = excluded.touchpoints, url = excluded.url`,
        )
        .bind(this.#siteId, id, name, at ?? null, JSON.stringify(touchpoints), url ?? null, now),
      this.#database
        .prepare(
          `DELETE FROM releases WHERE site_id = ?1 AND id IN
             (SELECT id FROM releases WHERE site_id = ?1 AND id <> ?2 ORDER BY at DESC, id LIMIT -1 OFFSET ${LIMITS.releases - 1})`,
        )
        .bind(this.#siteId, id),
    ])
    const release = await this.find(id)
    if (!release) throw new Error(`the release ${id} was removed while it was saved`)
    return { release, isNew }
  }

  /** Of a time, from the first millisecond to before the last, the newest first. */
  async list(from: number, before: number): Promise<Release[]> {
    const { results } = await this.#database
      .prepare('SELECT id, name, at, touchpoints, url FROM releases WHERE site_id = ?1 AND at >= ?2 AND at < ?3 ORDER BY at DESC, id')
      .bind(this.#siteId, from, before)
      .all<ReleaseRow>()
    return results.map(toRelease)
  }

  async find(id: string): Promise<Release | null> {
    const row = await this.#database
      .prepare('SELECT id, name, at, touchpoints, url FROM releases WHERE site_id = ?1 AND id = ?2')
      .bind(this.#siteId, id)
      .first<ReleaseRow>()
    return row && toRelease(row)
  }

  /** @returns whether there was one */
  async remove(id: string): Promise<boolean> {
    const { meta } = await this.#database.prepare('DELETE FROM releases WHERE site_id = ?1 AND id = ?2').bind(this.#siteId, id).run()
    return meta.changes > 0
  }
}

function toRelease({ id, name, at, touchpoints, url }: ReleaseRow): Release {
  return { id, name, at, touchpoints: JSON.parse(touchpoints) as string[], url }
}
