import type { CardTexts } from './card-texts.ts'
import type { PromptWording } from './prompt.ts'
import type { Look, SitePrompt } from './site.ts'

/*
 * What an editor and the preview page of the widget (`/widget/preview`) say to each
 * other, by messages of one origin. Types alone: neither stores or sends any of it.
 */

/** Where the preview begins: at the question, at the follow-up of a band, at the second question, or at the thanks. */
export type PreviewView = 'question' | 'low' | 'mid' | 'high' | 'second' | 'thanks'

/** Draws this prompt, as a page of the site would in this language. */
export interface PreviewOrder {
  type: 'pulso-preview-order'
  /** Comes back with the reply. */
  turn: number
  prompt: Omit<SitePrompt, 'waitsMs' | 'rules'>
  wording: PromptWording
  texts: CardTexts
  locale: string
  look: Look
  view: PreviewView
  /** While somebody is typing elsewhere: no motion, and nothing is announced. */
  isQuiet: boolean
}

/** A colour that the widget does not take as it was wished for, because it could not be seen or read. */
export interface ColourChange {
  theme: 'light' | 'dark'
  colour: 'ink' | 'accent' | 'onAccent'
  wished: string
  used: string
  /** What it lies on. */
  ground: string
  /** Contrast of what was wished for with what it lies on, from 1 to 21 (WCAG 2.2). */
  ratio: number
  /** What it takes. */
  needed: number
}

export type PreviewReply =
  | { type: 'pulso-preview-reply'; is: 'ready' }
  /** `step`: where the conversation is then, which is not the wished view where that has nothing to say. */
  | {
      type: 'pulso-preview-reply'
      is: 'drawn'
      turn: number
      step: 'asking' | 'following' | 'second' | 'thanking' | 'over'
      changes: ColourChange[]
    }
  | { type: 'pulso-preview-reply'; is: 'failed'; turn: number }
