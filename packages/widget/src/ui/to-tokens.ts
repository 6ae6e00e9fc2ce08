import { type Colour, keepContrast, mix, toContrast } from './contrast.ts'

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what must be seen to be used. */
export const TEXT = 4.5
export const CONTROL = 3

const WHITE: Colour = [255, 255, 255]
const NIGHT: Colour = [22, 20, 31]
/** Outline of a filled star. */
const GOLD: Colour = [148, 98, 0]

/** The colours that a look may wish for. */
export interface Wishes {
  paper: Colour
  ink: Colour
  accent: Colour
  /** Of texts on the accent; black or white, whichever is easier to read, when not given. */
  onAccent: Colour | undefined
}

/**
 * The card's colours for a wished look: each as wished, if it can be read, else
 * moved in lightness as little as it takes. The paper is never moved.
 */
export function toTokens({ paper, ink: wishedInk, accent: wishedAccent, onAccent }: Wishes) {
  const ink = keepContrast(wishedInk, paper, TEXT)
  // What is pointed at is tinted, and its text must still be read.
  const hint = mix(ink, paper, 0.06)
  const tint = toContrast(ink, hint) >= TEXT ? hint : paper
  const onBoth = (colour: Colour, ratio: number) => keepContrast(keepContrast(colour, paper, ratio), tint, ratio)
  const accent = onBoth(wishedAccent, CONTROL)
  return {
    paper,
    ink,
    accent,
    'on-accent': keepContrast(onAccent ?? (toContrast(WHITE, accent) >= TEXT ? WHITE : NIGHT), accent, TEXT),
    soft: onBoth(mix(ink, paper, 0.72), TEXT),
    line: onBoth(mix(ink, paper, 0.5), CONTROL),
    gold: onBoth(GOLD, CONTROL),
    tint,
  }
}
