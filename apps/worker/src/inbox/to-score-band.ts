import { type Kind, SCALES, type SCORE_BANDS } from '@pulso/protocol'
import { toBands } from '@pulso/stats'

export type ScoreBand = (typeof SCORE_BANDS)[number]

const NAMES = [
  ['bad', 'low'],
  ['middle', 'mid'],
  ['good', 'high'],
] as const

/** The band of one answer, as its kind's own score counts it; null for what has none: a choice, a text, a showing. */
export function toScoreBand(kind: Kind, scaleMax: number, score: number | null): ScoreBand | null {
  if (score === null) return null
  const { min } = SCALES[kind]
  const bands = toBands(
    kind,
    Array.from({ length: scaleMax - min + 1 }, (_, index) => Number(index === score - min)),
  )
  return NAMES.find(([band]) => bands?.[band] === 1)?.[1] ?? null
}
