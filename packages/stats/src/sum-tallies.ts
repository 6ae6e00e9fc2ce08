import type { Tally } from '@pulso/protocol'

/** The countable part of a tally: what may be added up. */
export type TallyCounts = Pick<Tally, 'shown' | 'dismissed' | 'answered' | 'completed' | 'comments' | 'scores'>

/** Adds counts up, score by score. No tallies are zero of everything. */
export function sumTallies(tallies: readonly TallyCounts[]): TallyCounts {
  const sum: TallyCounts = { shown: 0, dismissed: 0, answered: 0, completed: 0, comments: 0, scores: new Array<number>(11).fill(0) }
  for (const tally of tallies) {
    sum.shown += tally.shown
    sum.dismissed += tally.dismissed
    sum.answered += tally.answered
    sum.completed += tally.completed
    sum.comments += tally.comments
    sum.scores = sum.scores.map((count, score) => count + (tally.scores[score] ?? 0))
  }
  return sum
}
