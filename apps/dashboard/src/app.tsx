import { useEffect, useMemo } from 'preact/hooks'
import { createKeys, KeysContext } from './controls/keys.ts'
import { createToasts, ToastsContext } from './controls/toasts.tsx'
import type { Preferences } from './preferences.ts'
import { toSitePath } from './route.ts'
import type { Router } from './router.ts'
import type { Session } from './session.ts'
import { SignInPage } from './sign-in/sign-in-page.tsx'
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

  const isOnTheWay = firstSite !== undefined && (route.page === 'home' || route.page === 'sign-in')
  useEffect(() => {
    if (isOnTheWay) router.go(toSitePath(firstSite.id, days === undefined ? {} : { days }), { replace: true })
  }, [isOnTheWay, firstSite, days, router])

  if (state.is !== 'signed-in') return <SignInPage preferences={preferences} session={session} />
  if (route.page === 'site') {
    return <SitePage route={route} sites={state.sites} preferences={preferences} router={router} session={session} />
  }
  if (firstSite === undefined) return <NoticePage notice="no-site" preferences={preferences} session={session} />
  return isOnTheWay ? null : <NoticePage notice="unknown-page" preferences={preferences} session={session} />
}
