import { type INSTALL_SIGNS, LIMITS } from '@pulso/protocol'
import type { SiteId } from '../sites/site-store.ts'

export type SignName = (typeof INSTALL_SIGNS)[number]

interface Sign {
  sign: SignName
  /** Empty: not known. */
  origin: string
  firstAt: number
  lastAt: number
}

/**
 * A place for each of so many origins, and each place is written at most once in a
 * gap: by the origin that it holds, or by a new one that takes it from the oldest.
 * So whoever makes up origins writes no more rows than whoever has one.
 */
const NOTE = `
INSERT INTO install_signs (site_id, sign, origin, first_at, last_at)
SELECT ?1, ?2, ?3, ?4, ?4
WHERE COALESCE(
  (SELECT last_at FROM install_signs WHERE site_id = ?1 AND sign = ?2 AND origin = ?3),
  (SELECT last_at FROM install_signs WHERE site_id = ?1 AND sign = ?2 ORDER BY last_at DESC LIMIT 1 OFFSET ${LIMITS.signOrigins - 1}),
  0
) <= ?4 - ?5
ON CONFLICT (site_id, sign, origin) DO UPDATE SET last_at = excluded.last_at`

const FORGET_OLDEST = `
DELETE FROM install_signs WHERE site_id = ?1 AND sign = ?2 AND origin IN (
  SELECT origin FROM install_signs WHERE site_id = ?1 AND sign = ?2 ORDER BY last_at DESC, origin LIMIT -1 OFFSET ${LIMITS.signOrigins}
)`

/** What the pages of one site have shown of themselves: the only place that reads or writes that table. */
export class SignStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  async note(sign: SignName, origin: string, now: number): Promise<void> {
    const gapMs = sign === 'script' ? LIMITS.scriptGapMs : LIMITS.refusalGapMs
    await this.#database.batch([
      this.#database.prepare(NOTE).bind(this.#siteId, sign, origin, now, gapMs),
      this.#database.prepare(FORGET_OLDEST).bind(this.#siteId, sign),
    ])
  }

  /** The newest first. */
  async list(): Promise<Sign[]> {
    const { results } = await this.#database
      .prepare(
        'SELECT sign, origin, first_at AS firstAt, last_at AS lastAt FROM install_signs WHERE site_id = ?1 ORDER BY last_at DESC, sign, origin',
      )
      .bind(this.#siteId)
      .all<Sign>()
    return results
  }
}

/** Of every site: what was seen last so long ago says nothing about today. */
export async function removeOldSigns(database: D1Database, now: number): Promise<void> {
  await database
    .prepare('DELETE FROM install_signs WHERE last_at < ?1')
    .bind(now - LIMITS.signDays * 86_400_000)
    .run()
}
