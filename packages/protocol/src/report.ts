import * as z from 'zod'
import { AskRate } from './ask-rate.ts'
import { Audience, Channel, Environment, Kind, Lane, LocalizedText, Phase, QuarantineReason, Reason } from './kind.ts'
import { StoredResponse } from './response.ts'

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

/** Closed list of the formulas by which a score can come about. */
export const Formula = z.enum(['nps/adjusted-wald', 'top-box/wilson', 'effort/wilson', 'counts'])
export type Formula = z.infer<typeof Formula>

/**
 * A number with how sure it is. `value`, `low`, `high` and `margin` are in
 * points from −100 to 100 for NPS and in percent for shares, and null when
 * nobody answered: no answers is not a score of zero. A choice and a text have
 * no value at all, only counts.
 */
export const Score = z.object({
  kind: Kind,
  scaleMax: z.number().int(),
  formula: Formula,
  unit: z.enum(['points', 'percent']),
  value: z.number().nullable(),
  /** Ends of the 95 % interval. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Half the width of the interval: the ± behind a score. */
  margin: z.number().nullable(),
  n: Count,
  /** Answers per score, from the lowest of the scale to the highest; of a choice, people per option, in the options' places. */
  distribution: z.array(Count),
  /** The prompt of a choice: the options of two prompts have nothing in common but their places. */
  promptId: z.string().optional(),
  /** The options of a choice in their places, with their names; absent when the prompt is gone. */
  options: z.array(z.object({ key: z.string(), name: LocalizedText })).optional(),
  /** False under 30 answers: too few to act upon. */
  enoughData: z.boolean(),
  /** Showings that are not in `n`, by reason. */
  leftOut: z.object({ dismissed: Count, unanswered: Count }),
})
export type Score = z.infer<typeof Score>

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
})
export type Report = z.infer<typeof Report>

/** What the live room sends. `report` replaces what the watcher has; `responses` are the newest with a comment. */
export const LiveFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('report'), report: Report, touched: z.array(z.string()) }),
  z.object({ type: z.literal('responses'), responses: z.array(StoredResponse) }),
])
export type LiveFrame = z.infer<typeof LiveFrame>
