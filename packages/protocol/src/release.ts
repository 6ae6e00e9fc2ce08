import * as z from 'zod'
import { LIMITS } from './constants.ts'
import { Key } from './kind.ts'

/** Body of `POST /v1/sites/:site/releases`: something that the team changed. Sending the same id again changes nothing but what is said of it. */
export const ReleaseDefinition = z.strictObject({
  /** Chosen by the sender, such as a version or a build: with it, a pipeline may send twice. */
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*$/, 'use letters, digits, . _ + and -')
    .max(LIMITS.keyLength),
  /** What it is called; the id, when not given. */
  name: z.string().min(1).max(LIMITS.wordingLength).optional(),
  /** When it reached visitors, in milliseconds since 1970; now, when not given. Sent again without it, the first time stays. */
  at: z.number().int().min(0).max(LIMITS.releaseAt).optional(),
  /** The touchpoints that it may concern. None: all of them. */
  touchpoints: z.array(Key).max(LIMITS.touchpoints).default([]),
  /** Where it can be read about. */
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//, 'use an address that begins with https:// or http://')
    .optional(),
})
export type ReleaseDefinition = z.infer<typeof ReleaseDefinition>

export const Release = z.object({
  id: z.string(),
  name: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  touchpoints: z.array(z.string()),
  url: z.string().nullable(),
})
export type Release = z.infer<typeof Release>

export const ReleaseList = z.object({ releases: z.array(Release) })
export type ReleaseList = z.infer<typeof ReleaseList>
