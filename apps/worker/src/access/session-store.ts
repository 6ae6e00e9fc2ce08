import type { Role } from '@pulso/protocol'
import { type Grant, type Permission, parsePermissionColumns, toPermissionColumns } from './grant.ts'
import { isSightNews, toMemberPermission } from './member-store.ts'
import { createSecret, toHash } from './secret.ts'

const SIGN_IN_MS = 24 * 3_600_000
/** An invitation waits for somebody who may be away for some days. */
const INVITE_MS = 7 * 86_400_000
const SESSION_MS = 14 * 86_400_000
/** A token that somebody copied is good for an hour of the session's use, not for a fortnight. */
const ROTATE_AFTER_MS = 3_600_000
/** Requests already under way when the new token is first used still carry the old one. */
const OVERLAP_MS = 60_000

/** What the browser is to keep. */
export interface SessionCookie {
  token: string
  maxAgeSeconds: number
}

interface SessionRow {
  id: string
  token_hash: string
  scopes: string
  sites: string | null
  expires_at: number
  rotated_at: number
  previous_hash: string | null
  /** Until when the token before the last rotation is good; null while the new one has not been used. */
  previous_until: number | null
  /** Whose it is; what they may do is read with it, from their row. */
  member_id: string | null
  member_name: string | null
  member_role: Role | null
  member_sites: string | null
  member_seen_at: number | null
}

const SELECT = `SELECT sessions.*, members.name AS member_name, members.role AS member_role, members.sites AS member_sites,
    members.last_seen_at AS member_seen_at
  FROM sessions LEFT JOIN members ON members.id = sessions.member_id`

/** What belongs to a member opens nothing by itself, should anybody ever forget to ask for the member. */
const NO_SCOPES = '[]'

