import type { Association, JourneyStage } from '@pulso/protocol/types'

type RankedAssociation = { touchpoint: string; association: Association }

/** What moves with recommendation beyond doubt first, then what may, the strongest first; last where too few answered both. */
export function toRankedAssociations(stages: readonly JourneyStage[]): RankedAssociation[] {
  return stages
    .flatMap((stage) => stage.touchpoints)
    .flatMap(({ key, associations }) => associations.map((association) => ({ touchpoint: key, association })))
    .filter(({ association }) => association.pairs > 0)
    .toSorted(({ association: left }, { association: right }) => {
      if (left.isDerived !== right.isDerived) return left.isDerived ? -1 : 1
      if (left.value === null || right.value === null)
        return (left.value === null ? 1 : 0) - (right.value === null ? 1 : 0) || right.pairs - left.pairs
      return right.value - left.value
    })
}
