import type { Gap, Score, TouchpointReport } from '@pulso/protocol'

/** What a standard is of: the first score of a touchpoint, in whose unit it is written. */
export function toStandardScore({ scores }: Pick<TouchpointReport, 'scores'>): Score | undefined {
  return scores[0]
}

/**
 * What a touchpoint is missing of the standard that its team set, in the unit of
 * its first score, with the ends of that score's interval turned round. `missed`
 * and `met` are said only when the whole interval lies on one side and there are
 * at least 30 answers. Null without a standard, or where the first score is only counts.
 */
export function toGap(touchpoint: Pick<TouchpointReport, 'scores' | 'targetScore'>): Gap | null {
  const { targetScore: target } = touchpoint
  const score = toStandardScore(touchpoint)
  if (target === undefined || score?.formula === 'counts') return null
  const { value = null, low = null, high = null, formula = null, n = 0, enoughData = false } = score ?? {}
  return {
    target,
    value: value === null ? null : target - value,
    low: high === null ? null : target - high,
    high: low === null ? null : target - low,
    verdict: toVerdict(score, target),
    formula,
    n,
    enoughData,
  }
}

function toVerdict(score: Score | undefined, target: number): Gap['verdict'] {
  if (!score?.enoughData || score.low === null || score.high === null) return 'open'
  if (score.low >= target) return 'met'
  return score.high < target ? 'missed' : 'open'
}
