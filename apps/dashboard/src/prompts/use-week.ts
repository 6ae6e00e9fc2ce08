import { PATHS } from '@pulso/protocol/constants'
import type { Report } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { request } from '../request.ts'
import { isReport } from '../wire-guards.ts'

/** The last 7 days of a site: `null` while they are read, `failed` when they cannot be. */
export type Week = Report | 'failed' | null

export function useWeek(site: string): Week {
  const [week, setWeek] = useState<Week>(null)
  useEffect(() => {
    const ending = new AbortController()
    void request(`${PATHS.stats(site)}?days=7&by=prompt`, isReport, { signal: ending.signal }).then((outcome) => {
      if (!ending.signal.aborted) setWeek(outcome.ok ? outcome.value : 'failed')
    })
    return () => ending.abort()
  }, [site])
  return week
}

/** How often a prompt was answered in these days. */
export function toAnswers(week: Report, prompt: string): number {
  return week.breakdown?.groups.find(({ key }) => key === prompt)?.answered ?? 0
}
