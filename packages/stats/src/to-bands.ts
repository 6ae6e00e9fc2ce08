import type { Kind } from '@pulso/protocol'
import { toNpsCounts } from './to-nps-score.ts'

/** Answers of one kind and scale by what they mean on that scale. */
export interface Bands {
  readonly bad: number
  readonly middle: number
  readonly good: number
}

/** From bad to good: where each stands in a row of a table. */
export const BANDS = ['bad', 'middle', 'good'] as const

/**
 * Sorts answers by the bands of their own kind: of an NPS detractors, passives
 * and promoters; of every other scale what lies below, at and above its middle.
 * `good` is then what the kind's own score counts: the top box, or who agrees
 * that it was easy. A choice and a text have no better and no worse: null.
 *
 * @param distribution answers per score, from the lowest of the scale to the highest
 * @example toBands('csat', [1, 2, 7, 30, 60]) // { bad: 3, middle: 7, good: 90 }
 */
export function toBands(kind: Kind, distribution: readonly number[]): Bands | null {
  if (kind === 'choice' || kind === 'text') return null
  if (kind === 'nps') {
    const { detractors, passives, promoters } = toNpsCounts(distribution)
    return { bad: detractors, middle: passives, good: promoters }
  }
  const middle = (distribution.length - 1) / 2
  const sum = (isIn: (index: number) => boolean) => distribution.reduce((total, count, index) => (isIn(index) ? total + count : total), 0)
  return { bad: sum((index) => index < middle), middle: sum((index) => index === middle), good: sum((index) => index > middle) }
}
