/** Where a visitor and a prompt are with each other. */
export interface ConversationState {
  /** `over` is when the card goes. */
  step: 'asking' | 'following' | 'second' | 'thanking' | 'over'
  /** -1, which no scale has, until something is chosen. */
  score: number
  /** Keys of the chosen options, `other` included. */
  choices: readonly string[]
  /** What was written beside `other`. */
  other: string
  /** The comment, or the suggestion of a text prompt, as typed so far. */
  comment: string
  /** The answer to the second question, as typed so far. */
  second: string
  /** Which follow-up the answer gets. Choices and texts: `mid`. */
  band: 'low' | 'mid' | 'high'
}

/** A prompt and its visitor as state and actions, without any drawing. */
export interface Conversation {
  /** A new object after every change. */
  readonly state: ConversationState
  /** Calls after every change; the result stops it. */
  subscribe(listener: () => void): () => void
  /** Kept at once as a partial answer. A score and a single option lead on to the next step; several options and `other` wait for `next`. */
  choose(answer: number | readonly string[], other?: string): void
  /** The comment, suggestion or second answer as typed so far: which one, the step tells. Sent by `next` or when the page is left. */
  write(text: string): void
  /** Deliberately on from this step; after the last one the answer is complete. */
  next(): void
  back(): void
  /** Closed by the visitor: what was typed and not sent is forgotten, a choice is kept. */
  close(): void
}

/** What a prompt says in one language. An empty text is not asked. */
export interface PromptWords {
  question: string
  /** What the ends of the scale mean. */
  low: string
  high: string
  /** Names of a choice's options, by key. */
  options: Record<string, string>
  other: string
  followUp: { low: string; mid: string; high: string }
  second: string
  thanks: string
  links: { low: string; mid: string; high: string }
}

/** A prompt without any drawing: what to say, and the conversation to lead. */
export interface HeadlessPrompt extends Conversation {
  readonly prompt: {
    readonly id: string
    readonly kind: 'nps' | 'csat' | 'ces' | 'emoji' | 'thumbs' | 'stars' | 'choice' | 'text'
    /** The highest score; the lowest is 0 for `nps` and `thumbs`, else 1. */
    readonly scaleMax: number
  }
  readonly wording: PromptWords
  readonly locale: string
}
