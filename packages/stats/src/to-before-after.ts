import type { OutcomeDays } from './to-changes.ts'
import type { Difference } from './to-difference.ts'
import type { Outcomes, Outlook } from './to-outcomes.ts'

/** A score after a day against the score before it. */
export interface BeforeAfter {
  readonly unit: Outlook['unit']
  readonly before: number
  readonly after: number
  /** After minus before, with the 95 % interval of the difference. */
  readonly difference: Difference
  readonly answersBefore: number
  readonly answersAfter: number
}

/** Four weeks on either side, so that a week's pattern is in both. */
const SIDE_DAYS = 28
const WEEK = 7

/**
 * Compares up to four weeks after a moment with the four weeks before it. While
 * less than a week has passed, only the same weekdays are looked at before, so
 * that a Saturday is not compared with a Monday. The interval is that of
 * `toNpsDifference` or `toShareDifference`, for a moment that was known
 * beforehand; where the moment was found in the same answers, the difference
 * leans away from 0.
 *
 * @param lastBefore the last day that counts as before, from 1970-01-01
 * @param firstAfter the first day that counts as after: later by two, where the day between is of both
 * @param options.firstBefore the first day that counts as before, and `lastAfter` the last that counts as after, where other changes lie within the four weeks
 * @returns null when there are no answers on one of the sides
 */
export function toBeforeAfter(
  { firstDay, days }: Pick<OutcomeDays, 'firstDay' | 'days'>,
  { unit, values, toDifference }: Outlook,
  lastBefore: number,
  firstAfter: number,
  { firstBefore = Number.NEGATIVE_INFINITY, lastAfter = Number.POSITIVE_INFINITY }: { firstBefore?: number; lastAfter?: number } = {},
): BeforeAfter | null {
  const sum = (from: number, to: number, isMeant: (day: number) => boolean): number[] => {
    const total = new Array<number>(values.length).fill(0)
    for (let day = from; day <= to; day += 1) {
      if (!isMeant(day)) continue
      days[day - firstDay]?.forEach((count, outcome) => {
        total[outcome] = (total[outcome] ?? 0) + count
      })
    }
    return total
  }
  const end = Math.min(lastAfter, firstAfter + SIDE_DAYS - 1, firstDay + days.length - 1)
  const weekdays = new Set(Array.from({ length: Math.max(0, end - firstAfter + 1) }, (_, index) => (firstAfter + index) % WEEK))
  const after = sum(firstAfter, end, () => true)
  const before = sum(Math.max(firstBefore, lastBefore - SIDE_DAYS + 1), lastBefore, (day) => weekdays.has(day % WEEK))
  const difference = toDifference(after, before)
  if (!difference) return null
  const toValue = (outcomes: Outcomes) =>
    (100 * outcomes.reduce((total, count, index) => total + count * (values[index] ?? 0), 0)) / toN(outcomes)
  return {
    unit,
    before: toValue(before),
    after: toValue(after),
    difference,
    answersBefore: toN(before),
    answersAfter: toN(after),
  }
}

function toN(outcomes: Outcomes): number {
  return outcomes.reduce((sum, count) => sum + count, 0)
}
