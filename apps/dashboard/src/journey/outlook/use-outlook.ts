import type { Report } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { type Outlook, readOutlook } from './outlook.ts'

const MINUTE_MS = 60_000

/** The course of every score, read once for the whole page, and again once a minute while answers come. */
export function useOutlook({ site, range, environment, lane, asOf, ...rest }: Report): Outlook | null {
  const [outlook, setOutlook] = useState<Outlook | null>(null)
  // Another journey has other groups.
  const keys = rest.stages.flatMap((stage) => stage.touchpoints.map(({ key }) => key)).join(' ')
  useEffect(() => {
    const ending = new AbortController()
    void readOutlook({ site, range, environment, lane, asOf, ...rest }, ending.signal).then((next) => {
      if (next && !ending.signal.aborted) setOutlook(next)
    })
    return () => ending.abort()
  }, [site.id, range.from, range.to, environment, lane, keys, Math.floor(asOf / MINUTE_MS)])
  return outlook
}
