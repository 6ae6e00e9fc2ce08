import * as z from 'zod'
import { CardTexts } from './card-texts.ts'
import { LIMITS, OTHER_OPTION, OTHER_SEGMENT } from './constants.ts'
import { toPrompt } from './default-wording.ts'
import { findJourneyMistakes, Stage, Touchpoint } from './journey-definition.ts'
import { isScaleOf, Key, Kind, Locale, Mode, Position, Wave } from './kind.ts'

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

const Days = z.number().min(0).max(3650)

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

/** Whom and where a prompt is for. Every rule must agree; the name of one that does not is the reason. */
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
  /** Percent of the page that have been seen. */
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

/** What is asked: complete, as the worker keeps it. */
const PromptShape = {
  id: Key,
  version: z.number().int().min(1).default(1),
  kind: Kind,
  scaleMax: z.number().int(),
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

const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'use a colour like #4b3fd0')

/** How prompts look on a site's pages. Contrast is kept whatever the colours. */
export const Look = z.strictObject({
  /** `auto` follows the visitor's system. */
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  accent: Colour.optional(),
  onAccent: Colour.optional(),
  paper: Colour.optional(),
  ink: Colour.optional(),
  /** Of the card's corners, in pixels. */
  radius: z.number().min(0).max(32).optional(),
  /** A CSS font family; `inherit` is the page's own. */
  font: z.string().min(1).max(200).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
})
export type Look = z.infer<typeof Look>

/** At most so many prompts in so many days. */
const Budget = z.strictObject({ showings: z.number().int().min(1).max(20), days: Days })

/**
 * An origin as browsers send it: scheme, host, port, nothing after. With `*.` before
 * a host of at least two labels, every origin below that host, and not the host itself.
 */
