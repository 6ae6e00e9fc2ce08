import * as z from 'zod'
import { LIMITS, ROLES } from './constants.ts'
import { Key } from './kind.ts'
import { SignInLink } from './token.ts'

const Instant = z.number().int().min(0)

export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** Body of `POST /v1/members` and `PUT /v1/members/:member`: who it is, and what they may do where. */
export const MemberDefinition = z.strictObject({
  /** What the team calls them; no address is asked for, because nothing is sent. */
  name: z.string().trim().min(1).max(LIMITS.keyLength),
  role: Role,
  /** The sites they see; null: every site, also those of tomorrow. */
  sites: z.array(Key).min(1).max(LIMITS.grantedSites).nullable().default(null),
})
export type MemberDefinition = z.infer<typeof MemberDefinition>

export const Member = z.object({
  id: z.string(),
  name: z.string(),
  role: Role,
  sites: z.array(z.string()).nullable(),
  createdAt: Instant,
  /** When they first came in by an invite link; null: they have not yet. */
  joinedAt: Instant.nullable(),
  /** Written at most once an hour; null: never. */
  lastSeenAt: Instant.nullable(),
  /** Until when a link that nobody has used yet lets them in; null: there is none. */
  linkExpiresAt: Instant.nullable(),
})
export type Member = z.infer<typeof Member>

export const MemberList = z.object({ members: z.array(Member) })
export type MemberList = z.infer<typeof MemberList>

/** Answer of `POST /v1/members`: the only time that the link is shown. */
export const InvitedMember = Member.extend({ link: SignInLink })
export type InvitedMember = z.infer<typeof InvitedMember>

/** Body of `POST /v1/members/:member/links`, which may be empty. */
export const MemberLinkDefinition = z.strictObject({
  /** Also ends every session that they have: for a device that was lost. */
  endsSessions: z.boolean().default(false),
})
export type MemberLinkDefinition = z.infer<typeof MemberLinkDefinition>
