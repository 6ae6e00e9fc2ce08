import { LIMITS, type Scope, type Share, type ShareDefinition, type ShareTerms } from '@pulso/protocol'
import type { Grant } from '../access/grant.ts'
import { createSecret, isSameSecret, toHash } from '../access/secret.ts'
import { ProblemError } from '../request/problem-error.ts'
import type { SiteId } from '../sites/site-store.ts'
import { toPasswordProof } from './share-password.ts'
import { type GivenPassword, parseShareToken } from './share-token.ts'

const OPENED_EVERY_MS = 3_600_000

interface ShareRow {
  site_id: string
  id: string
  code_hash: string
  proof_hash: string | null
  name: string
  terms: string
  created_at: number
  expires_at: number | null
  last_opened_at: number | null
}

/** Share links of one site. */
export class ShareStore {
  readonly #database: D1Database
  readonly #siteId: SiteId

  constructor(database: D1Database, siteId: SiteId) {
    this.#database = database
    this.#siteId = siteId
  }

  /** Makes a link. Its code is known now and never again. */
  async create({ name, password, ...definition }: ShareDefinition, expiresAt: number | null, now: number) {
    const code = createSecret()
    const terms: ShareTerms = { filter: definition.filter, range: definition.range, comments: definition.comments }
    const proof = password === undefined ? null : await toPasswordProof(password, code)
    const created = await this.#database
      .prepare(
        `INSERT INTO shares (site_id, id, code_hash, proof_hash, name, terms, created_at, expires_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE (SELECT COUNT(*) FROM shares WHERE site_id = ?1) < ?9 RETURNING *`,
      )
      .bind(
        this.#siteId,
        crypto.randomUUID(),
        await toHash(code),
        proof === null ? null : await toHash(proof),
        name,
        JSON.stringify(terms),
        now,
        expiresAt,
        LIMITS.shares,
      )
      .first<ShareRow>()
    if (!created) throw new ProblemError('invalid-request', `The site has ${LIMITS.shares} share links already: end one that nobody uses.`)
    return { share: toShare(created), code }
  }

  /** The newest first. */
  async list(): Promise<Share[]> {
    const { results } = await this.#database
      .prepare('SELECT * FROM shares WHERE site_id = ?1 ORDER BY created_at DESC, id')
      .bind(this.#siteId)
      .all<ShareRow>()
    return results.map(toShare)
  }

  /** Ends a link at once. */
  async remove(id: string): Promise<boolean> {
    const { meta } = await this.#database.prepare('DELETE FROM shares WHERE site_id = ?1 AND id = ?2').bind(this.#siteId, id).run()
    return meta.changes > 0
  }
}

/** A link by its code, with what its password must become; null when there is none, or none any more. */
export async function findShareByCode(database: D1Database, code: string, now: number) {
  const row = await findRow(database, code, now)
  return row && { share: toShare(row), siteId: row.site_id, proofHash: row.proof_hash }
}

/** What a token of a share link opens; null when it opens nothing. */
export async function findShareGrant(database: D1Database, text: string, now: number): Promise<Grant | null> {
  const parts = parseShareToken(text)
  const row = parts && (await findRow(database, parts.code, now))
  return row && (await isAdmitted(row, parts.password)) ? toGrant(row) : null
}

/** Whether this is what the password of a link becomes; one without a password asks for none. */
export async function isProved(proofHash: string | null, proof: string | null): Promise<boolean> {
  return proofHash === null || (proof !== null && (await isSameSecret(await toHash(proof), proofHash)))
}

/** For whoever has given a link's password: see `GivenPassword`. */
export function toTicket(id: string, proof: string): Promise<string> {
  return toHash(`${id}.${proof}`)
}

/** The ticket first: without one, nothing is said of whether the proof is right. */
async function isAdmitted({ id, proof_hash: proofHash }: ShareRow, password: GivenPassword | null): Promise<boolean> {
  if (proofHash === null) return true
  if (password === null || !(await isSameSecret(password.ticket, await toTicket(id, password.proof)))) return false
  return isProved(proofHash, password.proof)
}

/** What those of links show that were open before, as far as they still are. */
export async function findShareGrants(database: D1Database, ids: readonly string[], now: number): Promise<Map<string, Grant>> {
  if (ids.length === 0) return new Map()
  const { results } = await database
    .prepare('SELECT * FROM shares WHERE id IN (SELECT value FROM json_each(?1)) AND (expires_at IS NULL OR expires_at > ?2)')
    .bind(JSON.stringify(ids), now)
    .all<ShareRow>()
  return new Map(results.map((row) => [row.id, toGrant(row)]))
}

/** The link behind a grant that stands. */
export async function findShareOfGrant(database: D1Database, id: string) {
  const row = await database.prepare('SELECT * FROM shares WHERE id = ?1').bind(id).first<ShareRow>()
  return row && { share: toShare(row), siteId: row.site_id }
}

/** Notes that somebody opened a link. */
export async function markShareOpened(database: D1Database, { id, siteId }: { id: string; siteId: string }, now: number): Promise<void> {
  await database
    .prepare('UPDATE shares SET last_opened_at = ?3 WHERE site_id = ?1 AND id = ?2 AND COALESCE(last_opened_at, 0) <= ?3 - ?4')
    .bind(siteId, id, now, OPENED_EVERY_MS)
    .run()
}

/** Forgets links that have ended, and those of sites that are no more. */
export async function removeExpiredShares(database: D1Database, now: number): Promise<void> {
  await database.prepare('DELETE FROM shares WHERE expires_at <= ?1 OR site_id NOT IN (SELECT id FROM sites)').bind(now).run()
}

function findRow(database: D1Database, code: string, now: number) {
  return toHash(code).then((hash) =>
    database
      .prepare('SELECT * FROM shares WHERE code_hash = ?1 AND (expires_at IS NULL OR expires_at > ?2)')
      .bind(hash, now)
      .first<ShareRow>(),
  )
}

function toGrant(row: ShareRow): Grant {
  const terms = JSON.parse(row.terms) as ShareTerms
  const scopes: Scope[] = terms.comments ? ['stats:read', 'responses:read'] : ['stats:read']
  return { holder: { kind: 'share', id: row.id }, scopes, sites: [row.site_id], terms }
}

function toShare(row: ShareRow): Share {
  return {
    ...(JSON.parse(row.terms) as ShareTerms),
    id: row.id,
    name: row.name,
    hasPassword: row.proof_hash !== null,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastOpenedAt: row.last_opened_at,
  }
}
