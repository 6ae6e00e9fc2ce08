import type { Score } from '@pulso/protocol'
import { SCALES } from '@pulso/protocol/constants'
import type { ScoreCounts } from './to-score.ts'

/** What scores of one kind and scale had counted, added up: what their formula can be applied to anew. */
export function toScoreCounts(scores: readonly [Score, ...Score[]]): ScoreCounts {
  const [{ kind, scaleMax }] = scores
  const sum = (toCount: (score: Score) => number) => scores.reduce((total, score) => total + toCount(score), 0)
  const answered = sum(({ n }) => n)
  const dismissed = sum(({ leftOut }) => leftOut.dismissed)
  const unanswered = sum(({ leftOut }) => leftOut.unanswered)
  const counts = Array.from({ length: 11 }, (_, at) => sum(({ distribution }) => distribution[at - SCALES[kind].min] ?? 0))
  return { kind, scaleMax, scores: counts, shown: answered + dismissed + unanswered, dismissed, answered }
}
