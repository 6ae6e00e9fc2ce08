import { PATHS } from '@pulso/protocol/constants'
import type { Breakdown, Journey, Report, Score, SeriesInterval, SeriesStep, Trend } from '@pulso/protocol/types'
import { request } from '../../request.ts'
import { isBrokenDown } from './guards.ts'

type Course = Breakdown['groups'][number]['scores'][number]

/** One score of a touchpoint over time, and against the period before; either is null as long as it is not known. */
export type ScoreOutlook = { series: readonly SeriesStep[] | null; trend: Trend | null }

/** How the scores of every touchpoint came about: each part is one answer for the whole page. */
export type Outlook = {
  courses: ReadonlyMap<string, readonly Course[]> | null
  trends: ReadonlyMap<string, readonly Trend[]> | null
  /** The days that the trends compare with. */
  before: { from: string; to: string } | null
}

const MOST_DAYS_BY_DAY = 14
const MOST_DAYS_BY_WEEK = 120

/** Steps long enough to hold some answers, and few enough to be seen in a line as wide as a thumb. */
export function toInterval(days: number): SeriesInterval {
  if (days <= MOST_DAYS_BY_DAY) return 'day'
  return days <= MOST_DAYS_BY_WEEK ? 'week' : 'month'
}

/** Null when it cannot be read, and of a journey that is asked in too many ways for so many steps: the scores beside it stand on their own. */
export async function readCourses({ site, range, environment, lane }: Report, signal: AbortSignal): Promise<Outlook['courses']> {
  const days = Math.round((Date.parse(range.to) - Date.parse(range.from)) / 86_400_000) + 1
  const query = new URLSearchParams({ ...range, environment, lane, by: 'touchpoint', interval: toInterval(days) })
  const outcome = await request(`${PATHS.stats(site.id)}?${query}`, isBrokenDown, { signal })
  return outcome.ok ? new Map(outcome.value.breakdown.groups.map(({ key, scores }) => [key, scores])) : null
}

/** The trends of a journey by touchpoint. */
export function toTrends({ stages }: Pick<Journey, 'stages'>): ReadonlyMap<string, readonly Trend[]> {
  return new Map(stages.flatMap(({ touchpoints }) => touchpoints.map(({ key, trends }) => [key, trends])))
}

/** What is known over time of a score: of one kind and scale there is one, of choices one per prompt. */
export function findOutlook({ courses, trends }: Outlook, touchpoint: string, { kind, scaleMax, promptId }: Score): ScoreOutlook {
  const course = courses
    ?.get(touchpoint)
    ?.find(({ score }) => score.kind === kind && score.scaleMax === scaleMax && score.promptId === promptId)
  const trend = trends?.get(touchpoint)?.find((one) => one.kind === kind && one.scaleMax === scaleMax)
  return { series: course?.series ?? null, trend: trend ?? null }
}

/** How a score moved, as far as the joint interval can tell. `unknown`: either side has too few answers. */
type Movement = { is: 'higher' | 'lower'; by: number; least: number; most: number } | { is: 'steady' } | { is: 'unknown' }

export function toMovement({ change, enoughData }: Trend): Movement {
  if (change === null || !enoughData) return { is: 'unknown' }
  if (!change.isDifferent) return { is: 'steady' }
  const [least = 0, most = 0] = [change.joint.low, change.joint.high].map(Math.abs).sort((left, right) => left - right)
  return { is: change.value > 0 ? 'higher' : 'lower', by: Math.abs(change.value), least, most }
}
