import type { AudienceReport, Balance, Change, JourneyStage } from '@pulso/protocol/types'
import { toChange } from '@pulso/stats'

type Audience = AudienceReport['audience']

/** What one audience says at a stage. */
export type StageView = {
  audience: Audience
  balance: Balance
  /** In which ways it was asked here. */
  kinds: readonly string[]
  /** How far it lies above what customers say, in points from −200 to 200; null for customers, and where either said nothing. */
  gap: Change | null
  /** Customers were asked in other ways: a scale that is harder to please lies lower by itself. */
  isAskedOtherwise: boolean
}

export type StageViews = { key: string; name: JourneyStage['name']; views: StageView[] }

const REFERENCE: Audience = 'customer'

/**
 * What different people say of the same stage, beside what customers say. The balance of good and bad answers is the
 * difference of two shares of one sample, as an NPS is, so the difference of two of them is compared by the same formula; all gaps of the
 * page are judged together.
 */
export function toStageGaps(stages: readonly JourneyStage[], audiences: readonly AudienceReport[]): StageViews[] {
  const drafts = stages.map((stage) => {
    const views = audiences.flatMap(({ audience, emotion }) => {
      const balance = emotion.find((one) => one.stage === stage.key)?.balance
      return balance && balance.n > 0 ? [{ audience, balance, kinds: toKinds(stage, audience) }] : []
    })
    return { key: stage.key, name: stage.name, views, reference: views.find(({ audience }) => audience === REFERENCE) }
  })
  const lookedAt = drafts.reduce((sum, { views, reference }) => sum + (reference ? views.length - 1 : 0), 0)
  return drafts
    .filter(({ views }) => views.length > 0)
    .map(({ key, name, views, reference }) => ({
      key,
      name,
      views: views.map((view) => ({
        ...view,
        gap: reference && view !== reference ? toChange(toCounts(view.balance), toCounts(reference.balance), lookedAt) : null,
        isAskedOtherwise: reference !== undefined && view !== reference && view.kinds.join() !== reference.kinds.join(),
      })),
    }))
}

function toKinds({ touchpoints }: JourneyStage, audience: Audience): string[] {
  const scores = touchpoints.filter((touchpoint) => touchpoint.audience === audience).flatMap((touchpoint) => touchpoint.scores)
  return [
    ...new Set(scores.filter(({ n, formula }) => n > 0 && formula !== 'counts').map(({ kind, scaleMax }) => `${kind} ${scaleMax}`)),
  ].sort()
}

/** Good, middle and bad as the promoters, passives and detractors that the formula knows. */
function toCounts({ good, middle, bad, n }: Balance): Parameters<typeof toChange>[0] {
  return { kind: 'nps', scaleMax: 10, scores: [bad, 0, 0, 0, 0, 0, 0, middle, 0, 0, good], shown: n, dismissed: 0, answered: n }
}
