import * as z from 'zod'
import { LIMITS } from './constants.ts'
import { isScaleOf, Key, Kind, Locale, Mode, Position, PromptState, Wave } from './kind.ts'

const Wording = z.string().min(1).max(LIMITS.wordingLength)
/** Empty: this is not asked. */
const OptionalWording = z.string().max(LIMITS.wordingLength)
const Bands = { low: OptionalWording, mid: OptionalWording, high: OptionalWording }

/** What a prompt says in one language. The follow-up differs by answer. */
export const PromptWording = z.strictObject({
  question: Wording,
  /** What the lowest and the highest score mean; part of the accessible names of the end points. Choices and texts have none. */
  low: OptionalWording,
  high: OptionalWording,
  /** Names of a choice's options, by key. */
  options: z.record(Key, Wording),
  /** Name of the option that a visitor fills in. */
  other: Wording,
  /** Asked after the answer, where not empty. NPS: detractor, passive, promoter. Others: below the middle, the middle, above it. Choice: `mid`. */
  followUp: z.strictObject(Bands),
  /** A second question, answered in words; empty: none. */
  second: OptionalWording,
  thanks: Wording,
  /** Labels of the prompt's links, shown with the thanks. */
  links: z.strictObject(Bands),
})
export type PromptWording = z.infer<typeof PromptWording>

export const Days = z.number().min(0).max(3650)

/** How long a prompt keeps quiet at one touchpoint, in days, after each thing that can happen to it. */
export const Frequency = z.strictObject({
  afterAnswered: Days.default(90),
  afterDismissed: Days.default(30),
  afterShown: Days.default(7),
})
export type Frequency = z.infer<typeof Frequency>

const Globs = z.array(z.string().min(1).max(LIMITS.wordingLength)).min(1).max(50)
const Scalar = z.union([z.string().max(LIMITS.wordingLength), z.number(), z.boolean()])
/** Each property with the value it must have, or the list of which it must have one. */
const Wanted = z.record(z.string().min(1).max(LIMITS.keyLength), z.union([Scalar, z.array(Scalar).min(1).max(50)]))

/**
 * Whom and where a prompt is for. Every rule must agree; the name of the first that does not is the reason. They are
 * asked in this order: those that look at the page alone come first, so that often the visitor's device is not read.
 */
export const PromptRules = z.strictObject({
  /** Globs over the path (over the whole address if they begin with `http`); with `!` before it, not there. */
  url: Globs.optional(),
  device: z
    .array(z.enum(['phone', 'tablet', 'desktop']))
    .min(1)
    .optional(),
  /** Of the page, else of the browser: `es` means every Spanish. */
  language: z.array(Locale).min(1).optional(),
  segment: z.array(z.string().min(1).max(LIMITS.segmentLength)).min(1).optional(),
  traits: Wanted.optional(),
  /** From the N-th visit to the M-th; half an hour without a page view ends a visit. */
  visits: z.strictObject({ from: z.number().int().min(1), to: z.number().int().min(1).optional() }).optional(),
  /** Share of the visitors, always the same ones. */
  sample: z.number().min(0).max(1).optional(),
  /** Days in which a new visitor is left alone. */
  grace: Days.optional(),
})
export type PromptRules = z.infer<typeof PromptRules>

/** By what a prompt's first touchpoint is reached without the page saying so. */
export const PromptTriggers = z.strictObject({
  /** Percent of the page that have been seen, looked at when a scroll has ended. */
  scroll: z.number().min(1).max(100).optional(),
  /** The mouse leaves the page by its upper edge. */
  exit: z.literal(true).optional(),
  /** Something that this selector matches is clicked. */
  click: z.string().min(1).max(LIMITS.wordingLength).optional(),
  /** Milliseconds in which the page could be seen. */
  dwell: z.number().int().min(0).max(3_600_000).optional(),
  /** The page tells an event, with such properties. */
  event: z.strictObject({ name: z.string().min(1).max(LIMITS.keyLength), where: Wanted.optional() }).optional(),
  /** The visitor comes to such a page, also within an application of one page. */
  route: Globs.optional(),
})
export type PromptTriggers = z.infer<typeof PromptTriggers>