/** Sign-in codes and the sessions they open: the only place that reads or writes their tables. */
export class SessionStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  /** Makes a code that opens one session within 24 hours. */
  createCode(permission: Permission, now: number): Promise<{ code: string; expiresAt: number }> {
    return this.#createCode(toPermissionColumns(permission), null, now + SIGN_IN_MS)
  }

  /** Makes a code that opens one session of a member within seven days. */
  createMemberCode(member: string, now: number): Promise<{ code: string; expiresAt: number }> {
    return this.#createCode([NO_SCOPES, null], member, now + INVITE_MS)
  }

  async #createCode([scopes, sites]: [string, string | null], member: string | null, expiresAt: number) {
    const code = createSecret()
    await this.#database
      .prepare('INSERT INTO sign_in_codes (code_hash, expires_at, scopes, sites, member_id) VALUES (?1, ?2, ?3, ?4, ?5)')
      .bind(await toHash(code), expiresAt, scopes, sites, member)
      .run()
    return { code, expiresAt }
  }

  /** Spends a code: a new session, or null when the code is unknown, used or too old. */
  async create(code: string, now: number): Promise<(SessionCookie & { member: string | null }) | null> {
    const spent = await this.#database
      .prepare('DELETE FROM sign_in_codes WHERE code_hash = ?1 AND expires_at > ?2 RETURNING scopes, sites, member_id AS member')
      .bind(await toHash(code), now)
      .first<{ scopes: string; sites: string | null; member: string | null }>()
    if (!spent) return null
    const token = createSecret()
    await this.#database
      .prepare(
        'INSERT INTO sessions (token_hash, expires_at, id, scopes, sites, rotated_at, member_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)',
      )
      .bind(await toHash(token), now + SESSION_MS, crypto.randomUUID(), spent.scopes, spent.sites, now, spent.member)
      .run()
    return { token, maxAgeSeconds: SESSION_MS / 1000, member: spent.member }
  }

  /**
   * What a session's token opens, and the token that replaces it when it is due
   * and `mayRotate`; null when the session is unknown or over. A token that was
   * replaced and is shown again after the overlap is a copy: that ends the session.
   */
  async findGrant(
    token: string,
    now: number,
    mayRotate: boolean,
  ): Promise<{ grant: Grant; next: SessionCookie | null; isSightNews: boolean } | null> {
    const hash = await toHash(token)
    const row = await this.#database
      .prepare(`${SELECT} WHERE (token_hash = ?1 OR previous_hash = ?1) AND expires_at > ?2`)
      .bind(hash, now)
      .first<SessionRow>()
    if (!row) return null
    const isCurrent = row.token_hash === hash
    if (!isCurrent && row.previous_until !== null && row.previous_until <= now) {
      await this.#remove(row.id)
      console.warn(JSON.stringify({ event: 'session-token-used-again', session: row.id }))
      return null
    }
    if (isCurrent && row.previous_hash !== null && row.previous_until === null) await this.#confirm(row.id, now)
    const grant = toGrant(row)
    if (!grant) return null
    // The old token again, long after: the answer that carried the new one never arrived.
    const isLost = !isCurrent && row.previous_until === null && now - row.rotated_at >= OVERLAP_MS
    const isDue = (isCurrent && now - row.rotated_at >= ROTATE_AFTER_MS) || isLost
    return {
      grant,
      next: isDue && mayRotate ? await this.#rotate(row, hash, now) : null,
      isSightNews: row.member_id !== null && isSightNews(row.member_seen_at, now),
    }
  }

  /** What those of sessions that were open before may do now; none of one that is over. */
  async findGrants(ids: readonly string[], now: number): Promise<Map<string, Grant>> {
    if (ids.length === 0) return new Map()
    const { results } = await this.#database
      .prepare(`${SELECT} WHERE sessions.id IN (SELECT value FROM json_each(?1)) AND expires_at > ?2`)
      .bind(JSON.stringify(ids), now)
      .all<SessionRow>()
    return new Map(
      results.flatMap((row) => {
        const grant = toGrant(row)
        return grant ? [[row.id, grant] as const] : []
      }),
    )
  }

  /** Ends the links of a member that nobody has used, and their sessions too if so wished. */
  async endForMember(member: string, endsSessions: boolean): Promise<void> {
    const tables = endsSessions ? ['sign_in_codes', 'sessions'] : ['sign_in_codes']
    await this.#database.batch(tables.map((table) => this.#database.prepare(`DELETE FROM ${table} WHERE member_id = ?1`).bind(member)))
  }

  async end(token: string): Promise<void> {
    await this.#database
      .prepare('DELETE FROM sessions WHERE token_hash = ?1 OR previous_hash = ?1')
      .bind(await toHash(token))
      .run()
  }

  async removeExpired(now: number): Promise<void> {
    await this.#database.batch(
      ['sign_in_codes', 'sessions'].map((table) => this.#database.prepare(`DELETE FROM ${table} WHERE expires_at <= ?1`).bind(now)),
    )
  }

  /** Of several requests at the same moment one rotates; the others go on with the token they came with. */
  async #rotate(row: SessionRow, shownHash: string, now: number): Promise<SessionCookie | null> {
    const token = createSecret()
    // A member has no other way in than a link that somebody makes for them: while they come, they stay.
    const expiresAt = row.member_id === null ? row.expires_at : now + SESSION_MS
    const { meta } = await this.#database
      .prepare(
        `UPDATE sessions SET token_hash = ?1, previous_hash = ?2, previous_until = NULL, rotated_at = ?3, expires_at = ?6
         WHERE token_hash = ?4 AND rotated_at = ?5`,
      )
      .bind(await toHash(token), shownHash, now, row.token_hash, row.rotated_at, expiresAt)
      .run()
    return meta.changes > 0 ? { token, maxAgeSeconds: Math.ceil((expiresAt - now) / 1000) } : null
  }

  async #confirm(id: string, now: number): Promise<void> {
    await this.#database
      .prepare('UPDATE sessions SET previous_until = ?2 WHERE id = ?1 AND previous_until IS NULL')
      .bind(id, now + OVERLAP_MS)
      .run()
  }

  async #remove(id: string): Promise<void> {
    await this.#database.prepare('DELETE FROM sessions WHERE id = ?1').bind(id).run()
  }
}

/** What a session opens now: of a member by their role of today; null when they are there no more. */
function toGrant(row: SessionRow): Grant | null {
  const holder = { kind: 'session', id: row.id } as const
  if (row.member_id === null) return { holder, ...parsePermissionColumns(row) }
  if (row.member_role === null || row.member_name === null) return null
  const { sites } = parsePermissionColumns({ scopes: NO_SCOPES, sites: row.member_sites })
  const member = { id: row.member_id, name: row.member_name, role: row.member_role }
  return { holder, member, ...toMemberPermission({ role: row.member_role, sites }) }
}
