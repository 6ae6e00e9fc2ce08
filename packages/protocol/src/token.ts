import * as z from 'zod'
import { LIMITS, ROLES, SCOPES } from './constants.ts'
import { Key } from './kind.ts'

export const Scope = z.enum(SCOPES)
export type Scope = z.infer<typeof Scope>

const Scopes = z
  .array(Scope)
  .min(1)
  .refine((scopes) => new Set(scopes).size === scopes.length, 'name each scope once')
/** Null: every site, also those of tomorrow. */
const Sites = z.array(Key).min(1).max(LIMITS.grantedSites).nullable()
/** Milliseconds since 1970. */
const Instant = z.number().int().min(0)

/** Body of `POST /v1/tokens`. */
export const TokenDefinition = z.strictObject({
  /** What it is for, so that somebody dares to delete it one day. */
  name: z.string().min(1).max(LIMITS.keyLength),
  scopes: Scopes,
  /** The sites it opens; null opens every site, also those of tomorrow. */
  sites: Sites.default(null),
  /** When it ends, in milliseconds since 1970; null: when it is deleted. */
  expiresAt: Instant.nullable().default(null),
})
export type TokenDefinition = z.infer<typeof TokenDefinition>

/** A token as it is listed: never the secret. */
export const Token = z.object({
  id: z.string(),
  /** How the token begins, to recognise it. */
  prefix: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  sites: z.array(z.string()).nullable(),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  /** The time of a use, written at most once an hour; null: never. */
  lastUsedAt: Instant.nullable(),
})
export type Token = z.infer<typeof Token>

/** Answer of `POST /v1/tokens`: the only time the token itself is shown. */
export const CreatedToken = Token.extend({ token: z.string() })
export type CreatedToken = z.infer<typeof CreatedToken>

export const TokenList = z.object({ tokens: z.array(Token) })
export type TokenList = z.infer<typeof TokenList>

/** Body of `POST /v1/sign-in-links`, which may be empty: what the session that it opens may do. */
export const SignInLinkDefinition = z.strictObject({
  scopes: Scopes.default(['admin']),
  sites: Sites.default(null),
})
export type SignInLinkDefinition = z.infer<typeof SignInLinkDefinition>

/** A link that opens one session, once. */
export const SignInLink = z.object({ url: z.string(), expiresAt: Instant })
export type SignInLink = z.infer<typeof SignInLink>

/** Body of `POST /v1/session`: what follows the `#` of a sign-in link. */
export const SignIn = z.strictObject({ code: z.string().min(1).max(128) })
export type SignIn = z.infer<typeof SignIn>

/** Who asks, and what they may see. */
export const Session = z.object({
  scopes: z.array(Scope),
  sites: z.array(z.object({ id: z.string(), name: z.string(), siteKey: z.string() })),
  /** Whether that is every site, also those of tomorrow: only who may see what is not there yet can make it. */
  allSites: z.boolean(),
  /** Whose session it is, where it is a member's. */
  member: z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }).optional(),
})
export type Session = z.infer<typeof Session>
