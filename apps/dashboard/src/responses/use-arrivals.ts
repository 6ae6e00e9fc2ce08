import type { Report } from '@pulso/protocol/types'
import { useEffect, useRef } from 'preact/hooks'
import type { SiteWatch } from '../live/site-watch.ts'
import { toTouchpoints } from '../live/watch-state.ts'
import type { Inbox } from './create-inbox.ts'

/** A page that has been scrolled this far is being read: nothing may push it down. */
const AT_TOP_PX = 120

/** Looks for new responses whenever the numbers of the site say that there are some. */
export function useArrivals(watch: SiteWatch, inbox: Inbox, isBusy: boolean): void {
  const { report } = watch.state.value
  const count = report === null ? null : toFingerprint(report)
  const last = useRef<{ inbox: Inbox; count: string | null }>({ inbox, count: null })
  const busy = useRef(isBusy)
  busy.current = isBusy
  useEffect(() => {
    const before = last.current
    last.current = { inbox, count }
    if (count === null || before.count === null || before.inbox !== inbox || before.count === count) return
    inbox.look(() => !busy.current && scrollY < AT_TOP_PX)
  }, [count, inbox])
}

/** Changes with every answer and every comment, in whatever lane. */
function toFingerprint(report: Report): string {
  const places = toTouchpoints(report).map(({ answered, completed, comments }) => `${answered} ${completed} ${comments}`)
  return JSON.stringify([places, report.otherLanes])
}
