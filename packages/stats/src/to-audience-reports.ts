import type { AudienceReport, Report, Score, TouchpointReport } from '@pulso/protocol'
import { AUDIENCES, KINDS, SCALES } from '@pulso/protocol/constants'
import { toBalance } from './to-balance.ts'
import { type Bands, toBands } from './to-bands.ts'
import { toScore } from './to-score.ts'
import { toScoreCounts } from './to-score-counts.ts'

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
      const [one, ...others] = alike
      return one && kind !== 'choice' ? toScore(toScoreCounts([one, ...others])) : []
    }),
  )
}
