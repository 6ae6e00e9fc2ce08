import * as z from 'zod'
import { Kind, LocalizedText } from './kind.ts'

const Count = z.number().int().min(0)

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
