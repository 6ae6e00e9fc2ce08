import * as z from 'zod'

/** A response that the queue could not bring into its table, kept as it was until the operator decides. */
export const DeadLetter = z.object({
  siteId: z.string(),
  id: z.string(),
  rev: z.number(),
  /** What the database said, or that the id belongs to another prompt. */
  reason: z.string(),
  /** Milliseconds since 1970. */
  failedAt: z.number(),
  /** The row as it would have been stored. */
  row: z.record(z.string(), z.unknown()),
})
export type DeadLetter = z.infer<typeof DeadLetter>

/** Answer of `GET /v1/dead-letters`: the oldest hundred, and how many there are in all. */
export const DeadLetterPage = z.object({ letters: z.array(DeadLetter), total: z.number() })
export type DeadLetterPage = z.infer<typeof DeadLetterPage>

/** Answer of `POST /v1/dead-letters/replay`: how many of the oldest hundred are stored now, and how many are dead still. */
export const ReplayResult = z.object({ stored: z.number(), kept: z.number() })
export type ReplayResult = z.infer<typeof ReplayResult>
