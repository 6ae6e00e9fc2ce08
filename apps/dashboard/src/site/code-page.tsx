import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Preferences } from '../preferences.ts'
import type { Router } from '../router.ts'
import type { Session } from '../session.ts'
import { useSpeech } from '../words/speech.tsx'
import { Advice } from './advice.tsx'
import { PlainPage } from './plain-page.tsx'

/** What a page gets that is opened by a code behind the `#`, signed in or not. */
export type CodePageProps = { code: string | null; preferences: Preferences; router: Router; session: Session }

const PAGES: Record<'join' | 'shared', () => Promise<ComponentType<CodePageProps>>> = {
  join: () => import('../joining/join-page.tsx').then(({ JoinPage }) => JoinPage),
  shared: () => import('../shared-view/shared-page.tsx').then(({ SharedPage }) => SharedPage),
}

/** The page of an invite or share link, once it has arrived. */
export function CodePage({ page, ...props }: CodePageProps & { page: keyof typeof PAGES }) {
  const { words } = useSpeech()
  const [Arrived, setArrived] = useState<ComponentType<CodePageProps> | 'failed' | null>(null)
  useEffect(() => {
    PAGES[page]().then(
      (Page) => setArrived(() => Page),
      () => setArrived('failed'),
    )
  }, [page])
  if (Arrived === null || Arrived === 'failed') {
    return (
      <PlainPage preferences={props.preferences}>
        {Arrived === 'failed' ? (
          <Advice {...words.pageMissing}>
            <button type="button" class="button" onClick={() => location.reload()}>
              {words.reload}
            </button>
          </Advice>
        ) : (
          <p role="status">{words.loading}</p>
        )}
      </PlainPage>
    )
  }
  return <Arrived {...props} />
}
