import { PATHS } from '@pulso/protocol/constants'
import type { Breakdown, Report, Score, SeriesInterval } from '@pulso/protocol/types'
import { request } from '../../request.ts'
import { isOutlook } from './guards.ts'

type Group = Breakdown['groups'][number]
/** One score of a touchpoint over time and against the period before. */
export type ScoreOutlook = Group['scores'][number]

/** How the scores of every touchpoint came about over time: one answer for the whole page. */
export type Outlook = {
  byTouchpoint: ReadonlyMap<string, readonly ScoreOutlook[]>
  /** The days that are compared with. */
  before: { from: string; to: string } | null
}

const MOST_DAYS_BY_DAY = 14
const MOST_DAYS_BY_WEEK = 120

/** Steps long enough to hold some answers, and few enough to be seen in a line as wide as a thumb. */
export function toInterval(days: number): SeriesInterval {
  if (days <= MOST_DAYS_BY_DAY) return 'day'
  return days <= MOST_DAYS_BY_WEEK ? 'week' : 'month'
}

/** Null when it cannot be read: the scores beside it stand on their own. */
export async function readOutlook({ site, range, environment, lane }: Report, signal: AbortSignal): Promise<Outlook | null> {
  const days = Math.round((Date.parse(range.to) - Date.parse(range.from)) / 86_400_000) + 1
  const query = new URLSearchParams({ ...range, environment, lane, by: 'touchpoint', compare: 'previous' })
  const withSeries = new URLSearchParams({ ...Object.fromEntries(query), interval: toInterval(days) })
  const read = (asked: URLSearchParams) => request(`${PATHS.stats(site.id)}?${asked}`, isOutlook, { signal })
  const outcome = await read(withSeries)
  // A journey that is asked in too many ways for so many steps is still compared.
  const answer = !outcome.ok && outcome.failure === 'refused' ? await read(query) : outcome
  if (!answer.ok) return null
  const { groups, otherRange } = answer.value.breakdown
  return { byTouchpoint: new Map(groups.map(({ key, scores }) => [key, scores])), before: otherRange }
}

/** What is known over time of a score: of one kind and scale there is one, of choices one per prompt. */
export function findOutlook(outlook: Outlook | null, touchpoint: string, score: Score): ScoreOutlook | null {
  const found = outlook?.byTouchpoint
    .get(touchpoint)
    ?.find((one) => one.score.kind === score.kind && one.score.scaleMax === score.scaleMax && one.score.promptId === score.promptId)
  return found ?? null
}

/** How a score moved, as far as the joint interval can tell. `unknown`: either side has too few answers. */
export type Movement = { is: 'higher' | 'lower'; by: number; least: number; most: number } | { is: 'steady' } | { is: 'unknown' }

export function toMovement({ score, other, change }: ScoreOutlook): Movement {
  if (!change || !score.enoughData || !other?.enoughData) return { is: 'unknown' }
  if (!change.isDifferent) return { is: 'steady' }
  const [least = 0, most = 0] = [change.joint.low, change.joint.high].map(Math.abs).sort((left, right) => left - right)
  return { is: change.value > 0 ? 'higher' : 'lower', by: Math.abs(change.value), least, most }
}
