import * as z from 'zod'
import {
  AUDIENCES,
  CHANNELS,
  ENVIRONMENTS,
  FLAGS,
  KINDS,
  LANES,
  LIMITS,
  MODES,
  PHASES,
  POSITIONS,
  PROMPT_STATES,
  QUARANTINE_REASONS,
  REASONS,
  SCALES,
  VERDICTS,
  WAVES,
} from './constants.ts'

export const Kind = z.enum(KINDS)
export type Kind = z.infer<typeof Kind>

export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

export const Audience = z.enum(AUDIENCES)
export type Audience = z.infer<typeof Audience>

export const Phase = z.enum(PHASES)
export type Phase = z.infer<typeof Phase>

export const Environment = z.enum(ENVIRONMENTS)
export type Environment = z.infer<typeof Environment>

export const Lane = z.enum(LANES)
export type Lane = z.infer<typeof Lane>

export const Flag = z.enum(FLAGS)
export type Flag = z.infer<typeof Flag>

export const QuarantineReason = z.enum(QUARANTINE_REASONS)
export type QuarantineReason = z.infer<typeof QuarantineReason>

export const Verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof Verdict>

export const Wave = z.enum(WAVES)
export type Wave = z.infer<typeof Wave>

export const Reason = z.enum(REASONS)
export type Reason = z.infer<typeof Reason>

export const Mode = z.enum(MODES)
export type Mode = z.infer<typeof Mode>

export const Position = z.enum(POSITIONS)
export type Position = z.infer<typeof Position>

export const PromptState = z.enum(PROMPT_STATES)
export type PromptState = z.infer<typeof PromptState>

/** A key in URLs, tallies and journey files: lower case, digits, `-` and `_`, starts with a letter or digit. */
export const Key = z
  .string()
  .max(LIMITS.keyLength)
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'use lower-case letters, digits, - and _')
export type Key = z.infer<typeof Key>

/** A BCP 47 tag as Pulso uses them: `es`, `es-419`, `pt-BR`, `zh-Hans`. */
export const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, 'use a tag like es, es-419 or pt-BR')
export type Locale = z.infer<typeof Locale>

/** One text per locale, at least one. */
export const LocalizedText = z
  .record(Locale, z.string().min(1).max(LIMITS.wordingLength))
  .refine((texts) => Object.keys(texts).length > 0, 'give the text in at least one locale')
export type LocalizedText = z.infer<typeof LocalizedText>

/** Whether `scaleMax` is one that this kind is asked with. */
export function isScaleOf(kind: Kind, scaleMax: number): boolean {
  const allowed: readonly number[] = SCALES[kind].max
  return allowed.includes(scaleMax)
}

/** How many different scores a scale has: 11 for NPS, 5 for CSAT. */
export function toScaleSteps(kind: Kind, scaleMax: number): number {
  return scaleMax - SCALES[kind].min + 1
}
