import * as z from 'zod'
import { EMOTIONS, SENTIMENT_READERS, SENTIMENTS } from './constants.ts'

export const Emotion = z.enum(EMOTIONS)
export type Emotion = z.infer<typeof Emotion>

/** What a comment feels like. */
export const Sentiment = z.object({
  /** From −1 to 1; null when nothing in the comment says anything, or its language is not read. */
  value: z.number().min(-1).max(1).nullable(),
  label: z.enum(SENTIMENTS).nullable(),
  emotion: Emotion.nullable(),
  /** Who read it: our lexicon, or the model that a deployment may have. Every share and every export is the lexicon's. */
  by: z.enum(SENTIMENT_READERS),
})
export type Sentiment = z.infer<typeof Sentiment>
