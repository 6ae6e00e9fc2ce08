import type { Audience, AudienceReport, Report, StageReport } from '@pulso/protocol/types'
import { hasEnoughData, toAudienceReports } from '@pulso/stats'

type Balance = AudienceReport['emotion'][number]['balance']

/** Why little can be said of a stage: it has no touchpoint, nobody was asked, or too few have answered. */
export type Blindness = 'empty' | 'not-asked' | 'few'

export type StageEmotion = {
  stage: string
  /** Happy answers minus unhappy ones, as a share of all, of one audience. */
  balance: Balance
  /** Of whoever is shown; null where enough have answered. */
  blindness: Blindness | null
  /** Answers on a scale, of whoever is shown. */
  answers: number
}

/**
 * The emotional curve of a journey as it is at this moment, by the formula of
 * the journey's own report: every answer is happy, in between or unhappy by the
 * scale that it was given on, and answers are counted. No two scales are averaged.
 */
export function toStageEmotions(report: Pick<Report, 'stages'>, audience: Audience): StageEmotion[] {
  const audiences = toAudienceReports(report)
  const ofOne = audiences.find((one) => one.audience === audience)
  return report.stages.map((stage, place) => {
    const answers = audiences.reduce((sum, { emotion }) => sum + (emotion[place]?.balance.n ?? 0), 0)
    const balance = ofOne?.emotion[place]?.balance ?? NOBODY
    return { stage: stage.key, balance, blindness: toBlindness(stage, answers), answers }
  })
}

const NOBODY: Balance = {
  formula: 'balance/adjusted-wald',
  value: null,
  low: null,
  high: null,
  n: 0,
  good: 0,
  middle: 0,
  bad: 0,
  enoughData: false,
}

function toBlindness({ touchpoints }: StageReport, answers: number): Blindness | null {
  if (hasEnoughData(answers)) return null
  if (touchpoints.length === 0) return 'empty'
  return touchpoints.every(({ shown }) => shown === 0) ? 'not-asked' : 'few'
}
