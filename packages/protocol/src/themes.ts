import * as z from 'zod'
import { LIMITS } from './constants.ts'
import { Environment, Lane } from './kind.ts'
import { Emotion } from './sentiment.ts'

const Count = z.number().int().min(0)
const Day = z.string()

/** A share in percent with its 95 % interval (Wilson), out of `n` comments. */
const Share = z.object({ value: z.number(), low: z.number(), high: z.number(), n: Count })

/** A word or phrase that is written here more often than elsewhere. */
export const Theme = z.object({
  /** As most people wrote it, in lower case. */
  text: z.string(),
  language: z.enum(['es', 'en']),
  /** Comments here in which it occurs, however often in each. */
  n: Count,
  /** Comments elsewhere in which it occurs. */
  elsewhere: Count,
  /** How much likelier a comment here has it than one elsewhere: the natural logarithm of the odds ratio, shrunk. */
  logOdds: z.number(),
  z: z.number(),
  /** The smallest false-discovery rate at which it would still be listed. */
  q: z.number(),
  /** The newest comments with it, as stored: redacted. */
  examples: z.array(z.object({ id: z.string(), text: z.string(), occurredAt: z.number() })).max(LIMITS.themeExamples),
})
export type Theme = z.infer<typeof Theme>

/** How the comments of one touchpoint feel. */
export const TouchpointFeeling = z.object({
  touchpoint: z.string(),
  /** Comments read. */
  n: Count,
  positive: Share.nullable(),
  negative: Share.nullable(),
  /** Comments that are neither, and those that no word of tells anything. */
  neutral: Count,
  silent: Count,
  emotions: z.partialRecord(Emotion, Count),
  /** False under 30 comments: too few to act upon. */
  enoughData: z.boolean(),
})
export type TouchpointFeeling = z.infer<typeof TouchpointFeeling>

/** Answer of `GET /v1/sites/:site/themes`. */
export const ThemesReport = z.object({
  /** Days in the site's time zone, both included, as YYYY-MM-DD. */
  range: z.object({ from: Day, to: Day }),
  /** As long, just before: with what is said elsewhere, it is what the range is held against. */
  previous: z.object({ from: Day, to: Day }),
  /** Null: every touchpoint, against the previous range. */
  touchpoint: z.string().nullable(),
  environment: Environment,
  lane: Lane,
  asOf: z.number(),
  comments: z.object({
    /** In range and touchpoint. */
    here: Count,
    /** What they are held against. */
    elsewhere: Count,
    /** In a language that we read no words of; in no theme. */
    otherLanguages: Count,
    /** Responses looked through, the newest first. */
    rowsRead: Count,
    /** Whether that was all there are in the two ranges. */
    isAll: z.boolean(),
  }),
  formula: z.literal('log-odds/dirichlet'),
  /** Of what is listed, at most this share is expected to be there by chance. */
  falseDiscoveryRate: z.number(),
  /** How many words and phrases were looked at. */
  lookedAt: Count,
  /** False under 30 comments here or elsewhere: too few to act upon. */
  enoughData: z.boolean(),
  /** The most telling first. */
  themes: z.array(Theme).max(LIMITS.themes),
  /** Comments of the range, by touchpoint, most of them first. */
  feelings: z.array(TouchpointFeeling),
})
export type ThemesReport = z.infer<typeof ThemesReport>
