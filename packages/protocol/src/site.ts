import * as z from 'zod'
import { CardTexts } from './card-texts.ts'
import { LIMITS, OTHER_OPTION, OTHER_SEGMENT } from './constants.ts'
import { toPrompt } from './default-wording.ts'
import { findJourneyMistakes, Stage, Touchpoint } from './journey-definition.ts'
import { isScaleOf, Key, Locale } from './kind.ts'
import { Days, Prompt, PromptDefinition, PromptRules, PromptShape, PromptWording } from './prompt.ts'

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
  .omit({ frequency: true, repeat: true, quota: true, state: true })
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
