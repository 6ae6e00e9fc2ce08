import type { CardTexts } from '../card-texts.ts'
import type { Kind } from '../kind.ts'

/** What one kind of prompt says when its team has not written anything. `{name}` becomes the site's name. */
interface KindWording {
  question: string
  /** The ends of the scale; a choice and a text have none. */
  ends?: readonly [low: string, high: string]
  /** After a low, a middle and a high answer; one text is for all three. */
  followUp?: readonly [low: string, mid: string, high: string] | string
}

/** Everything that Pulso itself can say in one language. */
export interface Language {
  texts: CardTexts
  thanks: string
  /** The option that a visitor fills in. */
  other: string
  /** Labels of the links after a low, a middle and a high answer. */
  links: readonly [low: string, mid: string, high: string]
  kinds: Readonly<Record<Kind, KindWording>>
  /** What differs where visitors are spoken to formally. */
  formal?: { kinds: Readonly<Partial<Record<Kind, KindWording>>>; texts?: Partial<CardTexts>; thanks?: string }
}
