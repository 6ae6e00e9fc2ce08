import { LIMITS } from '@pulso/protocol/constants'
import type { SeriesInterval } from '@pulso/protocol/types'
import { ENOUGH_ANSWERS } from '@pulso/stats'

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

/** With fewer steps than this there is no line to see. */
const FEWEST_STEPS = 4
const DAYS_OF: Record<SeriesInterval, number> = { hour: 1 / 24, day: 1, week: 7, month: 30 }

/**
 * The step that was asked for, where the range can be shown in it. Else the one that suits the range; and where so few
 * answer that most of its steps would have under 30 answers, a longer one that has more, as long as a line is left to see.
 *
 * @param answersADay as many as have been coming, to choose by
 */
export function chooseInterval(
  range: { from: string; to: string },
  today: string,
  asked: SeriesInterval | null,
  answersADay = Number.POSITIVE_INFINITY,
): SeriesInterval {
  const offered = toOfferedIntervals(range, today)
  if (asked !== null && offered.includes(asked)) return asked
  const days = countDays(range)
  const fitting = days <= 1 ? 'hour' : days <= DAYS_UNTIL ? 'day' : days <= WEEKS_UNTIL ? 'week' : 'month'
  const usual = offered.includes(fitting) ? fitting : (offered[0] ?? 'day')
  const longer = offered.slice(offered.indexOf(usual)).filter((interval) => days / DAYS_OF[interval] >= FEWEST_STEPS)
  return longer.find((interval) => answersADay * DAYS_OF[interval] >= ENOUGH_ANSWERS) ?? longer.at(-1) ?? usual
}
