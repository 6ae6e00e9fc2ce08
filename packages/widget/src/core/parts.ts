import type { Look, PromptWording, ReachOutcome, Reason, SitePrompt, SitePrompts, WordingPack } from '@pulso/protocol/types'
import type { Conversation } from '../conversation.ts'
import type { Pulso, PulsoEvents, PulsoSettings } from '../pulso.ts'
import type { DeviceStorage } from './device-storage.ts'

/** What a visitor does with a prompt, as it happens. Delivery keeps it. */
export interface Recorder {
  shown(): void
  answered(answer: { score: number } | { choices: readonly string[]; other: string }): void
  /** A text as typed so far: kept, and sent only if the visitor leaves the page. */
  drafted(texts: { comment?: string; second?: string }): void
  completed(texts: { comment?: string; second?: string }): void
  dismissed(): void
}

/** A prompt in the page: built hidden, shown by `reveal`. */
export interface Card {
  readonly host: Element
  reveal(): void
  destroy(): void
}

/** Where in the page a prompt goes. */
interface Place {
  mode: SitePrompt['mode']
  position: SitePrompt['position']
  /** For `inline`: the element it is put into. */
  container: Element | undefined
}

export interface CardOptions {
  prompt: SitePrompt
  wording: PromptWording
  texts: WordingPack['texts']
  locale: string
  conversation: Conversation
  place: Place
  look: Look
  load: LoadPart
  /** Called when the visitor sees the question, where that is not when the card is revealed. */
  onOpened(): void
  /** Called once, when the card has gone from the page. */
  onClosed(): void
}

/** The chunk that draws. It knows no queue and no network. */
interface UiModule {
  createCard(options: CardOptions): Promise<Card>
}

/** The parts that arrive when they are needed, each a file of its own. */
export type PartModules = {
  asking: AskingModule
  ui: UiModule
  debug: ExtraModule
  element: ExtraModule
  look: LookModule
} & { [Name in `kind-${LazyKind}`]: KindModule } & { [Name in `mode-${LazyMode}`]: ModeModule }

/** Kinds whose drawing is a file of its own; the others are scales of numbers. */
export type LazyKind = 'emoji' | 'thumbs' | 'stars' | 'choice' | 'text'
/** Ways of showing that are a file of their own; the popover is not. */
type LazyMode = Exclude<SitePrompt['mode'], 'popover'>

export type LoadPart = <Name extends keyof PartModules>(name: Name) => Promise<PartModules[Name]>

/** What the first step of a prompt is drawn from. */
export interface QuestionProps {
  prompt: SitePrompt
  wording: PromptWording
  texts: WordingPack['texts']
  locale: string
  conversation: Conversation
}

type Child = Element | string | false | undefined

/**
 * Makes an element: functions listen to the event they are named by, false and
 * undefined are left out. Lent to the lazy chunks, so that none carries it again.
 */
export type CreateElement = (
  tag: string,
  attributes: Record<string, string | number | boolean | undefined | ((event: Event) => void)>,
  ...children: (Child | Child[])[]
) => Element

/** How one kind of prompt looks. */
export interface KindModule {
  css: string
  /** The question's controls. They show by themselves what is chosen, until the next step. */
  drawQuestion(h: CreateElement, props: QuestionProps): Element
  /** What was chosen, small, beside the follow-up; nothing for what is better not repeated. */
  drawChosen?(h: CreateElement, props: QuestionProps): Element
}

/** One way of showing a card, other than in a corner. */
export interface ModeModule {
  css: string
  /** Prepares the card before it is in the page. */
  mount?(parts: ModeParts): ModeMount
}
interface ModeParts {
  host: HTMLElement
  root: HTMLElement
  shadow: ShadowRoot
  texts: WordingPack['texts']
  container: Element | undefined
  close(): void
  /** Tells that the visitor has opened what was only announced: the focus goes in. */
  opened(): void
}
/** What a mode does beyond showing the card's host and removing it. */
interface ModeMount {
  reveal?(): void
  detach?(): void
  /** Closing before an answer folds the card away instead of ending it. */
  fold?(): void
}

