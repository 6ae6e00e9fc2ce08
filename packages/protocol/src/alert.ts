import * as z from 'zod'
import { Kind, Lane } from './kind.ts'
import { Release } from './release.ts'

const Count = z.number().int().min(0)

/** A score after something against the score before it, in the unit of the score. */
export const Change = z.object({
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
})
export type Change = z.infer<typeof Change>

/**
 * `learning`: too little has been answered to compare with. `steady`: nothing has
 * changed that could be told from chance. `lower`, `higher`: it has changed.
 */
export const AlertState = z.enum(['learning', 'steady', 'lower', 'higher'])
export type AlertState = z.infer<typeof AlertState>

const Asked = { touchpoint: z.string(), kind: Kind, scaleMax: z.number().int() }

/** Whether answers of one kind and scale at one touchpoint are other than they were. */
export const Alert = z.object({
  ...Asked,
  state: AlertState,
  /** The strongest evidence for a change in the last 28 days: what a fair bet of 1 has become. */
  evidence: z.number(),
  /** As much of it is an alarm; it rises with how many touchpoints are watched. */
  needed: z.number(),
  /** The day at whose end the evidence was enough for the first time in the last 28 days, as YYYY-MM-DD; null without an alarm. */
  raisedOn: z.string().nullable(),
  /** The day on which the change most likely began. */
  changedOn: z.string().nullable(),
  /** How large it is, around that day, which was found in the same answers: so it leans to the large side. */
  change: Change.nullable(),
  /** Ids of the releases within a week of that day that may concern this touchpoint: neighbours in time, not proven causes. */
  releases: z.array(z.string()),
})
export type Alert = z.infer<typeof Alert>

/** Answer of `GET /v1/sites/:site/alerts`. */
export const AlertReport = z.object({
  /** The last complete day of the site that was looked at, as YYYY-MM-DD. */
  through: z.string(),
  lane: Lane,
  /** One per touchpoint, kind and scale with answers. */
  alerts: z.array(Alert),
  /** The releases that the alerts name. */
  releases: z.array(Release),
})
export type AlertReport = z.infer<typeof AlertReport>

/** How a score changed around something that was known beforehand, such as a release. */
export const ScoreChange = Change.extend(Asked)
export type ScoreChange = z.infer<typeof ScoreChange>

/** Answer of `GET /v1/sites/:site/releases/:release`. */
export const ReleaseReport = Release.extend({
  lane: Lane,
  /** Up to four weeks after its day against the four weeks before, at the touchpoints that it concerns. One in twenty of these intervals misses the truth. */
  changes: z.array(ScoreChange),
})
export type ReleaseReport = z.infer<typeof ReleaseReport>
