import { useEffect, useRef, useState } from 'preact/hooks'
import type { Section } from '../route.ts'
import { useSpeech } from '../words/speech.tsx'
import { Advice } from './advice.tsx'
import type { PageComponent, PageProps } from './page-props.ts'
import { PAGES } from './pages.ts'
import { Skeleton } from './skeleton.tsx'

type Arrived = { section: Section; Page: PageComponent } | { section: Section; failed: true }

/** The page of a section, once it has arrived; until then its shape, and after an upgrade that took it away how to get the new one. */
export function SectionPage({ section, ...props }: PageProps & { section: Section }) {
  const { words } = useSpeech()
  const [arrived, setArrived] = useState<Arrived | null>(null)
  const opened = useRef(section)
  useEffect(() => {
    // Who follows a link is on another page now: the focus goes there, as it would with a page that loads.
    if (opened.current !== section) document.getElementById('content')?.focus({ preventScroll: true })
    opened.current = section
  }, [section])
  useEffect(() => {
    let isWanted = true
    PAGES[section]?.().then(
      (Page) => isWanted && setArrived({ section, Page }),
      () => isWanted && setArrived({ section, failed: true }),
    )
    return () => {
      isWanted = false
    }
  }, [section])
  if (PAGES[section] === undefined) {
    return (
      <Advice title={words.unknownPage.title} text={words.unknownPage.text}>
        <a class="button" href="/">
          {words.unknownPage.goHome}
        </a>
      </Advice>
    )
  }
  if (arrived?.section !== section) return <Skeleton />
  if ('failed' in arrived) {
    return (
      <Advice {...words.pageMissing}>
        <button type="button" class="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </Advice>
    )
  }
  return <arrived.Page {...props} />
}
