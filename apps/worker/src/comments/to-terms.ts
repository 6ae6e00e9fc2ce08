import { LIMITS, REDACTIONS } from '@pulso/protocol'
import { type CommentLanguage, STOP_WORDS } from './stop-words.ts'
import type { Word } from './to-words.ts'

/** A word that can be part of a theme: the key it is counted under, and how it was written. */
export interface TermWord {
  readonly key: string
  readonly written: string
  /** Carries a sentence and no theme, so that no theme begins or ends with it. */
  readonly isStop: boolean
}

const REDACTED: ReadonlySet<string> = new Set(REDACTIONS)
const SHORTEST_WORD = 2

/**
 * The clauses of a comment as words that can become themes, a comment's worth of
 * them. Singular and plural count as one; accents do not matter, as many leave
 * them out.
 */
export function toTermClauses(comment: string, words: readonly Word[], language: CommentLanguage): TermWord[][] {
  const clauses: TermWord[][] = [[]]
  let read = 0
  for (const { text: plain, kind, start, end } of words) {
    // What a redaction left is in brackets, and no word of anybody's.
    const isMark = REDACTED.has(plain) && comment[start - 1] === '[' && comment[end] === ']'
    if (kind !== 'word' || isMark) {
      clauses.push([])
      continue
    }
    read += 1
    if (read > LIMITS.themeWords) break
    const isStop = STOP_WORDS[language].has(plain) || plain.length < SHORTEST_WORD || !/\p{L}/u.test(plain)
    clauses.at(-1)?.push({ key: toSingular(plain, language), written: comment.slice(start, end).normalize('NFC').toLowerCase(), isStop })
  }
  return clauses.filter((clause) => clause.length > 0)
}

/** Lax on purpose: a key is never shown. */
function toSingular(word: string, language: CommentLanguage): string {
  if (word.length < 5 || !word.endsWith('s')) return word
  if (language === 'es') return /[^aeiou]es$/.test(word) ? word.slice(0, -2) : /[aeo]s$/.test(word) ? word.slice(0, -1) : word
  if (/(ss|us|is)$/.test(word)) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}
