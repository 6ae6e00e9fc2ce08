import * as z from 'zod'
import { Kind, Lane } from './kind.ts'
import { Release } from './release.ts'

const Count = z.number().int().min(0)

/** A score after something against the score before it, in the unit of the score. */
export const BeforeAfter = z.object({
  formula: z.literal('difference/square-and-add'),
  unit: z.enum(['points', 'percent']),
  before: z.number(),
  after: z.number(),
  /** After minus before. */
  value: z.number(),
  /** Ends of the 95 % interval of that difference. */
  low: z.number(),
  high: z.number(),
  answersBefore: Count,
  answersAfter: Count,
  /** False while either side has under 30 answers. */
  enoughData: z.boolean(),
})
export type BeforeAfter = z.infer<typeof BeforeAfter>

/**
 * `learning`: too little has been answered to compare with. `steady`: nothing has
 * changed that could be told from chance. `lower`, `higher`: which way the last
 * change that was found in the last 28 days went.
 */
export const AlertState = z.enum(['learning', 'steady', 'lower', 'higher'])
export type AlertState = z.infer<typeof AlertState>

/** A change that was found. */
export const AlertedChange = z.object({
  direction: z.enum(['lower', 'higher']),
  /** What a fair bet of 1 on it had become. */
  evidence: z.number(),
  /** The day at whose end that was enough, as YYYY-MM-DD. */
  raisedOn: z.string(),
  /** The day on which it most likely began. */
  changedOn: z.string(),
  /** How large it is, up to four weeks on either side of that day, which was found in the same answers: so it leans to the large side. */
  change: BeforeAfter.nullable(),
  /** Ids of the releases within a week of that day that may concern this touchpoint, the nearest first: neighbours in time, not proven causes. */
  releases: z.array(z.string()),
})
export type AlertedChange = z.infer<typeof AlertedChange>

const Asked = { touchpoint: z.string(), kind: Kind, scaleMax: z.number().int() }

/** Whether answers of one kind and scale at one touchpoint are other than they were. */
export const Alert = z.object({
  ...Asked,
  state: AlertState,
  /** The strongest evidence in the last 28 days: of the last change, or of what is no change yet. */
  evidence: z.number(),
  /** As much of it is an alarm; it rises with how many touchpoints are watched. */
  needed: z.number(),
  /** What was found in the last 28 days, the newest first. */
  changes: z.array(AlertedChange),
})
export type Alert = z.infer<typeof Alert>

/** Answer of `GET /v1/sites/:site/alerts`. */
export const AlertReport = z.object({
  /** The last complete day of the site that was looked at, as YYYY-MM-DD. */
  through: z.string(),
  /** When this was read, in milliseconds since 1970. */
  asOf: z.number(),
  lane: Lane,
  /** One per touchpoint, kind and scale with answers. */
  alerts: z.array(Alert),
  /** The releases that the alerts name. */
  releases: z.array(Release),
})
export type AlertReport = z.infer<typeof AlertReport>

/** How a score changed around something that was known beforehand, such as a release. */
export const ScoreChange = BeforeAfter.extend(Asked)
export type ScoreChange = z.infer<typeof ScoreChange>

/** Answer of `GET /v1/sites/:site/releases/:release`. */
export const ReleaseReport = Release.extend({
  /** When this was read, in milliseconds since 1970. */
  asOf: z.number(),
  lane: Lane,
  /** Up to four weeks after its day against the four weeks before, at the touchpoints that it concerns. One in twenty of these intervals misses the truth. */
  changes: z.array(ScoreChange),
})
export type ReleaseReport = z.infer<typeof ReleaseReport>
