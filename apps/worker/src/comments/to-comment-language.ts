import { type CommentLanguage, STOP_WORDS } from './stop-words.ts'
import type { Word } from './to-words.ts'

/**
 * The language a comment is written in, of those that we read, by its small
 * words; where they do not say, that of the card it was written on. Null for
 * a card in any other language.
 */
export function toCommentLanguage(words: readonly Word[], locale: string): CommentLanguage | null {
  let spanish = 0
  let english = 0
  for (const { text } of words) {
    const [isSpanish, isEnglish] = [STOP_WORDS.es.has(text), STOP_WORDS.en.has(text)]
    if (isSpanish && !isEnglish) spanish += 1
    if (isEnglish && !isSpanish) english += 1
  }
  const asked = locale.toLowerCase().split('-')[0]
  // Catalan, Portuguese and Italian share too many small words with Spanish for a card in another language to be guessed at.
  if (asked !== 'es' && asked !== 'en') return null
  if (spanish === english) return asked
  return spanish > english ? 'es' : 'en'
}
