import type { Kind, RecommendationClass } from '@pulso/protocol'
import type { IdentifiedAnswer, Person, PersonMonth } from './respondent-sample.ts'

/** The classes of people in a month, in the places of their counts; who was not there at all comes after them. */
export const RECOMMENDATION_CLASSES = ['detractor', 'passive', 'promoter', 'none'] as const satisfies readonly RecommendationClass[]

/** People of one month who answered a prompt at a touchpoint and an NPS. */
export interface MonthPairs {
  readonly lane: IdentifiedAnswer['lane']
  readonly touchpoint: string
  readonly promptId: string
  readonly kind: Kind
  readonly scaleMax: number
  /** `counts[satisfaction][recommendation]`, each from bad over middle to good. */
  readonly counts: number[][]
}

/** People of one class in one month, and where they are in the next. */
export interface MonthMoves {
  readonly lane: IdentifiedAnswer['lane']
  readonly from: RecommendationClass
  /** In the places of `RECOMMENDATION_CLASSES`, then those who are away. */
  readonly to: number[]
}

export interface MonthCounts {
  readonly pairs: MonthPairs[]
  readonly moves: MonthMoves[]
}

/**
 * What is kept of a month once its people are let go: counts of people, from which
 * nothing leads back to one.
 *
 * @param month YYYY-MM; `next` is the one after it
 */
export function toMonthCounts(people: Iterable<Person>, month: string, next: string): MonthCounts {
  const pairs = new Map<string, MonthPairs>()
  const moves = new Map<string, MonthMoves>()
  for (const { lane, months } of people) {
    const here = months.get(month)
    if (!here) continue
    const from = toClass(here)
    const move = moves.get(`${lane} ${from}`) ?? { lane, from, to: [0, 0, 0, 0, 0] }
    moves.set(`${lane} ${from}`, move)
    const there = months.get(next)
    addOne(move.to, there ? RECOMMENDATION_CLASSES.indexOf(toClass(there)) : RECOMMENDATION_CLASSES.length)
    if (here.nps === null) continue
    for (const { band, at: _, ...asked } of here.places.values()) {
      // By the key of the answer that counts: a later split of today's touchpoint still finds its part.
      const place = `${asked.touchpoint} ${asked.promptId}`
      const pair = pairs.get(`${lane} ${place}`) ?? { lane, ...asked, counts: [0, 1, 2].map(() => [0, 0, 0]) }
      pairs.set(`${lane} ${place}`, pair)
      addOne(pair.counts[band] ?? [], here.nps.band)
    }
  }
  return { pairs: [...pairs.values()], moves: [...moves.values()] }
}

function toClass({ nps }: PersonMonth): RecommendationClass {
  return RECOMMENDATION_CLASSES[nps?.band ?? RECOMMENDATION_CLASSES.length - 1] ?? 'none'
}

function addOne(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1
}