const Origin = z.string().refine((text) => {
  const one = text.replace('//*.', '//any.')
  if (one.includes('*') || !URL.canParse(one) || new URL(one).origin !== one) return false
  return one === text || one.split('.').length > 2
}, 'use an origin like https://example.com or https://*.example.com')

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
    /** What `GET` gave, if it is sent back: it must be the id in the address. */
    id: Key.optional(),
    /** What `GET` gave, if it is sent back: it is passed over. */
    demoResponses: z.number().optional(),
    name: z.string().min(1).max(LIMITS.wordingLength),
    /** Only at creation; made by the worker when not given. */
    siteKey: z
      .string()
      .regex(/^pk_[A-Za-z0-9_]{4,60}$/, 'use a site key: pk_ and 4 to 60 letters, digits or _')
      .optional(),
    timeZone: TimeZone,
    defaultLocale: Locale,
    /** Origins whose answers count. None: every public origin counts, local ones are test traffic. */
    origins: z.array(Origin).max(100).default([]),
    /** Whether answers from pages without an origin of their own (`Origin: null`: sandboxed frames, files) count. Anybody can make such a page. */
    nullOrigin: z.literal(true).optional(),
    /** Only answers that carry a token of this Cloudflare Turnstile widget are taken. Its secret is the deployment's: see docs/ingestion.md. */
    turnstile: z.strictObject({ siteKey: z.string().min(1).max(LIMITS.keyLength) }).optional(),
    /** Declared values of the site's one grouping. */
    segments: z.array(z.string().min(1).max(LIMITS.segmentLength)).max(LIMITS.segments).default([]),
    /** The languages that prompts are served in, besides those they are written in. */
    locales: z.array(Locale).min(1).max(50).default(['en', 'es']),
    /** How visitors are spoken to where a language can do both: informal by default. */
    tone: z.enum(['informal', 'formal']).default('informal'),
    look: Look.optional(),
    /** Whether a visitor must agree before anything is asked or kept. */
    consent: z.enum(['not-required', 'required', 'pending']).default('not-required'),
    /** At most so many prompts in so many days, all prompts together. */
    budget: Budget.optional(),
    /** Whose answers are taken: everybody's, or only those of people whom the site's own server vouches for. */
    respondents: z.enum(['any', 'verified']).default('any'),
    /** From how many answers to one prompt from one network in an hour they look stuffed. 0: never, as for a kiosk. */
    networkAnswersPerHour: z.number().int().min(0).max(100_000).default(LIMITS.networkAnswersPerHour),
    /** After how many days answers are deleted; what they counted stays. Not given: never. */
    retentionDays: z.number().int().min(LIMITS.retentionDaysLeast).max(LIMITS.retentionDaysMost).optional(),
    stages: z.array(Stage).min(1).max(20),
    touchpoints: z.array(Touchpoint).max(LIMITS.touchpoints),
    prompts: z.array(PromptDefinition).max(LIMITS.prompts),
  })
  .superRefine((site, context) => {
    const touchpoints = new Set(site.touchpoints.map((touchpoint) => touchpoint.key))
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (new Set(site.segments).size !== site.segments.length) complain(['segments'], 'two segments share a name')
    if (site.segments.includes(OTHER_SEGMENT))
      complain(['segments'], `${OTHER_SEGMENT} is where values that are not declared count by themselves`)
    for (const { path, message } of findJourneyMistakes(site)) complain(path, message)
    if (new Set(site.prompts.map((prompt) => prompt.id)).size !== site.prompts.length) complain(['prompts'], 'two prompts share an id')
    site.prompts.forEach((prompt, index) => {
      for (const key of prompt.touchpoints) {
        if (!touchpoints.has(key)) complain(['prompts', index, 'touchpoints'], `there is no touchpoint ${key}`)
      }
      if (prompt.scaleMax !== undefined && !isScaleOf(prompt.kind, prompt.scaleMax)) {
        complain(['prompts', index, 'scaleMax'], `${prompt.kind} is not asked with a highest score of ${prompt.scaleMax}`)
      }
      const keys = (prompt.options ?? []).map((option) => option.key)
      if ((prompt.kind === 'choice') !== (prompt.options !== undefined))
        complain(['prompts', index, 'options'], 'a choice has options, and only a choice')
      if (new Set(keys).size !== keys.length || keys.includes(OTHER_OPTION)) {
        complain(['prompts', index, 'options'], `options have different keys, and none is ${OTHER_OPTION}: set other to true instead`)
      }
      if (prompt.triggers && prompt.touchpoints.length === 0)
        complain(['prompts', index, 'touchpoints'], 'a trigger needs a touchpoint to reach')
      // What is served is the filled-in prompt, so it is that which must keep the limit.
      if (!Prompt.shape.wording.safeParse(toPrompt(prompt, site).wording).success) {
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
  nullOrigin: SiteDefinition.shape.nullOrigin,
  turnstile: SiteDefinition.shape.turnstile,
  segments: z.array(z.string()),
  // Sites stored before these existed have the defaults.
  locales: SiteDefinition.shape.locales,
  tone: SiteDefinition.shape.tone,
  look: SiteDefinition.shape.look,
  consent: SiteDefinition.shape.consent,
  budget: SiteDefinition.shape.budget,
  respondents: SiteDefinition.shape.respondents,
  networkAnswersPerHour: SiteDefinition.shape.networkAnswersPerHour,
  retentionDays: SiteDefinition.shape.retentionDays,
  stages: z.array(Stage),
  touchpoints: z.array(Touchpoint),
  prompts: z.array(Prompt),
  /** How many seeded demo responses are mixed into the scores; 0 on a real site. */
  demoResponses: z.number(),
})
export type Site = z.infer<typeof Site>

/** A prompt as a page gets it: without its words, which come by language and only when it is asked. */
export const SitePrompt = z
  .object({
    ...PromptShape,
    /** Milliseconds without it, by the reason that it then gives, in the order in which a page keeps the times: see `toClockKey`. */
    waitsMs: z.object({ 'after-answered': z.number(), 'after-dismissed': z.number(), 'after-shown': z.number() }),
    /** With everything else that can hold it back. A name that a page has no rule for says no: so does `quota`, which is only there once it is met. */
    rules: PromptRules.extend({
      budget: Budget.optional(),
      repeat: z.number().int().optional(),
      quota: z.number().int().optional(),
    }),
  })
  .omit({ frequency: true, repeat: true, quota: true })
export type SitePrompt = z.infer<typeof SitePrompt>

/** What the site script carries, and `GET /w/:siteKey.json` gives to the npm package. Prompts stand in the order of their priority. */
export const SitePrompts = z.object({
  siteKey: z.string(),
  /** Changes with the content: wording fetched with it can be cached for long. */
  version: z.string(),
  defaultLocale: Locale,
  locales: z.array(Locale),
  look: Look.optional(),
  consent: SiteDefinition.shape.consent.unwrap(),
  prompts: z.array(SitePrompt),
})
export type SitePrompts = z.infer<typeof SitePrompts>

/** Answer of `GET /w/:siteKey/:locale.json`: everything that is said in one language. */
export const WordingPack = z.object({
  locale: Locale,
  texts: CardTexts,
  prompts: z.record(Key, PromptWording),
})
export type WordingPack = z.infer<typeof WordingPack>
