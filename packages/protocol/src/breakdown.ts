import * as z from 'zod'
import { LocalizedText } from './kind.ts'
import { Score } from './score.ts'

const Count = z.number().int().min(0)
const Range = z.object({ from: z.string(), to: z.string() })

/** By what answers can be grouped. */
export const Dimension = z.enum(['touchpoint', 'prompt', 'stage', 'channel', 'audience', 'segment', 'kind'])
export type Dimension = z.infer<typeof Dimension>

/** How long each step of a series is, in the time zone of the site. Weeks begin on Monday (ISO 8601). */
export const SeriesInterval = z.enum(['hour', 'day', 'week', 'month'])
export type SeriesInterval = z.infer<typeof SeriesInterval>

/** With what a group is compared: the same number of days just before, the same days a year ago, or all other groups together. */
export const Comparison = z.enum(['previous', 'year', 'rest'])
export type Comparison = z.infer<typeof Comparison>

/**
 * How far a score lies above another one. `low` and `high` are its own 95 %
 * interval; those of `joint` are wide enough that of all `lookedAt` changes in the
 * answer, together, none misses the truth in 95 of 100 answers (Bonferroni). So a
 * change that was looked for among many is only called one by the joint interval.
 */
export const Change = z.object({
  formula: z.literal('difference/square-and-add'),
  /** In the unit of the score: points of NPS, percentage points of shares. */
  value: z.number(),
  low: z.number(),
  high: z.number(),
  joint: z.object({ low: z.number(), high: z.number(), lookedAt: Count }),
  /** Whether the joint interval leaves out 0, and both sides have enough data. */
  isDifferent: z.boolean(),
})
export type Change = z.infer<typeof Change>

/** One step of a series. */
export const SeriesStep = z.object({
  /** Its first day, or for hours its start with the zone's offset, such as `2026-10-25T02:00+01:00`. */
  from: z.string(),
  /** Its last day, included; for hours the same as `from`. */
  to: z.string(),
  /** False where the range, or the present, cuts a week or month short. */
  isWhole: z.boolean(),
  score: Score,
})
export type SeriesStep = z.infer<typeof SeriesStep>

/** One kind and scale of a group: scales are never mixed. */
export const GroupScore = z.object({
  score: Score,
  series: z.array(SeriesStep).optional(),
  /** What it is compared with. */
  other: Score.optional(),
  /** Null while either has no answers. */
  change: Change.nullable().optional(),
})
export type GroupScore = z.infer<typeof GroupScore>

export const Group = z.object({
  /** Of what it groups by: a touchpoint's key, a kind, a segment. Touchpoints that the journey does not name are `(unmapped)`. */
  key: z.string(),
  name: LocalizedText.nullable(),
  shown: Count,
  dismissed: Count,
  answered: Count,
  completed: Count,
  comments: Count,
  scores: z.array(GroupScore),
})
export type Group = z.infer<typeof Group>

/** The same answers again, put together in another way. */
export const Breakdown = z.object({
  by: Dimension,
  interval: SeriesInterval.nullable(),
  compare: Comparison.nullable(),
  /** The days that are compared with, both included; null unless it is other days. */
  otherRange: Range.nullable(),
  /** In the order of the journey, of the site's segments, or of the closed list that they come from. */
  groups: z.array(Group),
})
export type Breakdown = z.infer<typeof Breakdown>
