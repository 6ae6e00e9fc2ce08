import * as z from 'zod'
import { ASK_REASONS } from './constants.ts'

export const AskReason = z.enum(ASK_REASONS)
export type AskReason = z.infer<typeof AskReason>

/** Which share of its visitors a touchpoint asks, and why: recomputed every night from tallies. */
export const AskRate = z.object({
  touchpoint: z.string(),
  /** From 0 to 1. A prompt of several touchpoints takes the largest of theirs. */
  rate: z.number().min(0).max(1),
  why: AskReason,
  /** The margin of the score of the last 28 days, in its unit; null without answers. */
  margin: z.number().nullable(),
  /** `targetMargin` of the touchpoint. */
  target: z.number().nullable(),
  /** Answers of the last 28 days, and as many as the target needs at their mix. */
  n: z.number().int().min(0),
  needed: z.number().int().min(0).nullable(),
})
export type AskRate = z.infer<typeof AskRate>
