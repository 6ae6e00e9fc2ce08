import type { Prompt } from '@pulso/protocol/types'
import type { Happening } from './frequency-clock.ts'

/** What a visitor does with a prompt, as it happens. The card calls it; delivery keeps it. */
export interface Recorder {
  shown(): void
  answered(score: number): void
  /** The comment as typed so far: kept, and sent only if the visitor leaves the page. */
  drafted(comment: string): void
  completed(comment: string): void
  /** Closed by the visitor: a comment that was not sent is forgotten, a score is kept. */
  dismissed(): void
}

/** A prompt in the page: built hidden, shown by `reveal`. */
export interface Card {
  reveal(): void
  destroy(): void
}

/** The chunk that draws. It knows no queue and no network. */
export interface UiModule {
  createCard(prompt: Prompt, locale: string, recorder: Recorder, onClosed: () => void): Card
}

/** What a response says from its beginning. */
export interface Occasion {
  prompt: Prompt
  touchpoint: string
  locale: string
  segment: string | undefined
}

/** Gets answers to the worker, however often it takes. */
export interface Delivery {
  record(occasion: Occasion, onHappening: (happening: Happening) => void): Recorder
  destroy(): void
}

/** The chunk that sends. */
export interface DeliveryModule {
  /** `onUnsent` tells whether something still waits on this device, for the next page view to know. */
  createDelivery(siteKey: string, endpoint: string, onUnsent: (unsent: boolean) => void): Delivery
}

/** The parts that arrive later, and where answers go: all that differs between the script tag and npm. */
export interface Parts {
  endpoint: string
  loadUi(): Promise<UiModule>
  loadDelivery(): Promise<DeliveryModule>
}
