import { useEffect, useMemo } from 'preact/hooks'
import { KeysHelp } from '../controls/keys-help.tsx'
import { Toasts } from '../controls/toasts.tsx'
import { createSiteWatch } from '../live/site-watch.ts'
import type { Preferences } from '../preferences.ts'
import { type SiteRoute, toSitePath } from '../route.ts'
import type { Router } from '../router.ts'
import type { Session } from '../session.ts'
import type { SiteSummary } from '../wire-guards.ts'
import { useSpeech } from '../words/speech.tsx'
import { News } from './news.tsx'
import { RANGED_SECTIONS } from './pages.ts'
import { SectionPage } from './section-page.tsx'
import { SessionEnded } from './session-ended.tsx'
import { createSiteDefinitionStore } from './site-definition-store.ts'
import { SiteNav } from './site-nav.tsx'
import { TopBar } from './top-bar.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { useTabTitle } from './use-tab-title.ts'
import './site-page.css'

type Props = {
  route: SiteRoute
  sites: readonly SiteSummary[]
  preferences: Preferences
  router: Router
  session: Session
}

/** The frame around every page of a site, whose numbers move while people answer. */
export function SitePage({ route, sites, preferences, router, session }: Props) {
  const { words } = useSpeech()
  const { site, section, item, query, days } = route
  const watch = useMemo(() => createSiteWatch(site, days), [site, days])
  useEffect(() => () => watch.destroy(), [watch])
  const definition = useMemo(() => createSiteDefinitionStore(site), [site])

  const failure = watch.failure.value
  useEffect(() => {
    if (failure === 'signed-out') session.markEnded()
  }, [failure, session])
  const hasEnded = session.hasEnded.value
  useEffect(() => {
    // Another page has noticed first; or there is a session again, and the numbers go on.
    if (hasEnded || watch.failure.peek() === 'signed-out') void watch.refresh()
  }, [hasEnded, watch])
  useTabTitle(watch, section)
  useKeptFocus()

  return (
    <div class="site-page">
      <a class="skip" href="#content">
        {words.skipToContent}
      </a>
      <TopBar
        site={site}
        days={RANGED_SECTIONS.has(section) ? days : null}
        sites={sites}
        watch={watch}
        preferences={preferences}
        session={session}
        onSite={(next) => router.go(toSitePath(next, { section: item === null ? section : 'journey', days }))}
        onNewSite={() => router.go('/new')}
        mayLeave={() => router.mayLeave.value?.() ?? true}
        onDays={(next) => router.go(toSitePath(site, { section, item, query, days: next }))}
      />
      <SiteNav route={route} session={session} />
      <main id="content" tabIndex={-1}>
        <SectionPage
          section={section}
          site={site}
          item={item}
          query={query}
          days={days}
          watch={watch}
          definition={definition}
          session={session}
          preferences={preferences}
          router={router}
        />
      </main>
      <News watch={watch} />
      <Toasts />
      <KeysHelp />
      {hasEnded && <SessionEnded session={session} />}
    </div>
  )
}
