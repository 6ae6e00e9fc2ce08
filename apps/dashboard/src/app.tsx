import { useEffect, useMemo } from 'preact/hooks'
import { createKeys, KeysContext } from './controls/keys.ts'
import { createToasts, ToastsContext } from './controls/toasts.tsx'
import { NewSiteFrame } from './new-site/new-site-frame.tsx'
import type { Preferences } from './preferences.ts'
import { toSitePath } from './route.ts'
import type { Router } from './router.ts'
import type { Session } from './session.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { CodePage } from './site/code-page.tsx'
import { NoticePage } from './site/notice-page.tsx'
import { SitePage } from './site/site-page.tsx'
import { createSpeech, SpeechContext } from './words/speech.tsx'

type Props = { preferences: Preferences; router: Router; session: Session }

/** Which page it is: the address says which one, the session says whether it may be seen. */
export function App({ preferences, router, session }: Props) {
  const speech = useMemo(() => createSpeech(preferences.language), [preferences])
  const toasts = useMemo(() => createToasts(), [])
  const keys = useMemo(() => createKeys(preferences.shortcuts), [preferences])
  return (
    <SpeechContext.Provider value={speech}>
      <ToastsContext.Provider value={toasts}>
        <KeysContext.Provider value={keys}>
          <Page preferences={preferences} router={router} session={session} />
        </KeysContext.Provider>
      </ToastsContext.Provider>
    </SpeechContext.Provider>
  )
}

function Page({ preferences, router, session }: Props) {
  const route = router.route.value
  const state = session.state.value
  const code = route.page === 'sign-in' ? route.code : null
  const days = route.page === 'home' ? route.days : undefined
  const firstSite = state.is === 'signed-in' ? state.sites[0] : undefined

  useEffect(() => {
    if (code === null) return
    // The code leaves the address bar before anything else can read or keep it.
    router.go('/', { replace: true })
    void session.signIn(code)
  }, [code, router, session])

  const isOnTheWay = state.is === 'signed-in' && (route.page === 'home' || route.page === 'sign-in')
  useEffect(() => {
    if (!isOnTheWay) return
    const path = firstSite === undefined ? '/new' : toSitePath(firstSite.id, days === undefined ? {} : { days })
    router.go(path, { replace: true })
  }, [isOnTheWay, firstSite, days, router])

  if (route.page === 'join' || route.page === 'shared') {
    return <CodePage page={route.page} code={route.code} preferences={preferences} router={router} session={session} />
  }
  if (state.is !== 'signed-in') return <SignInPage preferences={preferences} session={session} />
  if (route.page === 'site') {
    return <SitePage route={route} sites={state.sites} preferences={preferences} router={router} session={session} />
  }
  if (isOnTheWay) return null
  if (route.page === 'new-site') {
    return <NewSiteFrame rights={state} session={session} preferences={preferences} router={router} />
  }
  return <NoticePage preferences={preferences} session={session} />
}
