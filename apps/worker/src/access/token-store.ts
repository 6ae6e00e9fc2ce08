import { LIMITS, type Token, type TokenDefinition } from '@pulso/protocol'
import { ProblemError } from '../request/problem-error.ts'
import { type Grant, isWithinSites, type Permission, parsePermissionColumns, toPermissionColumns } from './grant.ts'
import { isSameSecret, toHash } from './secret.ts'
import { createTokenParts, type TokenParts, toTokenPrefix, toTokenText } from './token-text.ts'

/** "Last used" is written at most this often, so that a token costs no written row per request. */
const USED_EVERY_MS = 3_600_000

interface TokenRow {
  id: string
  secret_hash: string
  name: string
  scopes: string
  sites: string | null
  created_at: number
  expires_at: number | null
  last_used_at: number | null
}

/** Tokens: the only place that reads or writes the table. */
export class TokenStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  /** Makes a token. The text is known now and never again. */
  async create(definition: TokenDefinition, now: number): Promise<{ token: Token; text: string }> {
    const parts = createTokenParts()
    const created = await this.#database
      .prepare(
        `INSERT INTO tokens (id, secret_hash, name, scopes, sites, created_at, expires_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE (SELECT COUNT(*) FROM tokens) < ?8 RETURNING *`,
      )
      .bind(
        parts.id,
        await toHash(parts.secret),
        definition.name,
        ...toPermissionColumns(definition),
        now,
        definition.expiresAt,
        LIMITS.tokens,
      )
      .first<TokenRow>()
    if (!created) throw new ProblemError('invalid-request', `There are ${LIMITS.tokens} tokens already: delete one that nobody uses.`)
    return { token: toToken(created), text: toTokenText(parts) }
  }

  /** Those that open nothing beyond what the asking permission opens, the newest first. */
  async list(asking: Permission): Promise<Token[]> {
    const { results } = await this.#database.prepare('SELECT * FROM tokens ORDER BY created_at DESC, id').all<TokenRow>()
    return results.map(toToken).filter((token) => isWithinSites(asking, token))
  }

  /** Ends a token at once. One that is beyond the asking permission is not there for it. */
  async remove(id: string, asking: Permission): Promise<boolean> {
    const row = await this.#find(id)
    if (!row || !isWithinSites(asking, toToken(row))) return false
    const { meta } = await this.#database.prepare('DELETE FROM tokens WHERE id = ?1').bind(id).run()
    return meta.changes > 0
  }

  /** What a token opens; null when it is unknown, wrong, deleted or has ended. */
  async findGrant({ id, secret }: TokenParts, now: number): Promise<{ grant: Grant; isUseNews: boolean } | null> {
    const row = await this.#find(id)
    // Compared as well when there is no such token, so that time does not tell an id that exists.
    const isRight = await isSameSecret(await toHash(secret), row?.secret_hash ?? '')
    if (!row || !isRight || hasEnded(row, now)) return null
    return {
      grant: toGrant(row),
      isUseNews: now - (row.last_used_at ?? 0) >= USED_EVERY_MS,
    }
  }

  async markUsed(id: string, now: number): Promise<void> {
    await this.#database
      .prepare('UPDATE tokens SET last_used_at = ?2 WHERE id = ?1 AND COALESCE(last_used_at, 0) <= ?2 - ?3')
      .bind(id, now, USED_EVERY_MS)
      .run()
  }

  /** What those of tokens that were right before open now; none of one that has ended. */
  async findGrants(ids: readonly string[], now: number): Promise<Map<string, Grant>> {
    if (ids.length === 0) return new Map()
    const { results } = await this.#database
      .prepare('SELECT * FROM tokens WHERE id IN (SELECT value FROM json_each(?1))')
      .bind(JSON.stringify(ids))
      .all<TokenRow>()
    return new Map(results.filter((row) => !hasEnded(row, now)).map((row) => [row.id, toGrant(row)]))
  }

  #find(id: string): Promise<TokenRow | null> {
    return this.#database.prepare('SELECT * FROM tokens WHERE id = ?1').bind(id).first<TokenRow>()
  }
}

function toGrant(row: TokenRow): Grant {
  return { holder: { kind: 'token', id: row.id }, ...parsePermissionColumns(row) }
}

function hasEnded(row: TokenRow, now: number): boolean {
  return row.expires_at !== null && row.expires_at <= now
}

function toToken(row: TokenRow): Token {
  return {
    id: row.id,
    prefix: toTokenPrefix(row.id),
    name: row.name,
    ...parsePermissionColumns(row),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }
}
