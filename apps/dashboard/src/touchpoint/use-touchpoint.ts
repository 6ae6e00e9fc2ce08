import { PATHS, UNMAPPED_TOUCHPOINT } from '@pulso/protocol/constants'
import type { AlertReport, Release, Report, SeriesInterval, ThemesReport, TouchpointReport } from '@pulso/protocol/types'
import { useEffect, useMemo } from 'preact/hooks'
import { type Reading, useReading } from '../live/use-reading.ts'
import { toTouchpoints } from '../live/watch-state.ts'
import type { PageProps } from '../site/page-props.ts'
import { isAlertReport } from '../wire-guards.ts'
import { type GroupedReport, isGroupedReport, isReleaseList, isThemesReport } from './guards.ts'
import { chooseInterval, countDays, toOfferedIntervals } from './interval-choice.ts'
import { type PageQuery, parsePageQuery, setLane, toStatsQuery } from './page-query.ts'
import { toDay, toDayBefore } from './site-day.ts'

/** Groups cost more to read than one score, and move less. */
const GROUPS_GAP_MS = 5000
/** As far back as themes are read. */
export const MOST_THEME_DAYS = 183

type TouchpointReadings = {
  page: PageQuery
  range: { from: string; to: string }
  interval: SeriesInterval
  offered: SeriesInterval[]
  numbers: Reading<GroupedReport>
  groups: Reading<GroupedReport>
  alerts: Reading<AlertReport>
  themes: Reading<ThemesReport>
  releases: readonly Release[]
  touchpoint: TouchpointReport | null
  /** Other when something has happened at the touchpoint. */
  news: string
  /** Reads the numbers again, by hand. */
  again: () => void
}

type Wanted = Pick<PageProps, 'site' | 'query' | 'days' | 'watch' | 'definition'> & { touchpoint: string; areThemesWanted: boolean }

/** Everything that the page of a touchpoint shows, read as its address says and again when the site has news of it. */
export function useTouchpoint({ site, touchpoint: key, query, days, watch, definition, areThemesWanted }: Wanted): TouchpointReadings {
  const page = useMemo(() => parsePageQuery(query), [query.toString()])
  const { report } = watch.state.value
  const timeZone = report?.site.timeZone ?? definition.site.value?.timeZone ?? 'UTC'
  const today = toDay(Date.now(), timeZone)
  const range = page.range ?? { from: toDayBefore(today, days - 1), to: today }
  const interval = chooseInterval(range, today, page.interval, toAnswersADay(report, key))
  const news = toNews(report, key)

  const compare = page.compare === 'none' ? null : page.compare
  const stats = (by: 'touchpoint' | PageQuery['by']) =>
    `${PATHS.stats(site)}?${toStatsQuery({
      touchpoint: key,
      page,
      days,
      by,
      ...(by === 'touchpoint' ? { interval, compare } : { compare: 'rest' as const }),
    })}`
  // Before the site is known, its days are not: nothing is asked for that would have to be asked for again.
  const isKnown = report !== null
  const numbers = useReading(isKnown ? stats('touchpoint') : null, isGroupedReport, news)
  const groups = useReading(isKnown ? stats(page.by) : null, isGroupedReport, news, GROUPS_GAP_MS)

  const lane = new URLSearchParams()
  setLane(lane, page.lane)
  const alertLane = page.lane === null ? '' : `?lane=${page.lane}`
  const alerts = useReading(page.lane === 'quarantine' ? null : `${PATHS.alerts(site)}${alertLane}`, isAlertReport, today)

  const themeDays = Math.min(MOST_THEME_DAYS, countDays({ from: range.from, to: today }))
  lane.set('days', String(Math.max(1, themeDays)))
  lane.set('touchpoint', key)
  const themes = useReading(areThemesWanted ? `${PATHS.themes(site)}?${lane}` : null, isThemesReport, today)

  const marked = useReading(`${PATHS.releases(site)}?${new URLSearchParams(range)}`, isReleaseList, news, GROUPS_GAP_MS)
  useEffect(() => {
    if (definition.site.value === null) void definition.read()
  }, [definition])
  const formerly = definition.site.value?.touchpoints.find((place) => place.key === key)?.formerly ?? []
  const names = new Set([key, ...formerly])
  const releases = (marked.value?.releases ?? [])
    .filter(({ touchpoints }) => touchpoints.length === 0 || touchpoints.some((name) => names.has(name)))
    .toSorted((left, right) => left.at - right.at)

  return {
    page,
    range: numbers.value?.range ?? range,
    interval: numbers.value?.breakdown.interval ?? interval,
    offered: toOfferedIntervals(range, today),
    numbers,
    groups,
    alerts,
    themes,
    releases,
    news,
    touchpoint: numbers.value && findTouchpoint(numbers.value, key),
    again: () => {
      numbers.again()
      groups.again()
    },
  }
}

function findTouchpoint(report: Report, key: string): TouchpointReport | null {
  return key === UNMAPPED_TOUCHPOINT ? report.unmapped : (toTouchpoints(report).find((touchpoint) => touchpoint.key === key) ?? null)
}

/** How many have been answering in each way, at most: a chart has to suit the busiest. */
function toAnswersADay(report: Report | null, key: string): number {
  const scores = (report && findTouchpoint(report, key)?.scores) ?? []
  return report === null || scores.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...scores.map(({ n }) => n)) / countDays(report.range)
}

/** Other when something has happened at the touchpoint, in whichever lane, and when the day is another. */
function toNews(report: Report | null, key: string): string {
  if (report === null) return ''
  const found = findTouchpoint(report, key)
  const counts = found && [found.reached, found.shown, found.dismissed, found.answered, found.completed, found.comments]
  return JSON.stringify([report.range.to, counts, report.otherLanes])
}
