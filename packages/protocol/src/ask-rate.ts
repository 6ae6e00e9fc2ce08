import * as z from 'zod'
import { ASK_REASONS } from './constants.ts'

export const AskReason = z.enum(ASK_REASONS)
export type AskReason = z.infer<typeof AskReason>

/** Which share of its visitors a touchpoint with a wished margin asks, and why: recomputed every night from tallies. */
export const AskRate = z.object({
  touchpoint: z.string(),
  /** The share that the margin takes, from 0 to 1. */
  rate: z.number().min(0).max(1),
  /** The share that is asked: a prompt of several touchpoints takes the largest of their rates, and none more than its own `sample`. */
  asked: z.number().min(0).max(1),
  why: AskReason,
  /** The margin of the score of the last 28 days, in its unit; null without answers. */
  margin: z.number().nullable(),
  /** The margin that is wished for: `targetMargin` of the touchpoint. */
  target: z.number(),
  /** Answers of the last 28 days, and as many as the target takes at their mix. */
  n: z.number().int().min(0),
  needed: z.number().int().min(0),
})
export type AskRate = z.infer<typeof AskRate>
