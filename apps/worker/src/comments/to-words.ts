import { toFolded } from '../privacy/redact-fold.ts'

/** A piece of a comment: a word in its plain form, an emoji or emoticon, or what ends a clause. */
export interface Word {
  readonly text: string
  readonly kind: 'word' | 'sign' | 'break'
  /** Its offsets in the comment, in UTF-16 units, `end` not included. */
  readonly start: number
  readonly end: number
}

/**
 * Emoticons, words with what hangs on their apostrophes, emoji, ends of clauses.
 * No part can begin where another goes on, so the time grows with the length
 * and nothing else.
 */
const PIECE =
  /([:;=]['-]?[)(dp/|\]]+(?![\p{L}\p{N}])|<3|\p{Extended_Pictographic})|([\p{L}\p{N}]+(?:['’´][\p{L}\p{N}]+)*)|[.,;:!?¡¿()[\]…\n]/gu

/** A comment in lower case and without accents, cut into pieces. */
export function toWords(comment: string): Word[] {
  const { text, starts, ends } = toFolded(comment)
  return Array.from(text.matchAll(PIECE), (match): Word => {
    const [piece, sign, word] = match
    return {
      text: word?.replace(/[’´]/g, "'") ?? piece,
      kind: sign ? 'sign' : word ? 'word' : 'break',
      start: starts[match.index] ?? 0,
      end: ends[match.index + piece.length - 1] ?? comment.length,
    }
  })
}
