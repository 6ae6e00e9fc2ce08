import { useEffect, useMemo } from 'preact/hooks'
import { ErrorNote } from '../controls/error-note.tsx'
import type { Preferences } from '../preferences.ts'
import type { Router } from '../router.ts'
import { Advice } from '../site/advice.tsx'
import type { CodePageProps } from '../site/code-page.tsx'
import { PlainPage } from '../site/plain-page.tsx'
import { Wallboard } from '../wallboard/wallboard.tsx'
import { useWords } from '../words/speech.tsx'
import { createSharedAccess, type SharedAccess } from './shared-access.ts'
import { SharedPassword } from './shared-password.tsx'
import { SharedView } from './shared-view.tsx'
import { createSharedWatch } from './shared-watch.ts'
import { sharedViewWords } from './words.ts'

/** Where a share link leads: what it shows, as a page or as a wallboard. */
export function SharedPage({ code, preferences, router }: CodePageProps) {
  const words = useWords(sharedViewWords)
  if (code === null) {
    return (
      <PlainPage preferences={preferences}>
        <Advice {...words.incomplete} />
      </PlainPage>
    )
  }
  return <OpenedByCode key={code} code={code} preferences={preferences} router={router} />
}

function OpenedByCode({ code, preferences, router }: { code: string; preferences: Preferences; router: Router }) {
  const words = useWords(sharedViewWords)
  const access = useMemo(() => createSharedAccess(code), [code])
  const state = access.state.value
  if (state.is === 'open') return <Opened access={access} opened={state} preferences={preferences} router={router} />
  return (
    <PlainPage preferences={preferences}>
      {state.is === 'opening' && <p role="status">{words.opening}</p>}
      {state.is === 'ended' && <Advice {...words.ended} />}
      {state.is === 'password' && <SharedPassword said={state.said} onOpen={access.open} />}
      {state.is === 'failed' && <ErrorNote failure={state.failure} onTryAgain={() => void access.open()} />}
    </PlainPage>
  )
}

type OpenedProps = {
  access: SharedAccess
  opened: Extract<SharedAccess['state']['value'], { is: 'open' }>
  preferences: Preferences
  router: Router
}

function Opened({ access, opened: { view, token }, preferences, router }: OpenedProps) {
  const watch = useMemo(() => createSharedWatch(view, token, access.markEnded), [view, token, access])
  useEffect(() => () => watch.destroy(), [watch])
  useEffect(() => {
    document.title = `${view.site.name} · Pulso`
  }, [view])
  // Read with every route, which is another object for every address.
  void router.route.value
  const address = new URL(location.href)
  const isWall = address.searchParams.get('view') === 'wallboard'
  const show = (wanted: 'wallboard' | null) => {
    if (wanted === null) address.searchParams.delete('view')
    else address.searchParams.set('view', wanted)
    router.go(address.href)
  }
  if (isWall) {
    return (
      <main>
        <Wallboard watch={watch} isEnded={false} onLeave={() => show(null)} />
      </main>
    )
  }
  return <SharedView view={view} watch={watch} preferences={preferences} onWallboard={() => show('wallboard')} />
}
