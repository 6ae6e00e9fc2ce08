import * as z from 'zod'
import { Change } from './breakdown.ts'
import { Audience, Environment, Kind, Lane, LocalizedText, Phase } from './kind.ts'
import { TouchpointReport } from './report.ts'
import { Formula, Score } from './score.ts'

const Count = z.number().int().min(0)
const Day = z.string()

/** A number with its 95 % interval, and from how many it comes. Shares are in percent. */
export const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number(), n: Count })
export type Estimate = z.infer<typeof Estimate>

/** A share as it stands in an answer: with its formula, and whether there are enough to act upon. */
export const ToldShare = Estimate.extend({ formula: z.literal('share/wilson'), enoughData: z.boolean() })
export type ToldShare = z.infer<typeof ToldShare>

/** How a score moved: this period minus the one of the same length before it, in the unit of the score. */
export const Trend = z.object({
  kind: Kind,
  scaleMax: z.number().int(),
  /** The score of the period before, and its n. */
  before: z.number().nullable(),
  nBefore: Count,
  /** This period minus the one before, looked at together with all others of the journey. Null when either has no answers. */
  change: Change.nullable(),
  /** False while either period has under 30 answers. */
  enoughData: z.boolean(),
})
export type Trend = z.infer<typeof Trend>

/** One step from coming by to finishing. */
export const FunnelStep = z.object({
  step: z.enum(['reached', 'eligible', 'shown', 'answered', 'completed']),
  count: Count,
  /** Of the step before it, in percent; null for the first one, and where a share makes no sense. */
  ofPrevious: ToldShare.nullable(),
})
export type FunnelStep = z.infer<typeof FunnelStep>

export const Funnel = z.object({
  steps: z.array(FunnelStep),
  /** Pages told only in part who came by, so those steps are left out: a funnel does not widen. */
  isReachPartial: z.boolean(),
})
export type Funnel = z.infer<typeof Funnel>

/**
 * Good answers minus bad ones, as a share of all: from −1 (all bad) to 1 (all
 * good). Each answer is good, middle or bad on its own scale, and answers are
 * counted, so no two scales are averaged. Null where nothing was answered.
 */
export const Balance = z.object({
  /** Its interval is that of an NPS of good, middle and bad. */
  formula: z.literal('balance/adjusted-wald'),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: Count,
  good: Count,
  middle: Count,
  bad: Count,
  enoughData: z.boolean(),
})
export type Balance = z.infer<typeof Balance>

/** Whether satisfaction here and recommendation of the same person move together: Kendall's tau-b, from −1 to 1. */
export const Association = z.object({
  kind: Kind,
  scaleMax: z.number().int(),
  formula: z.literal('kendall-tau-b'),
  /** Null under 30 people, and where all of them said the same. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** People who answered both within a calendar month, once for each month. */
  pairs: Count,
  enoughData: z.boolean(),
  /** `counts[satisfaction][recommendation]`, each from bad over middle to good. */
  counts: z.array(z.array(Count).length(3)).length(3),
  /** They move together, also when it is considered how many touchpoints were looked at. */
  isDerived: z.boolean(),
})
export type Association = z.infer<typeof Association>

/** Where a touchpoint stands against the standard that its team set. Of its first score, in whose unit the standard is. */
export const Gap = z.object({
  target: z.number(),
  /** Standard minus score: what is missing. Negative: it is better than that. Null without answers. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  verdict: z.enum(['met', 'missed', 'open']),
  /** Of the score that it is the gap of; null where nobody was asked. */
  formula: Formula.nullable(),
  n: Count,
  enoughData: z.boolean(),
})
export type Gap = z.infer<typeof Gap>

export const JourneyTouchpoint = TouchpointReport.extend({
  /** One per score that has a value or had one. */
  trends: z.array(Trend),
  funnel: Funnel,
  gap: Gap.nullable(),
  /** One per kind and scale that people answered who also said whether they recommend; of NPS itself none. */
  associations: z.array(Association),
})
export type JourneyTouchpoint = z.infer<typeof JourneyTouchpoint>

export const JourneyStage = z.object({
  key: z.string(),
  name: LocalizedText,
  phase: Phase,
  /** The emotional curve at this stage: of the touchpoints of customers. The other audiences have theirs in `audiences`. */
  emotion: Balance,
  touchpoints: z.array(JourneyTouchpoint),
})
export type JourneyStage = z.infer<typeof JourneyStage>

/** Everything asked of one audience, each kind and scale for itself. NPS of employees is eNPS. */
export const AudienceReport = z.object({
  audience: Audience,
  touchpoints: z.array(z.string()),
  scores: z.array(Score),
  emotion: z.array(z.object({ stage: z.string(), balance: Balance })),
})
export type AudienceReport = z.infer<typeof AudienceReport>

/** One line of the list, with its arithmetic: `priority = reach.count × gap.share × confidence`. */
export const FixFirstItem = z.object({
  touchpoint: z.string(),
  stage: z.string(),
  kind: Kind,
  scaleMax: z.number().int(),
  /** How often people came by (`reached`), or were asked (`shown`): the same for the whole list. */
  reach: z.object({ count: Count, basis: z.enum(['reached', 'shown']) }),
  gap: z.object({
    target: z.number(),
    score: z.number(),
    /** Standard minus score, in the unit of the score. */
    points: z.number(),
    /** The same as a share of what the unit spans (200 points of an NPS, 100 percent), so that kinds can stand in one list. */
    share: z.number(),
  }),
  /** The probability that a touchpoint exactly at its standard would have shown a better score than this one did. */
  confidence: z.number().min(0).max(1),
  priority: z.number(),
  /** Below its standard beyond doubt, also when it is considered how many touchpoints were looked at: at most one list in twenty names one wrongly. */
  isConfident: z.boolean(),
})
export type FixFirstItem = z.infer<typeof FixFirstItem>

export const FixFirst = z.object({
  /** Below their standard, the highest priority first. */
  items: z.array(FixFirstItem),
  /** All others, each with why it is not ranked. */
  apart: z.array(
    z.object({
      touchpoint: z.string(),
      reason: z.enum(['no-standard', 'no-score', 'no-answers', 'too-few-answers', 'meets-standard']),
    }),
  ),
})
export type FixFirst = z.infer<typeof FixFirst>

/** Answer of `GET /v1/sites/:site/journey`. */
export const Journey = z.object({
  site: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  /** Days in the site's time zone, both included, as YYYY-MM-DD. */
  range: z.object({ from: Day, to: Day }),
  /** The period of the same length right before it: what trends compare with. */
  previous: z.object({ from: Day, to: Day }),
  environment: Environment,
  lane: Lane,
  /** When this was read, in milliseconds since 1970. */
  asOf: z.number(),
  stages: z.array(JourneyStage),
  audiences: z.array(AudienceReport),
  moments: z.object({
    /** Touchpoints that the team calls moments of truth. */
    declared: z.array(z.string()),
    /** Touchpoints whose satisfaction moves with recommendation, the strongest first. */
    derived: z.array(z.string()),
    /** The calendar months (YYYY-MM) that the derived ones come from: those of the range that have been counted. */
    months: z.array(z.string()),
  }),
  fixFirst: FixFirst,
})
export type Journey = z.infer<typeof Journey>
