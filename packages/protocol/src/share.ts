import * as z from 'zod'
import { LIMITS } from './constants.ts'
import { Audience, Channel, Key, Kind } from './kind.ts'
import { Score } from './score.ts'
import { Sentiment } from './sentiment.ts'

const Instant = z.number().int().min(0)
const Day = z.iso.date()

const listOf = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(LIMITS.filterValues).optional()

/** What of a site a link shows. Each narrows it further; none of them can be lifted by whoever has the link. */
export const ShareFilter = z.strictObject({
  stage: listOf(Key),
  touchpoint: listOf(Key),
  channel: listOf(Channel),
  audience: listOf(Audience),
  prompt: listOf(Key),
  kind: listOf(Kind),
  segment: listOf(z.string().min(1).max(LIMITS.segmentLength)),
})
export type ShareFilter = z.infer<typeof ShareFilter>

/** The last so many days, or days that stay the same. No day outside is shown, not even to compare with. */
export const ShareRange = z.union([
  z.strictObject({ days: z.number().int().min(1).max(LIMITS.rangeDays) }),
  z.strictObject({ from: Day, to: Day }).refine(({ from, to }) => from <= to, 'from lies after to'),
])
export type ShareRange = z.infer<typeof ShareRange>

/** What whoever has a link may see: kept with the link, and held against everything that they ask. */
export const ShareTerms = z.strictObject({
  filter: ShareFilter.default({}),
  range: ShareRange.default({ days: 90 }),
  /** Whether what people wrote is shown: comments and themes. */
  comments: z.boolean().default(false),
})
export type ShareTerms = z.infer<typeof ShareTerms>

/** Body of `POST /v1/sites/:site/shares`. */
export const ShareDefinition = ShareTerms.extend({
  /** For whom or what it is, so that somebody dares to end it one day. */
  name: z.string().trim().min(1).max(LIMITS.keyLength),
  password: z.string().min(LIMITS.sharePasswordLeast).max(LIMITS.sharePasswordMost).optional(),
  /** When it ends, in milliseconds since 1970; null: when it is ended by hand. Thirty days from now, when not given. */
  expiresAt: Instant.nullable().optional(),
})
export type ShareDefinition = z.infer<typeof ShareDefinition>

/** A share link as it is listed: never the link itself. */
export const Share = ShareTerms.extend({
  id: z.string(),
  name: z.string(),
  hasPassword: z.boolean(),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  /** Written at most once an hour; null: nobody has opened it. */
  lastOpenedAt: Instant.nullable(),
})
export type Share = z.infer<typeof Share>

export const ShareList = z.object({ shares: z.array(Share) })
export type ShareList = z.infer<typeof ShareList>

/** Answer of `POST /v1/sites/:site/shares`: the only time that the link is shown. */
export const CreatedShare = Share.extend({ url: z.string() })
export type CreatedShare = z.infer<typeof CreatedShare>

/** Body of `POST /v1/shared`: what follows the `#` of a share link. */
export const ShareOpening = z.strictObject({
  code: z.string().min(1).max(128),
  password: z.string().min(1).max(LIMITS.sharePasswordMost).optional(),
})
export type ShareOpening = z.infer<typeof ShareOpening>

/** What a link shows, and of which site: all that its page knows before it asks for numbers. */
export const SharedView = ShareTerms.extend({
  name: z.string(),
  site: z.object({ id: z.string(), name: z.string(), timeZone: z.string(), defaultLocale: z.string() }),
  expiresAt: Instant.nullable(),
})
export type SharedView = z.infer<typeof SharedView>

/** Answer of `POST /v1/shared`: what the link shows and the token that reads it; both null until the password comes along. */
export const OpenedShare = z.object({ needsPassword: z.boolean(), token: z.string().nullable(), view: SharedView.nullable() })
export type OpenedShare = z.infer<typeof OpenedShare>

/** A comment without anything that leads to who wrote it: no id, no respondent, and the day instead of the time. */
export const SharedComment = z.object({
  /** The touchpoint that it counts at. */
  touchpoint: z.string(),
  day: z.string(),
  kind: Score.shape.kind,
  scaleMax: z.number().int(),
  score: z.number().nullable(),
  text: z.string(),
  locale: z.string(),
  sentiment: Sentiment,
})
export type SharedComment = z.infer<typeof SharedComment>

/** Answer of `GET /v1/sites/:site/comments`, the newest first. */
export const SharedComments = z.object({ comments: z.array(SharedComment) })
export type SharedComments = z.infer<typeof SharedComments>
