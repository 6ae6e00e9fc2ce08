import { LIMITS } from '@pulso/protocol/constants'
import type { SeriesInterval } from '@pulso/protocol/types'

const DAY_MS = 86_400_000
/** In the order in which they are offered, the shortest first. */
const INTERVALS: readonly SeriesInterval[] = ['hour', 'day', 'week', 'month']
/** A longer row of steps is a carpet, not a line. */
const MOST_STEPS = 200
/** From how many days on days, and weeks, are too fine to see a score move. */
const DAYS_UNTIL = 45
const WEEKS_UNTIL = 400

/** Calendar days, both included. */
export function countDays({ from, to }: { from: string; to: string }): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
}

/**
 * The steps that a range can be shown in: no more than can be told apart, at least two,
 * and hours only of the days whose hours are still kept.
 *
 * @param today the calendar day of the site
 */
export function toOfferedIntervals(range: { from: string; to: string }, today: string): SeriesInterval[] {
  const days = countDays(range)
  const steps: Record<SeriesInterval, number> = { hour: days * 24, day: days, week: days / 7, month: days / 30 }
  const hasHours = countDays({ from: range.from, to: today }) <= LIMITS.hourDays
  return INTERVALS.filter((interval) => steps[interval] <= MOST_STEPS && (steps[interval] >= 2 || interval === 'day')).filter(
    (interval) => interval !== 'hour' || hasHours,
  )
}

/** The step that suits a range, unless another one was asked for that it can be shown in. */
export function chooseInterval(range: { from: string; to: string }, today: string, asked: SeriesInterval | null): SeriesInterval {
  const offered = toOfferedIntervals(range, today)
  if (asked !== null && offered.includes(asked)) return asked
  const days = countDays(range)
  const fitting = days <= 1 ? 'hour' : days <= DAYS_UNTIL ? 'day' : days <= WEEKS_UNTIL ? 'week' : 'month'
  return offered.includes(fitting) ? fitting : (offered[0] ?? 'day')
}
