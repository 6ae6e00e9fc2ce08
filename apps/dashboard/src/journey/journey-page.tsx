import { CommentStream } from '../comments/comment-stream.tsx'
import { ExportLinks } from '../exports/export-links.tsx'
import { Findings } from '../findings/findings.tsx'
import { InstallPanel } from '../install/install-panel.tsx'
import { toTouchpoints } from '../live/watch-state.ts'
import { Overview } from '../overview/overview.tsx'
import { toSitePath } from '../route.ts'
import { Notices } from '../site/notices.tsx'
import type { PageProps } from '../site/page-props.ts'
import { ReportAdvice } from '../site/report-advice.tsx'
import { JourneyMap } from './journey-map.tsx'

/** The home page of a site: its journey, what to fix in it, and what people say. */
export function JourneyPage({ site, days, watch, session, router }: PageProps) {
  const { report, beats } = watch.state.value
  if (report === null) return <ReportAdvice watch={watch} />
  const state = session.state.value
  const mayReadResponses = state.is === 'signed-in' && state.mayReadResponses
  const isQuiet = toTouchpoints(report).every((touchpoint) => touchpoint.shown === 0 && touchpoint.answered === 0)
  return (
    <>
      <Notices report={report} />
      {isQuiet ? (
        <InstallPanel report={report} onWholeYear={days === 365 ? null : () => router.go(toSitePath(site, { days: 365 }))} />
      ) : (
        <>
          <Overview report={report} />
          <Findings report={report} />
        </>
      )}
      <div class="site-columns">
        <JourneyMap report={report} beats={beats} mayReadResponses={mayReadResponses} />
        {mayReadResponses && <CommentStream watch={watch} report={report} />}
      </div>
      {mayReadResponses && !isQuiet && <ExportLinks report={report} />}
    </>
  )
}
