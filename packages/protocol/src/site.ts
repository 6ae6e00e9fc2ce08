import * as z from 'zod'
import { LIMITS } from './constants.ts'
import { toPrompt } from './default-wording.ts'
import { Audience, Channel, isScaleOf, Key, Kind, Locale, LocalizedText, Phase } from './kind.ts'

const Wording = z.string().min(1).max(LIMITS.wordingLength)

/** What a prompt says in one language. The follow-up differs by answer. */
export const PromptWording = z.strictObject({
  question: Wording,
  /** What the lowest and the highest score mean; part of the accessible names of the end points. */
  low: Wording,
  high: Wording,
  /** Asked after the score. NPS: detractor, passive, promoter. Others: below the middle, the middle, above it. */
  followUp: z.strictObject({ low: Wording, mid: Wording, high: Wording }),
  thanks: Wording,
})
export type PromptWording = z.infer<typeof PromptWording>

const Days = z.number().min(0).max(3650)

/** How long a prompt keeps quiet at one touchpoint, in days, after each thing that can happen to it. */
export const Frequency = z.strictObject({
  afterAnswered: Days.default(90),
  afterDismissed: Days.default(30),
  afterShown: Days.default(7),
})
export type Frequency = z.infer<typeof Frequency>

/** What is asked: complete, as the widget gets it. */
export const Prompt = z
  .strictObject({
    id: Key,
    version: z.number().int().min(1).default(1),
    kind: Kind,
    scaleMax: z.number().int(),
    /** The touchpoints at which it is asked, by key. Empty: only when the page asks for it. */
    touchpoints: z.array(Key).max(LIMITS.touchpoints),
    /** How long after the touchpoint was reached, in milliseconds. */
    delayMs: z.number().int().min(0).max(3_600_000).default(1500),
    frequency: Frequency.default({ afterAnswered: 90, afterDismissed: 30, afterShown: 7 }),
    wording: z.record(Locale, PromptWording),
  })
  .refine((prompt) => isScaleOf(prompt.kind, prompt.scaleMax), {
    path: ['scaleMax'],
    message: 'this kind is not asked with that highest score',
  })
export type Prompt = z.infer<typeof Prompt>

/** A prompt as a team writes it: wording that is not given comes from the defaults of its kind, in en and es. */
export const PromptDefinition = z.strictObject({
  ...Prompt.shape,
  scaleMax: z.number().int().optional(),
  wording: z
    .record(Locale, z.strictObject({ ...PromptWording.shape, followUp: PromptWording.shape.followUp.partial() }).partial())
    .default({}),
})
export type PromptDefinition = z.infer<typeof PromptDefinition>

export const Stage = z.strictObject({ key: Key, name: LocalizedText, phase: Phase })
export type Stage = z.infer<typeof Stage>

export const Touchpoint = z.strictObject({
  key: Key,
  stage: Key,
  name: LocalizedText,
  channel: Channel.default('digital'),
  audience: Audience.default('customer'),
  /** One of the contacts that decide what a customer thinks of the whole. */
  momentOfTruth: z.boolean().default(false),
  /** The standard the team wants to give, in the unit of the touchpoint's score. */
  targetScore: z.number().min(-100).max(100).optional(),
})
export type Touchpoint = z.infer<typeof Touchpoint>

/** An origin as browsers send it: scheme, host, port, nothing after. */
const Origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text, 'use an origin like https://example.com')

const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}, 'use an IANA time zone like Europe/Madrid')

/**
 * Body of `PUT /v1/sites/:site`: a site with its journey and prompts, whole.
 * The journey is the order in which stages and touchpoints are written.
 */
export const SiteDefinition = z
  .strictObject({
    name: z.string().min(1).max(LIMITS.wordingLength),
    /** Only at creation; made by the worker when not given. */
    siteKey: z
      .string()
      .regex(/^pk_[A-Za-z0-9_]{4,60}$/)
      .optional(),
    timeZone: TimeZone,
    defaultLocale: Locale,
    /** Origins whose answers count. None: every public origin counts, local ones are test traffic. */
    origins: z.array(Origin).max(100).default([]),
    /** Declared values of the site's one grouping. */
    segments: z.array(z.string().min(1).max(LIMITS.segmentLength)).max(LIMITS.segments).default([]),
    stages: z.array(Stage).min(1).max(20),
    touchpoints: z.array(Touchpoint).max(LIMITS.touchpoints),
    prompts: z.array(PromptDefinition).max(LIMITS.prompts),
  })
  .superRefine((site, context) => {
    const stages = new Set(site.stages.map((stage) => stage.key))
    const touchpoints = new Set(site.touchpoints.map((touchpoint) => touchpoint.key))
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (stages.size !== site.stages.length) complain(['stages'], 'two stages share a key')
    if (touchpoints.size !== site.touchpoints.length) complain(['touchpoints'], 'two touchpoints share a key')
    if (new Set(site.prompts.map((prompt) => prompt.id)).size !== site.prompts.length) complain(['prompts'], 'two prompts share an id')
    site.touchpoints.forEach((touchpoint, index) => {
      if (!stages.has(touchpoint.stage)) complain(['touchpoints', index, 'stage'], `there is no stage ${touchpoint.stage}`)
    })
    site.prompts.forEach((prompt, index) => {
      for (const key of prompt.touchpoints) {
        if (!touchpoints.has(key)) complain(['prompts', index, 'touchpoints'], `there is no touchpoint ${key}`)
      }
      if (prompt.scaleMax !== undefined && !isScaleOf(prompt.kind, prompt.scaleMax)) {
        complain(['prompts', index, 'scaleMax'], `${prompt.kind} is not asked with a highest score of ${prompt.scaleMax}`)
      }
      // What is served is the filled-in prompt, so it is that which must keep the limit.
      if (!Prompt.shape.wording.safeParse(toPrompt(prompt, site.name, site.defaultLocale).wording).success) {
        complain(['prompts', index, 'wording'], `a text is longer than ${LIMITS.wordingLength} characters once {name} is filled in`)
      }
    })
  })
export type SiteDefinition = z.infer<typeof SiteDefinition>
/** A site definition as a person writes it, before defaults are filled in. */
export type SiteDefinitionInput = z.input<typeof SiteDefinition>

/** A site as the management API gives it back. */
export const Site = z.object({
  id: Key,
  name: z.string(),
  siteKey: z.string(),
  timeZone: z.string(),
  defaultLocale: Locale,
  origins: z.array(z.string()),
  segments: z.array(z.string()),
  stages: z.array(Stage),
  touchpoints: z.array(Touchpoint),
  prompts: z.array(Prompt),
  /** How many seeded demo responses are mixed into the scores; 0 on a real site. */
  demoResponses: z.number(),
})
export type Site = z.infer<typeof Site>

/** What the site script carries, and `GET /w/:siteKey.json` gives to the npm package. */
export const SitePrompts = z.object({
  siteKey: z.string(),
  defaultLocale: Locale,
  prompts: z.array(Prompt),
})
export type SitePrompts = z.infer<typeof SitePrompts>
