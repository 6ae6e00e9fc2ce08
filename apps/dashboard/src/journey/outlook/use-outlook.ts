import type { Report } from '@pulso/protocol/types'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Findings } from '../../findings/read-findings.ts'
import { type Outlook, readCourses, toTrends } from './outlook.ts'

const MINUTE_MS = 60_000

/**
 * The course of every score: its trend comes with the findings, its line is read
 * after them, once for the whole page, and again once a minute while answers come.
 */
export function useOutlook(report: Report, found: Findings | 'reading' | null): Outlook {
  const [courses, setCourses] = useState<Outlook['courses']>(null)
  const { site, range, environment, lane, asOf } = report
  const isTurn = found !== 'reading'
  // Another journey has other groups.
  const keys = report.stages.flatMap((stage) => stage.touchpoints.map(({ key }) => key)).join(' ')
  useEffect(() => {
    if (!isTurn) return
    const ending = new AbortController()
    void readCourses(report, ending.signal).then((next) => {
      if (next && !ending.signal.aborted) setCourses(next)
    })
    return () => ending.abort()
  }, [isTurn, site.id, range.from, range.to, environment, lane, keys, Math.floor(asOf / MINUTE_MS)])
  return useMemo(() => {
    const journey = found === 'reading' || found === null ? null : found.journey
    return { courses, trends: journey && toTrends(journey), before: journey?.previous ?? null }
  }, [courses, found])
}
