import type { HeadlessPrompt } from './conversation.ts'

/*
 * Everything here is published, so it is written out and imports nothing of the
 * protocol, which is not. A test holds the two together.
 */

/** What is asked: see the README. */
export type Kind = HeadlessPrompt['prompt']['kind']

/** Colours, corners and type of the card. Contrast is kept whatever the colours. */
export interface Look {
  /** `auto` follows the visitor's system. */
  theme?: 'auto' | 'light' | 'dark'
  /** `#rrggbb`, like the three that follow. */
  accent?: string
  onAccent?: string
  paper?: string
  ink?: string
  /** Of the card's corners, in pixels. */
  radius?: number
  /** A CSS font family; `inherit` is the page's own. */
  font?: string
  density?: 'comfortable' | 'compact'
}

/** Why a prompt is not asked: one per decision. */
export type Reason =
  | 'no-prompt'
  | 'not-loaded'
  | 'destroyed'
  | 'consent'
  | 'snoozed'
  | 'after-answered'
  | 'after-dismissed'
  | 'after-shown'
  | 'budget'
  | 'repeat'
  | 'quota'
  | 'grace'
  | 'sample'
  | 'url'
  | 'device'
  | 'language'
  | 'segment'
  | 'traits'
  | 'visits'
  | 'cancelled'
  | 'outranked'
  | 'on-screen'
  | 'other-tab'
  | 'load-failed'

/** What may be set once for the page, and changed at any time with {@link Pulso.configure}. */
export interface PulsoSettings {
  /**
   * Language of the prompts, as a BCP 47 tag such as `es` or `pt-BR`. Without
   * it the page's `<html lang>` decides, then the visitor's browser.
   */
  locale?: string
  /**
   * The visitor's value in the one grouping that the site has declared, such as
   * `premium`. Never use something that tells who the visitor is. It is not
   * sent where the visitor asks not to be tracked (GPC, DNT).
   */
  segment?: string
  /** What rules may look at, such as `{ plan: 'pro', orders: 3 }`. Never leaves the device. */
  traits?: Record<string, string | number | boolean>
  /** Colours, corners and type, over those of the site's definition. */
  look?: Look
  /** Where it remembers when it asked: default `local`. `memory` keeps nothing beyond the page. */
  storage?: 'local' | 'session' | 'memory'
  /**
   * Default: what the site's definition says. `required` asks and keeps nothing
   * until `consent('granted')`; `pending` also remembers the touchpoints of this
   * page until then.
   */
  consent?: 'not-required' | 'required' | 'pending'
  /**
   * Gives the token of a passed challenge, such as `() => turnstile.getResponse()`,
   * for a site that takes answers only with one. Called with every send.
   * A token is good for one response, so take a new one after `completed`.
   * From React by `configure`, since settings of hooks and components are data.
   */
  challenge?: () => string | undefined
  /**
   * Says who answers, where the site wants to know: a token that its own server
   * has signed for this visitor, good for ten minutes at most, or a random id
   * that means nothing elsewhere. Called as something is answered; what it gives
   * stays with that answer until it is delivered. Give nothing without the
   * visitor's consent. From React by `configure`.
   *
   * @example pulso.configure({ respondent: () => ({ respondentToken: token }) })
   */
  respondent?: () => { respondentToken: string } | { respondentId: string } | undefined
}

/** Where an asked prompt belongs in the journey. */
export interface AskOptions {
  /** Key of the touchpoint that the answer is counted at. */
  touchpoint: string
  /** Puts the prompt into this element, in the flow of the page. */
  container?: Element
}

/** What happened to a prompt. Never what somebody wrote. */
export interface PromptEvent {
  prompt: string
  touchpoint: string
  kind: Kind
  score?: number | undefined
  choices?: readonly string[] | undefined
}

/** The events of {@link Pulso.on} and what each tells. */
export interface PulsoEvents {
  shown: PromptEvent
  /** Something was chosen. It may still be changed. */
  answered: PromptEvent
  completed: PromptEvent
  /** Closed without an answer. */
  dismissed: PromptEvent
  /** Something could not be done. Pulso goes on, and tries again when there is reason to. */
  error: { reason: Reason; message: string }
}

/** Why a prompt would be asked now, or not. */
export interface Decision {
  /** The prompt's id; null when there is none at this touchpoint. */
  prompt: string | null
  /** `will-ask`, or the one reason that holds it back. */
  reason: Reason | 'will-ask'
}

/** One method of {@link Pulso} as an array: how a page calls it before the script has loaded. */
export type PulsoCall = {
  [Method in keyof Pulso]: Pulso[Method] extends (...args: infer Args) => unknown ? [method: Method, ...args: Args] : never
}[keyof Pulso]

/** Pulso on a page. None of its methods ever throws. */
export interface Pulso {
  /**
   * Tells that the visitor has reached a touchpoint. If the site asks something
   * there, and this visitor was not asked lately, the prompt appears after its
   * delay. Unknown keys ask nothing and are counted as reached.
   *
   * @example pulso.touchpoint('checkout')
   */
  touchpoint(key: string, options?: { container?: Element }): void
  /**
   * Asks now: for a feedback button, say. It does not look at how often this
   * visitor was asked, but never puts a second prompt on the screen.
   *
   * @param prompt A prompt's id, or a kind: `nps`, `csat`, `ces`, `emoji`, `thumbs`, `stars`, `choice`, `text`.
   * @example pulso.ask('nps', { touchpoint: 'checkout' })
   */
  ask(prompt: string, options: AskOptions): void
  /**
   * Tells that something happened, for prompts that wait for it or are called off by it.
   *
   * @example pulso.event('order-placed', { total: 42 })
   */
  event(name: string, properties?: Record<string, unknown>): void
  /** Changes settings from now on. */
  configure(settings: PulsoSettings): void
  /** The visitor's decision, where consent is needed. Denied: only what a visitor asks for by `ask` is shown, nothing is kept on the device, and what was kept is forgotten as by `reset`. */
  consent(decision: 'granted' | 'denied'): void
  /** Leaves this visitor alone for so many days, whatever is due. */
  snooze(days: number): void
  /** Forgets when this visitor was asked and everything else kept on the device, except answers that are not sent yet. */
  reset(): void
  /**
   * Calls the listener whenever that happens.
   *
   * @returns a function that stops it
   */
  on<Name extends keyof PulsoEvents>(event: Name, listener: (detail: PulsoEvents[Name]) => void): () => void
  /** What would happen at this touchpoint now, prompt by prompt in their order, each with one reason. */
  explain(touchpoint: string): Decision[]
  /**
   * A prompt as state and actions, to be drawn by the page itself. Nothing of
   * Pulso's own look is loaded.
   *
   * @returns undefined when there is no such prompt or it could not be loaded
   */
  headless(prompt: string, options: AskOptions): Promise<HeadlessPrompt | undefined>
  /** Removes everything that Pulso added to the page. Answers already given are still sent. */
  destroy(): void
  /** Of the widget. */
  readonly version: string
  /** True once the site's prompts are known. */
  readonly loaded: boolean
}

/** Options of `createPulso`. */
export interface PulsoOptions extends PulsoSettings {
  /** The public key of the site, `pk_…`. */
  siteKey: string
  /** Where Pulso runs, such as `https://feedback.example.com`. */
  host: string
}
