import type { ClassRetention, Retention } from '@pulso/protocol'
import { hasEnoughData } from './has-enough-data.ts'
import { type MonthMoves, RECOMMENDATION_CLASSES } from './to-month-counts.ts'
import { toToldShare } from './to-told-share.ts'

/** One month as it was counted. */
export interface CountedMonth extends Pick<Retention['cohorts'][number], 'month' | 'isComplete' | 'countedTo' | 'sampled'> {
  readonly moves: readonly Pick<MonthMoves, 'from' | 'to'>[]
}

/**
 * How many came back and how their minds changed, month by month and in all.
 * Shares are in percent with Wilson intervals. `total` adds up complete months
 * only: in one whose next month is not over, people seem to stay away.
 */
export function toRetention({
  months,
  ...rest
}: Pick<Retention, 'environment' | 'lane' | 'asOf' | 'pending'> & { readonly months: readonly CountedMonth[] }): Retention {
  const newestFirst = months.toSorted((left, right) => (left.month < right.month ? 1 : -1))
  const complete = newestFirst.filter(({ isComplete }) => isComplete)
  return {
    ...rest,
    cohorts: newestFirst.map(({ moves, ...month }) => ({ ...month, ...toClasses(moves) })),
    total: { months: complete.map(({ month }) => month), ...toClasses(complete.flatMap(({ moves }) => moves)) },
  }
}

function toClasses(moves: CountedMonth['moves']): Pick<Retention['total'], 'all' | 'classes'> {
  const rows = RECOMMENDATION_CLASSES.map((from) => ({ from, to: addUp(moves.filter((move) => move.from === from)) }))
  const everybody = addUp(rows)
  const respondents = everybody.reduce((sum, count) => sum + count, 0)
  return {
    all: { respondents, returned: toReturned(everybody), enoughData: hasEnoughData(respondents) },
    classes: rows.map(({ from, to }) => toClass(from, to)),
  }
}

function toClass(from: ClassRetention['from'], counts: readonly number[]): ClassRetention {
  const [detractor = 0, passive = 0, promoter = 0, none = 0, away = 0] = counts
  const respondents = counts.reduce((sum, count) => sum + count, 0)
  const share = (count: number) => toToldShare(count, detractor + passive + promoter)
  const [toDetractor, toPassive, toPromoter] = [share(detractor), share(passive), share(promoter)]
  return {
    from,
    respondents,
    returned: toReturned(counts),
    to: { detractor, passive, promoter, none, away },
    migrated: toDetractor && toPassive && toPromoter && { detractor: toDetractor, passive: toPassive, promoter: toPromoter },
    enoughData: hasEnoughData(respondents),
  }
}

function toReturned(counts: readonly number[]) {
  const respondents = counts.reduce((sum, count) => sum + count, 0)
  return toToldShare(respondents - (counts[RECOMMENDATION_CLASSES.length] ?? 0), respondents)
}

function addUp(moves: readonly Pick<MonthMoves, 'to'>[]): number[] {
  return Array.from({ length: RECOMMENDATION_CLASSES.length + 1 }, (_, place) => moves.reduce((sum, { to }) => sum + (to[place] ?? 0), 0))
}
