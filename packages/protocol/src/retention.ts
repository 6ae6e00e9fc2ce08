import * as z from 'zod'
import { ToldShare } from './journey.ts'
import { Environment, Lane } from './kind.ts'

const Count = z.number().int().min(0)

/** What somebody's last NPS answer of a month makes them; `none`: they answered, but no NPS. */
export const RecommendationClass = z.enum(['detractor', 'passive', 'promoter', 'none'])
export type RecommendationClass = z.infer<typeof RecommendationClass>

/** The people of one class in one month (or several, added up), and where they were in the next. */
export const ClassRetention = z.object({
  from: RecommendationClass,
  respondents: Count,
  /** Answered anything in the next month, in percent. Null when there was nobody. */
  returned: ToldShare.nullable(),
  /** How many of them are in each class in the next month; `none` came back without answering an NPS. */
  to: z.object({ detractor: Count, passive: Count, promoter: Count, none: Count, away: Count }),
  /** Of those who answered an NPS in the next month too, how many are in each class, in percent. Null when nobody did. */
  migrated: z.object({ detractor: ToldShare, passive: ToldShare, promoter: ToldShare }).nullable(),
  /** False under 30 people. */
  enoughData: z.boolean(),
})
export type ClassRetention = z.infer<typeof ClassRetention>

const Classes = {
  /** Everybody. */
  all: z.object({ respondents: Count, returned: ToldShare.nullable(), enoughData: z.boolean() }),
  /** In the order detractor, passive, promoter, none. */
  classes: z.array(ClassRetention),
}

export const RetentionCohort = z.object({
  /** YYYY-MM, a calendar month of the site. */
  month: z.string(),
  ...Classes,
  /** False while the next month is not over, or when answers were deleted for their age before it was: then some who return are not counted yet, or never. */
  isComplete: z.boolean(),
  /** Answers until this day were looked at. */
  countedTo: z.string(),
  /** The share of respondents that was looked at, drawn by their hash: 1 unless there are very many. */
  sampled: z.number(),
})
export type RetentionCohort = z.infer<typeof RetentionCohort>

/** Answer of `GET /v1/sites/:site/retention`. */
export const Retention = z.object({
  environment: Environment,
  lane: Lane,
  /** When this was read, in milliseconds since 1970. */
  asOf: z.number(),
  /** The newest first. */
  cohorts: z.array(RetentionCohort),
  /** The complete cohorts added up; somebody counts once for each month. */
  total: z.object({ months: z.array(z.string()), ...Classes }),
  /** Months of the range that have not been counted yet, or are to be counted again after an erasure: the next night does it. */
  pending: z.array(z.string()),
})
export type Retention = z.infer<typeof Retention>
