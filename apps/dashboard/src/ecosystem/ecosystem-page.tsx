import { PATHS } from '@pulso/protocol/constants'
import { useEffect } from 'preact/hooks'
import { ErrorNote } from '../controls/error-note.tsx'
import { toRangeText } from '../format/times.ts'
import { useReading } from '../live/use-reading.ts'
import { toTouchpoints } from '../live/watch-state.ts'
import { toSitePath } from '../route.ts'
import { PageHead } from '../site/page-head.tsx'
import type { PageProps } from '../site/page-props.ts'
import { ReportAdvice } from '../site/report-advice.tsx'
import { Skeleton } from '../site/skeleton.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { AudienceCards } from './audience-cards.tsx'
import { isJourney, isRetention } from './guards.ts'
import { MomentsPanel } from './moments-panel.tsx'
import { RetentionPanel } from './retention-panel.tsx'
import { StageViews } from './stage-views.tsx'
import { ecosystemWords } from './words.ts'
import './ecosystem-page.css'

/** A journey puts every touchpoint of two ranges together: not oftener than this. */
const GAP_MS = 5000

/** Everybody around a business: audiences side by side, who comes back, and what goes along with recommendation. */
export function EcosystemPage(props: PageProps) {
  // Another site is another page.
  return <Ecosystem key={props.site} {...props} />
}

function Ecosystem({ site, query, days, watch, session, router }: PageProps) {
  const { locale } = useSpeech()
  const words = useWords(ecosystemWords)
  const { report } = watch.state.value
  const news = report === null ? '' : JSON.stringify([report.range, toTouchpoints(report).map(({ answered }) => answered)])
  const journey = useReading(report === null ? null : `${PATHS.journey(site)}?days=${days}`, isJourney, news, GAP_MS)
  const retention = useReading(`${PATHS.retention(site)}?months=12`, isRetention)
  useEffect(() => {
    if (journey.failure === 'signed-out') session.markEnded()
  }, [journey.failure, session])
  if (report === null) return <ReportAdvice watch={watch} />
  const state = session.state.value
  const names = new Map(toTouchpoints(report).map(({ key, name }) => [key, name]))
  const toPath = (touchpoint: string) => toSitePath(site, { section: 'touchpoints', item: touchpoint, days })
  return (
    <div class="page ecosystem">
      <PageHead title={words.title} lead={words.lead} meta={toRangeText(report.range, locale)} />
      {journey.failure !== null && journey.failure !== 'signed-out' && <ErrorNote failure={journey.failure} onTryAgain={journey.again} />}
      {journey.value === null && journey.failure === null && <Skeleton />}
      {journey.value !== null && (
        <div class="ecosystem-body" aria-busy={!journey.isOfNow}>
          <AudienceCards journey={journey.value} toPath={toPath} />
          <StageViews journey={journey.value} />
        </div>
      )}
      <RetentionPanel
        site={site}
        reading={retention}
        month={query.get('month')}
        mayWrite={state.is === 'signed-in' && state.mayWrite}
        onMonth={(month) => {
          const next = new URLSearchParams(query)
          if (month === null) next.delete('month')
          else next.set('month', month)
          router.go(toSitePath(site, { section: 'ecosystem', query: next }))
        }}
        onCounted={() => {
          retention.again()
          journey.again()
        }}
      />
      {journey.value !== null && <MomentsPanel journey={journey.value} names={names} toPath={toPath} />}
    </div>
  )
}
