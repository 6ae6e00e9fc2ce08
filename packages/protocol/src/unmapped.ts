import * as z from 'zod'
import { LIMITS } from './constants.ts'

const Count = z.number().int().min(0)

/** A name that pages give a touchpoint and the journey does not know. */
export const UnmappedName = z.object({
  name: z.string(),
  /** How often something was asked there, and answered, among the responses that this answer looked at. */
  shown: Count,
  answered: Count,
  /** The newest of them, in milliseconds since 1970. */
  lastAt: z.number(),
})
export type UnmappedName = z.infer<typeof UnmappedName>

/** Answer of `GET /v1/sites/:site/unmapped`: one stretch of the past, the newest first. */
export const UnmappedNames = z.object({
  /** The most frequent first. */
  names: z.array(UnmappedName).max(LIMITS.trayNames),
  /** How many responses were looked at. */
  scanned: Count,
  /** Where the next, older stretch begins; null when all have been looked at. */
  next: z.string().nullable(),
})
export type UnmappedNames = z.infer<typeof UnmappedNames>
