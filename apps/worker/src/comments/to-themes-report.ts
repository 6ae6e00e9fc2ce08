import { LIMITS, type Sentiment, type Theme, type ThemesReport, type TouchpointFeeling } from '@pulso/protocol'
import { FALSE_DISCOVERY_RATE, hasEnoughData, type TellingTerm, toShareEstimate, toTellingTerms } from '@pulso/stats'
import type { ReadComments, StoredComment } from './comment-store.ts'
import { countTerms } from './count-terms.ts'
import { readSentimentOfWords } from './read-sentiment.ts'
import type { CommentLanguage } from './stop-words.ts'
import { toCommentLanguage } from './to-comment-language.ts'
import { type TermWord, toTermClauses } from './to-terms.ts'
import { toWords } from './to-words.ts'

interface ThemesInput extends Pick<ThemesReport, 'range' | 'previous' | 'touchpoint' | 'environment' | 'lane' | 'asOf'> {
  /** Comments of both ranges, the newest first. */
  readonly read: ReadComments
}

interface ReadComment extends StoredComment {
  readonly clauses: readonly TermWord[][]
  readonly sentiment: Sentiment
  readonly isHere: boolean
  readonly language: CommentLanguage | null
}

const LANGUAGES: readonly CommentLanguage[] = ['es', 'en']

/**
 * What the comments of a range and touchpoint are about, and how they feel. Here
 * is the range at the touchpoint; elsewhere is everything else that was read: the
 * range before, and the other touchpoints of both. Each language is compared
 * with itself, so that a touchpoint of tourists is not about English.
 */
export function toThemesReport({ read, ...asked }: ThemesInput): ThemesReport {
  const isHere = ({ day, touchpoint }: StoredComment) =>
    day >= asked.range.from && (asked.touchpoint === null || touchpoint === asked.touchpoint)
  const sided = read.comments.map((comment): ReadComment => {
    const words = toWords(comment.text)
    const language = toCommentLanguage(words, comment.locale)
    // The words themselves are let go: those of thousands of long comments do not fit into a worker.
    const clauses = language ? toTermClauses(comment.text, words, language) : []
    return { ...comment, isHere: isHere(comment), language, clauses, sentiment: readSentimentOfWords(words, language) }
  })
  const documents = LANGUAGES.map((language) => sided.filter((comment) => comment.language === language))
  const counted = LANGUAGES.map((_, group) => countTerms(documents[group] ?? []))
  const { terms, lookedAt } = toTellingTerms(counted.map(({ group }) => group))
  const themes = saidOnce(terms, ({ group, term }) => counted[group]?.toPlaces(term) ?? []).flatMap(
    ({ group, term, here, ...rest }): Theme[] => {
      const [language, count] = [LANGUAGES[group], counted[group]]
      if (!language || !count) return []
      const examples = count
        .toPlaces(term)
        .slice(0, LIMITS.themeExamples)
        .flatMap((place) => documents[group]?.[place] ?? [])
      return [
        {
          text: count.toText(term),
          language,
          n: here,
          elsewhere: rest.elsewhere,
          logOdds: rest.logOdds,
          z: rest.z,
          q: rest.q,
          examples: examples.map(({ id, text, occurredAt }) => ({ id, text, occurredAt })),
        },
      ]
    },
  )
  const here = sided.filter((comment) => comment.isHere).length
  return {
    ...asked,
    comments: {
      here,
      elsewhere: sided.length - here,
      otherLanguages: sided.filter(({ language }) => language === null).length,
      rowsRead: read.rowsRead,
      isAll: read.isAll,
    },
    formula: 'log-odds/dirichlet',
    falseDiscoveryRate: FALSE_DISCOVERY_RATE,
    lookedAt,
    enoughData: hasEnoughData(Math.min(here, sided.length - here)),
    themes,
    feelings: toFeelings(sided.filter(({ day }) => day >= asked.range.from)),
  }
}

/**
 * Says once what the same comments say: of terms that share most of their
 * comments the longest, in the place of the strongest. So "card reader" stands
 * for "card" and "reader" too, and one much repeated sentence is one theme. The
 * list only gets shorter, of what passed the test.
 */
function saidOnce(terms: readonly TellingTerm[], toPlaces: (term: TellingTerm) => readonly number[]): TellingTerm[] {
  const kept: { term: TellingTerm; places: ReadonlySet<number> }[] = []
  for (const term of terms) {
    const places = new Set(toPlaces(term))
    const same = kept.find((one) => {
      const shared = [...places].filter((place) => one.places.has(place)).length
      return one.term.group === term.group && shared >= SAME_COMMENTS * Math.max(one.places.size, places.size)
    })
    if (!same) kept.push({ term, places })
    else if (toLength(term) > toLength(same.term)) Object.assign(same, { term, places })
    if (kept.length === LIMITS.themes) break
  }
  return kept.map(({ term }) => term)
}

/** From this share of common comments on, two terms are one theme. */
const SAME_COMMENTS = 0.6

const toLength = ({ term }: TellingTerm) => term.split(' ').length

function toFeelings(comments: readonly ReadComment[]): TouchpointFeeling[] {
  const byTouchpoint = Map.groupBy(comments, ({ touchpoint }) => touchpoint)
  return [...byTouchpoint]
    .map(([touchpoint, ofTouchpoint]): TouchpointFeeling => {
      const read = ofTouchpoint.map(({ sentiment }) => sentiment)
      const n = read.length
      const count = (wanted: 'positive' | 'neutral' | 'negative' | null) => read.filter(({ label }) => label === wanted).length
      const emotions = Map.groupBy(
        read.flatMap(({ emotion }) => emotion ?? []),
        (emotion) => emotion,
      )
      return {
        touchpoint,
        n,
        positive: toShareEstimate(count('positive'), n),
        negative: toShareEstimate(count('negative'), n),
        neutral: count('neutral'),
        silent: count(null),
        emotions: Object.fromEntries([...emotions].map(([emotion, found]) => [emotion, found.length])),
        enoughData: hasEnoughData(n),
      }
    })
    .sort((left, right) => right.n - left.n || (left.touchpoint < right.touchpoint ? -1 : 1))
}
