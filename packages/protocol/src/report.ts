import * as z from 'zod'
import { AskRate } from './ask-rate.ts'
import { Breakdown } from './breakdown.ts'
import { Audience, Channel, Environment, Kind, Lane, LocalizedText, Phase, QuarantineReason, Reason } from './kind.ts'
import { StoredResponse } from './response.ts'
import { Score } from './score.ts'

const Count = z.number().int().min(0)

/**
 * Counts of one (day or hour, touchpoint, prompt, kind and scale, segment).
 * `scores[i]` counts the score `i`, from 0 to 10 whatever the kind.
 */
export const Tally = z.object({
  touchpoint: z.string(),
  promptId: z.string(),
  kind: Kind,
  scaleMax: z.number().int(),
  segment: z.string(),
  shown: Count,
  dismissed: Count,
  answered: Count,
  completed: Count,
  comments: Count,
  scores: z.array(Count).length(11),
})
export type Tally = z.infer<typeof Tally>

export const TouchpointReport = z.object({
  key: z.string(),
  name: LocalizedText,
  channel: Channel,
  audience: Audience,
  momentOfTruth: z.boolean(),
  targetScore: z.number().optional(),
  /** Which share of its visitors is asked and why, where a margin is wished for (`targetMargin`): as of last night. */
  asking: AskRate.optional(),
  shown: Count,
  dismissed: Count,
  answered: Count,
  completed: Count,
  comments: Count,
  /** How often visitors came here, where their pages told. */
  reached: Count,
  /** How often a prompt could have been asked here. */
  eligible: Count,
  /** Why one was not, and how often. */
  heldBack: z.partialRecord(Reason, Count),
  /** Answers that look stuffed, by reason: kept, listed, and in no score here. */
  quarantined: z.partialRecord(QuarantineReason, Count),
  /** Responses that never arrived: a visitor's device had no room for them, kept them too long, or they were refused for good. */
  dropped: Count,
  /** One per kind and scale asked here: scales are never mixed. Empty when nothing was shown yet. */
  scores: z.array(Score),
})
export type TouchpointReport = z.infer<typeof TouchpointReport>

export const StageReport = z.object({
  key: z.string(),
  name: LocalizedText,
  phase: Phase,
  touchpoints: z.array(TouchpointReport),
})
export type StageReport = z.infer<typeof StageReport>

/** Answer of `GET /v1/sites/:site/stats` and of the live room: the journey with a score at every touchpoint. */
export const Report = z.object({
  site: z.object({ id: z.string(), name: z.string(), siteKey: z.string(), timeZone: z.string(), demoResponses: Count }),
  /** Days in the site's time zone, both included, as YYYY-MM-DD. */
  range: z.object({ from: z.string(), to: z.string() }),
  environment: Environment,
  /** Whose answers these are: one lane, never two together. */
  lane: Lane,
  /** When this was read, in milliseconds since 1970. */
  asOf: z.number(),
  /** In journey order. */
  stages: z.array(StageReport),
  /** Everything answered at touchpoints that the journey does not name. */
  unmapped: TouchpointReport.nullable(),
  /** Responses of the other environment in the same range, never mixed in. */
  otherEnvironment: z.object({ environment: Environment, shown: Count, answered: Count }),
  /** What lies in the other lanes in the same range, where there is anything. */
  otherLanes: z.partialRecord(Lane, z.object({ shown: Count, answered: Count })),
  /** Where it was asked for. */
  breakdown: Breakdown.optional(),
})
export type Report = z.infer<typeof Report>

/** What the live room sends, at most four times a second: all that happened since the last. */
export const LiveFrame = z.object({
  type: z.literal('report'),
  /** Replaces what the watcher has, so a frame that was missed is missed by nothing. */
  report: Report,
  /** Touchpoints at which something was stored. */
  touched: z.array(z.string()),
  /** New answers with a comment, the newest first; none for whoever may not read them. */
  responses: z.array(StoredResponse),
})
export type LiveFrame = z.infer<typeof LiveFrame>
