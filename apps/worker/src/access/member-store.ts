import { LIMITS, type Member, type MemberDefinition, ROLE_SCOPES, type Role } from '@pulso/protocol'
import { ProblemError } from '../request/problem-error.ts'
import { isWithinSites, type Permission } from './grant.ts'

/** "Last seen" is written at most this often, so that a session costs no written row per request. */
const SEEN_EVERY_MS = 3_600_000

interface MemberRow {
  id: string
  name: string
  role: Role
  sites: string | null
  created_at: number
  joined_at: number | null
  last_seen_at: number | null
  link_expires_at: number | null
}

const SELECT = `SELECT *, (SELECT MAX(expires_at) FROM sign_in_codes WHERE member_id = members.id AND expires_at > ?1) AS link_expires_at FROM members`

/**
 * Whether each of these sites, a JSON list in which null is every site, is still
 * owned by somebody else who has come in: who was invited may never come.
 */
const IS_OWNED_BY_OTHERS = (sites: string) => `NOT EXISTS (
  SELECT 1 FROM json_each(${sites}) AS lost WHERE NOT EXISTS (
    SELECT 1 FROM members AS other WHERE other.id <> members.id AND other.role = 'owner' AND other.joined_at IS NOT NULL
      AND (other.sites IS NULL OR lost.value IN (SELECT value FROM json_each(other.sites)))))`

/** What somebody in a role may do. */
export function toMemberPermission({ role, sites }: { role: Role; sites: readonly string[] | null }): Permission {
  return { scopes: ROLE_SCOPES[role], sites }
}

/** Members: the only place that writes their table. Sessions read the role with each request. */
export class MemberStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  async create({ name, role, sites }: MemberDefinition, now: number): Promise<Member> {
    const created = await this.#database
      .prepare(
        `INSERT INTO members (id, name, role, sites, created_at)
         SELECT ?1, ?2, ?3, ?4, ?5 WHERE (SELECT COUNT(*) FROM members) < ?6 RETURNING *, NULL AS link_expires_at`,
      )
      .bind(crypto.randomUUID(), name, role, toColumn(sites), now, LIMITS.members)
      .first<MemberRow>()
    if (!created) throw new ProblemError('invalid-request', `There are ${LIMITS.members} members already: remove one who has left.`)
    return toMember(created)
  }

  /** Those who see nothing beyond what the asking permission sees, by name. */
  async list(asking: Permission, now: number): Promise<Member[]> {
    const { results } = await this.#database.prepare(`${SELECT} ORDER BY name COLLATE NOCASE, id`).bind(now).all<MemberRow>()
    return results.map(toMember).filter((member) => isWithinSites(asking, member))
  }

  /** @throws ProblemError `not-found` for nobody, and for somebody beyond the asking permission */
  async find(id: string, asking: Permission, now: number): Promise<Member> {
    const row = await this.#database.prepare(`${SELECT} WHERE id = ?2`).bind(now, id).first<MemberRow>()
    const member = row && toMember(row)
    if (!member || !isWithinSites(asking, member)) throw new ProblemError('not-found', 'There is no such member.')
    return member
  }

  /** From this moment on, in open sessions too. @throws ProblemError `forbidden` when a site would be left without an owner */
  async change(before: Member, { name, role, sites }: MemberDefinition, now: number): Promise<Member> {
    const lost = before.role === 'owner' && before.joinedAt !== null ? toLostSites(before.sites, role === 'owner' ? sites : []) : []
    const { meta } = await this.#database
      .prepare(
        `UPDATE members SET name = ?2, role = ?3, sites = ?4
         WHERE id = ?1 AND role = ?6 AND sites IS ?7 AND ${IS_OWNED_BY_OTHERS('?5')}`,
      )
      .bind(before.id, name, role, toColumn(sites), JSON.stringify(lost), before.role, toColumn(before.sites))
      .run()
    if (meta.changes === 0) throw toLastOwner()
    return { ...before, name, role, sites, linkExpiresAt: (before.linkExpiresAt ?? 0) > now ? before.linkExpiresAt : null }
  }

  /** Ends all that a member has, at once. @throws ProblemError `forbidden` when a site would be left without an owner */
  async remove(member: Member): Promise<void> {
    const [removed] = await this.#database.batch([
      this.#database
        .prepare(
          `DELETE FROM members WHERE id = ?1 AND (role <> 'owner' OR joined_at IS NULL OR ${IS_OWNED_BY_OTHERS("COALESCE(sites, '[null]')")})`,
        )
        .bind(member.id),
      // What belongs to somebody who is not there opens nothing; nor must it lie around.
      ...['sessions', 'sign_in_codes'].map((table) =>
        this.#database
          .prepare(`DELETE FROM ${table} WHERE member_id = ?1 AND NOT EXISTS (SELECT 1 FROM members WHERE id = ?1)`)
          .bind(member.id),
      ),
    ])
    if (removed?.meta.changes === 0) throw toLastOwner()
  }

  /** Notes that somebody was here; the first time, that they have come in. */
  async markSeen(id: string, now: number): Promise<void> {
    await this.#database
      .prepare(
        `UPDATE members SET last_seen_at = ?2, joined_at = COALESCE(joined_at, ?2)
         WHERE id = ?1 AND (joined_at IS NULL OR COALESCE(last_seen_at, 0) <= ?2 - ?3)`,
      )
      .bind(id, now, SEEN_EVERY_MS)
      .run()
  }
}

/** Whether it is time to write that a member was seen. */
export function isSightNews(lastSeenAt: number | null, now: number): boolean {
  return now - (lastSeenAt ?? 0) >= SEEN_EVERY_MS
}

/** What an owner of some sites owns no more; null stands for every site. */
function toLostSites(before: readonly string[] | null, after: readonly string[] | null): (string | null)[] {
  if (after === null) return []
  return before === null ? [null] : before.filter((site) => !after.includes(site))
}

function toLastOwner(): ProblemError {
  return new ProblemError(
    'forbidden',
    'This is the last owner of a site: make somebody else an owner first, who has come in by their link.',
  )
}

function toColumn(sites: readonly string[] | null): string | null {
  return sites === null ? null : JSON.stringify(sites)
}

function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    sites: row.sites === null ? null : (JSON.parse(row.sites) as string[]),
    createdAt: row.created_at,
    joinedAt: row.joined_at,
    lastSeenAt: row.last_seen_at,
    linkExpiresAt: row.link_expires_at,
  }
}
