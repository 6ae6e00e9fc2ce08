import { EMOTIONS, SENTIMENTS } from '@pulso/protocol'
import { readSentiment } from '../../src/comments/read-sentiment.ts'
import type { LabelledComment } from './read-corpus.ts'

/** How often the lexicon says what a person says. */
export interface Measure {
  comments: number
  /** Share of comments whose label is right; one that no word tells anything of counts as neutral. */
  accuracy: number
  /** Mean of the F1 of the labels that there are, so that the rarest counts as much as the others. */
  macroF1: number
  f1: Record<(typeof SENTIMENTS)[number], number>
  /** The same among the comments of which some word tells anything. */
  accuracyWhereHeard: number
  /** Share of positive comments read as negative, or the other way round: the mistakes that hurt. */
  reversed: number
  /** Share of comments with an emotion for which that one is found, and of emotions found that are right. */
  emotionRecall: number | null
  emotionPrecision: number | null
}

/** Reads a corpus and gives the figures, and every comment that is not as labelled. */
export function measure(corpus: readonly LabelledComment[], language: string): { figures: Measure; mistakes: string[] } {
  const read = corpus.map((comment) => ({ ...comment, found: readSentiment(comment.text, language) }))
  const toFound = ({ found }: (typeof read)[number]) => found.label ?? 'neutral'
  const count = (test: (one: (typeof read)[number]) => boolean) => read.filter(test).length
  const f1 = Object.fromEntries(
    SENTIMENTS.map((label) => {
      const right = count((one) => one.label === label && toFound(one) === label)
      const wrong = count((one) => (one.label === label) !== (toFound(one) === label))
      return [label, right === 0 ? 0 : (2 * right) / (2 * right + wrong)]
    }),
  ) as Measure['f1']
  const labels = SENTIMENTS.filter((label) => corpus.some((one) => one.label === label))
  const felt = count(({ emotion }) => emotion !== null)
  const foundEmotions = count(({ found }) => found.emotion !== null)
  const rightEmotions = count(({ emotion, found }) => emotion !== null && emotion === found.emotion)
  return {
    figures: {
      comments: corpus.length,
      accuracy: count((one) => toFound(one) === one.label) / corpus.length,
      macroF1: labels.reduce((sum, label) => sum + f1[label], 0) / labels.length,
      f1,
      accuracyWhereHeard:
        count(({ label, found }) => found.label === label) /
        Math.max(
          1,
          count(({ found }) => found.label !== null),
        ),
      reversed: count((one) => one.label !== 'neutral' && toFound(one) !== 'neutral' && toFound(one) !== one.label) / corpus.length,
      emotionRecall: felt === 0 ? null : rightEmotions / felt,
      emotionPrecision: felt === 0 ? null : rightEmotions / Math.max(1, foundEmotions),
    },
    mistakes: read
      .filter((one) => toFound(one) !== one.label || (one.emotion !== null && one.found.emotion !== one.emotion))
      .map(({ text, label, emotion, found }) => `${label}/${emotion} read as ${found.label}/${found.emotion} ${found.value}: ${text}`),
  }
}

/** The figures as a line of a table. */
export function toLine(name: string, { accuracyWhereHeard, ...figures }: Measure): string {
  const percent = (share: number | null) => (share === null ? '    –' : `${(100 * share).toFixed(1).padStart(5)} %`)
  const { comments, accuracy, macroF1, f1, reversed, emotionRecall, emotionPrecision } = figures
  return `${name.padEnd(14)} comments ${String(comments).padStart(3)}  accuracy ${percent(accuracy)} (where a word tells: ${percent(accuracyWhereHeard)})  macro-F1 ${macroF1.toFixed(3)}  (${SENTIMENTS.map((label) => `${label} ${f1[label].toFixed(2)}`).join(', ')})  reversed ${percent(reversed)}  emotion: recall ${percent(emotionRecall)}, precision ${percent(emotionPrecision)}, of ${EMOTIONS.length}`
}
