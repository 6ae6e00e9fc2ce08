import { useEffect, useMemo } from 'preact/hooks'
import { CommentStream } from '../comments/comment-stream.tsx'
import { ExportLinks } from '../exports/export-links.tsx'
import { Findings } from '../findings/findings.tsx'
import { InstallPanel } from '../install/install-panel.tsx'
import { JourneyMap } from '../journey/journey-map.tsx'
import { createSiteWatch, type SiteWatch } from '../live/site-watch.ts'
import { toTouchpoints } from '../live/watch-state.ts'
import { Overview } from '../overview/overview.tsx'
import type { Preferences } from '../preferences.ts'
import { type RangeDays, toSitePath } from '../route.ts'
import type { Router } from '../router.ts'
import type { Session } from '../session.ts'
import type { SiteSummary } from '../wire-guards.ts'
import { useSpeech } from '../words/speech.tsx'
import { Advice } from './advice.tsx'
import { News } from './news.tsx'
import { Notices } from './notices.tsx'
import { Skeleton } from './skeleton.tsx'
import { TopBar } from './top-bar.tsx'
import { useTabTitle } from './use-tab-title.ts'
import './site-page.css'

type Props = {
  site: string
  days: RangeDays
  sites: readonly SiteSummary[]
  preferences: Preferences
  router: Router
  session: Session
}

/** The journey of one site, moving while people answer. */
export function SitePage({ site, days, sites, preferences, router, session }: Props) {
  const { words } = useSpeech()
  const watch = useMemo(() => createSiteWatch(site, days), [site, days])
  useEffect(() => () => watch.destroy(), [watch])

  const failure = watch.failure.value
  useEffect(() => {
    if (failure === 'signed-out') session.markEnded()
  }, [failure, session])
  useTabTitle(watch)
  const state = session.state.value

  return (
    <div class="site-page">
      <a class="skip" href="#scores">
        {words.skipToContent}
      </a>
      <TopBar
        site={site}
        days={days}
        sites={sites}
        watch={watch}
        preferences={preferences}
        session={session}
        onMove={(nextSite, nextDays) => router.go(toSitePath(nextSite, nextDays))}
      />
      <main id="scores" tabIndex={-1}>
        <Content
          watch={watch}
          mayReadResponses={state.is === 'signed-in' && state.mayReadResponses}
          onWholeYear={days === 365 ? null : () => router.go(toSitePath(site, 365))}
        />
      </main>
      <News watch={watch} />
    </div>
  )
}

type ContentProps = { watch: SiteWatch; mayReadResponses: boolean; onWholeYear: (() => void) | null }

function Content({ watch, mayReadResponses, onWholeYear }: ContentProps) {
  const { words } = useSpeech()
  const { report } = watch.state.value
  const failure = watch.failure.value
  if (report === null) {
    if (failure === null || failure === 'signed-out') return <Skeleton />
    const advice = failure === 'missing' ? words.siteMissing : failure === 'unreachable' ? words.siteUnreachable : words.siteBroken
    return (
      <Advice {...advice}>
        {failure === 'missing' ? (
          <a class="button" href="/">
            {words.unknownPage.goHome}
          </a>
        ) : (
          <button type="button" class="button" onClick={() => void watch.refresh()}>
            {words.tryAgain}
          </button>
        )}
      </Advice>
    )
  }
  const isQuiet = toTouchpoints(report).every((touchpoint) => touchpoint.shown === 0 && touchpoint.answered === 0)
  return (
    <>
      <Notices report={report} />
      {isQuiet ? <InstallPanel report={report} onWholeYear={onWholeYear} /> : <Overview report={report} />}
      {!isQuiet && <Findings report={report} />}
      <div class="site-columns">
        <JourneyMap report={report} beats={watch.state.value.beats} mayReadResponses={mayReadResponses} />
        {mayReadResponses && <CommentStream watch={watch} report={report} />}
      </div>
      {mayReadResponses && !isQuiet && <ExportLinks report={report} />}
    </>
  )
}
