import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Advice } from '../site/advice.tsx'
import { PlainPage } from '../site/plain-page.tsx'
import { useSpeech } from '../words/speech.tsx'
import type { NewSiteProps } from './new-site-page.tsx'

/** The page that makes a site, once it has arrived: who has one need not load it. */
export function NewSiteFrame(props: NewSiteProps) {
  const { words } = useSpeech()
  const [Page, setPage] = useState<ComponentType<NewSiteProps> | 'failed' | null>(null)
  useEffect(() => {
    import('./new-site-page.tsx').then(
      ({ NewSitePage }) => setPage(() => NewSitePage),
      () => setPage('failed'),
    )
  }, [])
  if (Page === null || Page === 'failed') {
    return (
      <PlainPage preferences={props.preferences} session={props.session}>
        {Page === 'failed' && (
          <Advice {...words.pageMissing}>
            <button type="button" class="button" onClick={() => location.reload()}>
              {words.reload}
            </button>
          </Advice>
        )}
      </PlainPage>
    )
  }
  return <Page {...props} />
}
