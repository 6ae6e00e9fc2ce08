import * as z from 'zod'

/** Body of `POST /v1/sites/:site/tallies`: what to do, and the run that is to be carried on. */
export const TallyCheckOrder = z.strictObject({
  /** `verify` compares; `rebuild` makes the tallies what the responses say. */
  action: z.enum(['verify', 'rebuild']),
  /** As the step before gave it; not given, or null, begins anew. */
  run: z.uuid().nullish(),
})
export type TallyCheckOrder = z.infer<typeof TallyCheckOrder>

/** Answer of `GET /v1/sites/:site/tallies`: whether responses are on their way to other days or segments, because the definition changed. */
export const TallyMove = z.object({
  /** Null: every response counts where the definition says, as far as anybody knows. */
  moving: z
    .object({
      /** Which part of all responses has been looked at, from 0 to 1, by the times they were given at. */
      share: z.number(),
      /** How many counted elsewhere, and have been moved. */
      moved: z.number().int(),
      startedAt: z.number(),
      /** All of them have been looked at once; a last look is left, for what came meanwhile. */
      isLastLook: z.boolean(),
    })
    .nullable(),
})
export type TallyMove = z.infer<typeof TallyMove>

/** A tally row that is not what the responses say, with the counts that differ. */
export const TallyDifference = z.object({
  /** A day of the site, or the start of an hour (ISO 8601, UTC). */
  at: z.string(),
  lane: z.string(),
  touchpoint: z.string(),
  promptId: z.string(),
  segment: z.string(),
  /** By the names of the tally's columns: `shown`, `dismissed`, `answered`, `completed`, `comments`, `s0` to `s10`. */
  tallied: z.record(z.string(), z.number()),
  counted: z.record(z.string(), z.number()),
})
export type TallyDifference = z.infer<typeof TallyDifference>

/** One step of a check. Only the last one, `done`, has compared anything. */
export const TallyCheck = z.object({
  /** To be sent with the next step; null before the counting has begun. */
  run: z.string().nullable(),
  /** `moving`: responses move to where the definition of today counts them. */
  state: z.enum(['moving', 'counting', 'done']),
  /** Responses counted so far, and moved by this step. */
  scanned: z.number().int(),
  moved: z.number().int(),
  /** Tally rows that differ. After a rebuild: that differed. */
  drift: z.number().int(),
  /** Tally rows with more than the responses say, of days on which answers were retired before those were counted. */
  untold: z.number().int(),
  /** The first twenty. */
  differences: z.array(TallyDifference),
})
export type TallyCheck = z.infer<typeof TallyCheck>