/** Colours that can be read, whatever was wished for. */
export interface LookModule {
  /** Writes the tokens of this look into the style sheet. `probe` is an element of the card, to read colours with. */
  apply(look: Look, host: HTMLElement, probe: HTMLElement, sheet: CSSStyleSheet): void
}

/** What the core needs from the chunk that asks and sends. */
export interface Asking {
  /** Shows a prompt when its delay after `reachedAt` is over, unless `holdBack` then gives a reason. */
  bring(
    prompt: SitePrompt,
    touchpoint: string,
    container: Element | undefined,
    reachedAt: number,
    holdBack: () => Reason | undefined,
  ): Promise<void>
  ask: (...args: Parameters<Pulso['ask']>) => Promise<void>
  headless: Pulso['headless']
  snooze: Pulso['snooze']
  reset: Pulso['reset']
  /** Does nothing: what there is to begin with has begun when this part arrives. */
  start(): void
}

/** What the core gives to the chunk that asks and sends. */
export interface AskingContext extends TriggerPage {
  site: SitePrompts
  settings: PulsoSettings
  pulso: Pulso & TriggerPage['pulso']
  /** Where the worker is, with a slash at its end. */
  base: string
  load: LoadPart
  storage: DeviceStorage
  /** When the browser has nothing better to do, a second from now at the latest. */
  idle(): Promise<unknown>
  /** The visitor's decision, or what holds without one. */
  toConsent(): PulsoSettings['consent'] | 'granted' | 'denied'
  /** Where the times of a prompt at a touchpoint are kept, or those of its group. */
  toClockKey(prompt: SitePrompt, touchpoint: string): string
  count(touchpoint: string, outcome: ReachOutcome, promptId: string): void
  /** What was counted and not yet sent, a line each. */
  counted: string
  emit<Name extends keyof PulsoEvents>(name: Name, detail: PulsoEvents[Name]): void
  /** What is on this page's screen, as long as the page leaves it there: there is never a second prompt. */
  host?: Element
}

interface AskingModule {
  createAsking(context: AskingContext): Asking
}

/** A chunk that goes on by itself until the signal ends it. */
interface ExtraModule {
  start(pulso: Pulso, site: SitePrompts, signal: AbortSignal): void
}

/** What is known of this visit when a rule is asked. */
export interface Visit {
  prompt: Pick<SitePrompt, 'id'>
  settings: PulsoSettings
  storage: Pick<DeviceStorage, 'get' | 'set'>
  now: number
  /** When this prompt was last answered, dismissed and shown, and how often it was shown. */
  times(): readonly number[]
}

/** Whether a prompt may be asked, as far as this rule goes. Its name is the reason when it says no. */
type Rule<Value = never> = (value: Value, visit: Visit) => boolean

/** Listens for a moment of the page until `signal` ends it. */
type Trigger<Value = never> = (value: Value, fire: () => void, page: TriggerPage) => void

export interface TriggerPage {
  /** Ends everything. */
  signal: AbortSignal
  pulso: {
    /** Calls with every event that the page tells by `pulso.event`. */
    on(event: 'event', listener: (name: string, properties?: Record<string, unknown>) => void): void
  }
}

/** Rules and triggers by their names in a prompt's definition. */
export type Rules = Partial<Record<string, Rule>>
export type Triggers = Partial<Record<string, Trigger>>
/** A prompt that is `coming` is chosen, and shown when its delay is over. */
export type ComingPrompt = SitePrompt & { coming?: boolean }
/** Listens for what every prompt waits for, and fires with the prompt; and for what calls it off while it is coming. */
export type Arm = (prompts: readonly ComingPrompt[], fire: (prompt: SitePrompt) => void, page: TriggerPage) => void
