import { AFTERTHOUGHTS_EN, COMMENTS_EN } from './comments-en.ts'
import { AFTERTHOUGHTS_ES, COMMENTS_ES } from './comments-es.ts'
import { COMMENTS_OF_SOME_EN } from './comments-of-some-en.ts'
import { COMMENTS_OF_SOME_ES } from './comments-of-some-es.ts'
import type { SeededRandom } from './seeded-random.ts'

export type Mood = 'low' | 'mid' | 'high'

/** Touchpoint → mood → sentences without their full stop. */
export type CommentTexts = Record<string, Record<Mood, readonly string[]>>

const BOOKS = {
  es: { comments: { ...COMMENTS_ES, ...COMMENTS_OF_SOME_ES }, afterthoughts: AFTERTHOUGHTS_ES },
  en: { comments: { ...COMMENTS_EN, ...COMMENTS_OF_SOME_EN }, afterthoughts: AFTERTHOUGHTS_EN },
} as const

/** A sentence is not said again until this many comments later, whatever was added to it. */
const MEMORY = 30

/** Writes comments as different people would: no sentence comes back while the last page of comments still shows it. */
export function createCommentBook(random: SeededRandom) {
  const recent: string[] = []
  const pick = (sentences: readonly string[]) => sentences[random.below(sentences.length)]
  /** A comment, or nothing when everything that fits has been said of late. */
  const write = (touchpoint: string, mood: Mood, { locale, segment }: { locale: 'es' | 'en'; segment: string | undefined }) => {
    const { comments, afterthoughts } = BOOKS[locale]
    const texts: Partial<CommentTexts> = comments
    const fitting = [texts[touchpoint], texts[`${touchpoint} ${segment}`]].flatMap((ofMoods) => ofMoods?.[mood] ?? [])
    const sentence = pick(fitting.filter((text) => !recent.includes(text)))
    if (sentence === undefined) return undefined
    recent.push(sentence)
    if (recent.length > MEMORY) recent.shift()
    // Some people punctuate, some go on, some do neither. What is added is what customers say, and they alone have a segment.
    const manner = random.weighted([4, 3, segment === undefined ? 0 : 3])
    if (manner === 0) return `${sentence}.`
    return manner === 1 ? sentence : `${sentence}. ${pick(afterthoughts[mood])}.`
  }
  return { write }
}
