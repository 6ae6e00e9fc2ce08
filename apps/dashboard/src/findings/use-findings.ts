import type { Report } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { toTouchpoints } from '../live/watch-state.ts'
import { type Findings, readFindings } from './read-findings.ts'

const MINUTE_MS = 60_000

/** What a report amounts to, looked at again once a minute while answers come. Null when it cannot be read. */
export function useFindings(report: Report): Findings | 'reading' | null {
  const [found, setFound] = useState<Findings | 'reading' | null>('reading')
  const { site, range, environment, lane, asOf } = report
  // Another journey has other trends, and a standard that was just set is one to be held against.
  const standards = toTouchpoints(report)
    .map(({ key, targetScore }) => `${key} ${targetScore}`)
    .join(' ')
  useEffect(() => {
    const ending = new AbortController()
    void readFindings(report, ending.signal).then((next) => {
      if (!ending.signal.aborted) setFound((last) => next ?? (last === 'reading' ? null : last))
    })
    return () => ending.abort()
  }, [site.id, range.from, range.to, environment, lane, standards, Math.floor(asOf / MINUTE_MS)])
  return found
}
