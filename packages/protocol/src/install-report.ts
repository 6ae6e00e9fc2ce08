import * as z from 'zod'
import { ENVIRONMENTS, INSTALL_SIGNS, LANES } from './constants.ts'
import { Environment, Reason } from './kind.ts'

const Count = z.number().int().min(0)
/** Milliseconds since 1970. */
const Instant = z.number().int().min(0)

/** What one place where pages live has shown of itself. */
export const InstallSign = z.object({
  /** `script`: its pages load the site's script. Else the problem with which their answers were refused. */
  sign: z.enum(INSTALL_SIGNS),
  /** Scheme, host and port. `null` as text: pages without an origin of their own, such as files. Null: not known. */
  origin: z.string().nullable(),
  /** Where answers from there count by the definition of now; null where the origin is not known. */
  counts: z.union([Environment, z.literal('refused')]).nullable(),
  firstAt: Instant,
  /** To the hour for scripts, to five minutes for refusals. */
  lastAt: Instant,
})
export type InstallSign = z.infer<typeof InstallSign>

const Arrivals = z.object({
  /** The day of the first answer, in the time zone of the site; null: there is none. */
  firstAnsweredOn: z.string().nullable(),
  /** Of today and yesterday. */
  shown: Count,
  answered: Count,
})

const Reached = z.object({
  reached: Count,
  /** How often a prompt could have been asked. */
  eligible: Count,
  /** Why none was, and how often. */
  heldBack: z.partialRecord(Reason, Count),
  /** How often pages named a touchpoint that the journey does not have. */
  unmapped: Count,
})

/** Answer of `GET /v1/sites/:site/install`: whether the site's pages have been heard of, and what stands in their way. */
export const InstallReport = z.object({
  /** The newest first. */
  signs: z.array(InstallSign),
  lanes: z.record(z.enum(LANES), Arrivals),
  /** Of today and yesterday. */
  reach: z.record(z.enum(ENVIRONMENTS), Reached),
})
export type InstallReport = z.infer<typeof InstallReport>
