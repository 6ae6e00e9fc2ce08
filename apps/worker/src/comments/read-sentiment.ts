import { EMOTIONS, type Emotion, LIMITS, type Sentiment } from '@pulso/protocol'
import { toEnglishLexicon } from './english-lexicon.ts'
import { findHits, type Hit } from './find-hits.ts'
import { toSpanishLexicon } from './spanish-lexicon.ts'
import type { CommentLanguage } from './stop-words.ts'
import { toCommentLanguage } from './to-comment-language.ts'
import { toWords, type Word } from './to-words.ts'

/** How fast the sum of valences approaches ±1: one plain word is 0.7 of the way. */
const SATURATION = 4
/** Closer to 0 than this is neither. */
const NEUTRAL = 0.25

const SILENT: Sentiment = { value: null, label: null, emotion: null, by: 'lexicon' }

/**
 * What a comment feels like, by the words it uses: a lexicon of ours for Spanish
 * and English, with denial, degree, "but" and what only looks as if. The same
 * text always reads the same. `docs/words.md` says how often it is right.
 *
 * Rules over a weighed lexicon are an idea of Hutto, C. J. and Gilbert, E. (2014),
 * "VADER: A parsimonious rule-based model for sentiment analysis of social media
 * text", ICWSM 8; words, weights and code are our own.
 *
 * @param locale of the card that the comment was written on
 * @returns null for the value and the label when no word says anything
 */
export function readSentiment(comment: string, locale: string): Sentiment {
  const words = toWords(comment.slice(0, LIMITS.commentLength))
  return readSentimentOfWords(words, toCommentLanguage(words, locale))
}

/** The same of a comment that is cut into words already, for whoever needs these too. */
export function readSentimentOfWords(words: readonly Word[], language: CommentLanguage | null): Sentiment {
  if (language === null) return SILENT
  return toSentiment(findHits(words, language === 'es' ? toSpanishLexicon() : toEnglishLexicon()))
}

function toSentiment(hits: readonly Hit[]): Sentiment {
  if (hits.length === 0) return SILENT
  const sum = hits.reduce((total, hit) => total + hit.valence, 0)
  const value = Math.round((100 * sum) / Math.sqrt(sum ** 2 + SATURATION)) / 100
  const label = Math.abs(value) < NEUTRAL ? 'neutral' : value > 0 ? 'positive' : 'negative'
  return { value, label, emotion: label === 'neutral' ? null : toEmotion(hits, Math.sign(value)), by: 'lexicon' }
}

/** The emotion that most of the words of the comment's own sign speak of. */
function toEmotion(hits: readonly Hit[], sign: number): Emotion | null {
  const weights = EMOTIONS.map((emotion) => {
    const weight = hits.reduce((sum, hit) => (hit.emotion === emotion && hit.valence * sign > 0 ? sum + Math.abs(hit.valence) : sum), 0)
    return { emotion, weight }
  })
  const strongest = weights.reduce((best, one) => (one.weight > best.weight ? one : best))
  return strongest.weight > 0 ? strongest.emotion : null
}
