import type { SiteWatch } from '../live/site-watch.ts'
import { useSpeech } from '../words/speech.tsx'
import { Advice } from './advice.tsx'
import { Skeleton } from './skeleton.tsx'

/** What a page shows while there is no report: its shape while one is on the way, else why there is none and what to do. */
export function ReportAdvice({ watch }: { watch: SiteWatch }) {
  const { words } = useSpeech()
  const failure = watch.failure.value
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
