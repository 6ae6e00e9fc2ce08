import type { AudienceReport, Report, Score, TouchpointReport } from '@pulso/protocol'
import { AUDIENCES, KINDS, SCALES } from '@pulso/protocol/constants'
import { toBalance } from './to-balance.ts'
import { type Bands, toBands } from './to-bands.ts'
import { toScore } from './to-score.ts'

/**
 * What each audience says, side by side: one score per kind and scale over all of
 * its touchpoints, by the formulas of every other score, and its own emotional
 * curve. Audiences without a touchpoint are left out. Choices have nothing in
 * common with one another and are only at their touchpoints.
 */
export function toAudienceReports({ stages }: Pick<Report, 'stages'>): AudienceReport[] {
  return AUDIENCES.flatMap((audience) => {
    const of = (touchpoints: readonly TouchpointReport[]) => touchpoints.filter((touchpoint) => touchpoint.audience === audience)
    const touchpoints = of(stages.flatMap((stage) => stage.touchpoints))
    if (touchpoints.length === 0) return []
    return {
      audience,
      touchpoints: touchpoints.map(({ key }) => key),
      scores: toMergedScores(touchpoints.flatMap(({ scores }) => scores)),
      emotion: stages.map((stage) => ({ stage: stage.key, balance: toBalance(of(stage.touchpoints).flatMap(toAllBands)) })),
    }
  })
}

/** Every scored answer of a touchpoint, by its bands. */
function toAllBands({ scores }: TouchpointReport): Bands[] {
  return scores.flatMap(({ kind, distribution }) => toBands(kind, distribution) ?? [])
}

/** Scores of one kind and scale become one: their answers are counted together and the formula is applied anew. */
function toMergedScores(scores: readonly Score[]): Score[] {
  return KINDS.flatMap((kind) =>
    SCALES[kind].max.flatMap((scaleMax) => {
      const alike = scores.filter((score) => score.kind === kind && score.scaleMax === scaleMax)
      if (alike.length === 0 || kind === 'choice') return []
      const sum = (toCount: (score: Score) => number) => alike.reduce((total, score) => total + toCount(score), 0)
      const [answered, dismissed, unanswered] = [
        sum(({ n }) => n),
        sum(({ leftOut }) => leftOut.dismissed),
        sum(({ leftOut }) => leftOut.unanswered),
      ]
      const { min } = SCALES[kind]
      const counts = Array.from({ length: 11 }, (_, at) => sum(({ distribution }) => distribution[at - min] ?? 0))
      return toScore({ kind, scaleMax, scores: counts, shown: answered + dismissed + unanswered, dismissed, answered })
    }),
  )
}