const Link = z
  .string()
  .max(2000)
  .regex(/^(https:\/\/|mailto:)/, 'use an address that begins with https:// or mailto:')

/** The members that a prompt has wherever it stands: complete, as the worker keeps them. */
export const PromptShape = {
  id: Key,
  version: z.number().int().min(1).default(1),
  kind: Kind,
  scaleMax: z.number().int(),
  /** Not given: live. Only what is live is asked; answers from pages that were open are taken of what is paused too. */
  state: PromptState.optional(),
  /** The touchpoints at which it is asked, by key. Empty: only when the page asks for it. */
  touchpoints: z.array(Key).max(LIMITS.touchpoints),
  /** Of several prompts at one touchpoint the highest is asked; the default is 0, ties go by their order. */
  priority: z.number().int().min(-1000).max(1000).optional(),
  /** Prompts of one group share one memory of when they were asked. */
  group: Key.optional(),
  mode: Mode.default('popover'),
  /** Start and end are left and right, or the other way around where one writes from the right. */
  position: Position.default('bottom-end'),
  /** Selector of the element that an `inline` prompt goes into. */
  target: z.string().min(1).max(LIMITS.wordingLength).optional(),
  /** How long after the touchpoint was reached, in milliseconds. */
  delayMs: z.number().int().min(0).max(3_600_000).default(1500),
  frequency: Frequency.default({ afterAnswered: 90, afterDismissed: 30, afterShown: 7 }),
  /** Shown at most so often, and never again after an answer. */
  repeat: z.number().int().min(1).max(100).optional(),
  /** Answers in all after which nobody is asked any more. */
  quota: z.number().int().min(1).optional(),
  /** In which time a verified respondent has one answer; a later one revises it. The default is a calendar month of the site. */
  wave: Wave.optional(),
  rules: PromptRules.optional(),
  triggers: PromptTriggers.optional(),
  /** Name of an event that calls it off while it is coming. */
  cancel: z.string().min(1).max(LIMITS.keyLength).optional(),
  /** Of a choice. An option keeps its place for life: new ones go to the end, `retired` ones are not shown. */
  options: z
    .array(z.strictObject({ key: Key, exclusive: z.literal(true).optional(), retired: z.literal(true).optional() }))
    .min(1)
    .max(LIMITS.options)
    .optional(),
  /** Whether several options may be chosen. */
  multiple: z.literal(true).optional(),
  /** Whether a visitor may fill in one of their own. */
  other: z.literal(true).optional(),
  /** Whether the options are shown in a random order. */
  shuffle: z.literal(true).optional(),
  /** Where the thanks may lead: a review site for promoters, support for detractors. */
  links: z.strictObject({ low: Link.optional(), mid: Link.optional(), high: Link.optional() }).optional(),
}

export const Prompt = z
  .strictObject({ ...PromptShape, wording: z.record(Locale, PromptWording) })
  .refine((prompt) => isScaleOf(prompt.kind, prompt.scaleMax), {
    path: ['scaleMax'],
    message: 'this kind is not asked with that highest score',
  })
export type Prompt = z.infer<typeof Prompt>

/** A prompt as a team writes it: wording that is not given comes from the defaults of its kind, in every language of the site. */
export const PromptDefinition = z.strictObject({
  ...PromptShape,
  scaleMax: z.number().int().optional(),
  wording: z
    .record(
      Locale,
      z
        .strictObject({ ...PromptWording.shape, followUp: z.strictObject(Bands).partial(), links: z.strictObject(Bands).partial() })
        .partial(),
    )
    .default({}),
})
export type PromptDefinition = z.infer<typeof PromptDefinition>

/** What a prompt was from some time on, the newest first. Whether it was asked then is not part of it. */
export const PromptVersionList = z.object({
  versions: z.array(
    z.object({
      version: z.number().int(),
      /** When it began, in milliseconds since 1970. */
      at: z.number(),
      prompt: Prompt,
    }),
  ),
})
export type PromptVersionList = z.infer<typeof PromptVersionList>
