import type { Report, Site } from '@pulso/protocol/types'
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { CommentStream } from '../comments/comment-stream.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { useKeys } from '../controls/keys.ts'
import { ExportLinks } from '../exports/export-links.tsx'
import { Findings } from '../findings/findings.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { InstallPanel } from '../install/install-panel.tsx'
import { toTouchpoints } from '../live/watch-state.ts'
import { Overview } from '../overview/overview.tsx'
import { toSitePath } from '../route.ts'
import { Advice } from '../site/advice.tsx'
import { Notices } from '../site/notices.tsx'
import type { PageProps } from '../site/page-props.ts'
import { ReportAdvice } from '../site/report-advice.tsx'
import type { SiteDefinitionStore } from '../site/site-definition-store.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { FilterBar } from './filter/filter-bar.tsx'
import { parseMapFilter, toFilteredReport, withMapFilter } from './filter/map-filter.ts'
import { JourneyMap } from './journey-map.tsx'
import { useOutlook } from './outlook/use-outlook.ts'
import { createClaims } from './tray/claims.ts'
import { UnmappedTray } from './tray/unmapped-tray.tsx'
import { journeyWords } from './words.ts'
import './journey-page.css'

/** The home page of a site: its journey, what to fix in it, and what people say. */
export function JourneyPage(props: PageProps) {
  const { report } = props.watch.state.value
  return report === null ? <ReportAdvice watch={props.watch} /> : <Journey {...props} report={report} />
}

function Journey({ site, days, query, watch, definition, session, router, report }: PageProps & { report: Report }) {
  const { arrange } = useWords(journeyWords)
  const { beats } = watch.state.value
  const found = useFindings(report)
  const outlook = useOutlook(report, found)
  const state = session.state.value
  const rights = state.is === 'signed-in' ? state : null
  const mayReadResponses = rights?.mayReadResponses ?? false
  const mayWrite = rights?.mayWrite ?? false
  const claims = useMemo(() => createClaims(site), [site])
  useEffect(() => () => claims.destroy(), [claims])

  const filter = parseMapFilter(query)
  const shown = useMemo(() => toFilteredReport(report, filter), [report, filter.audience, filter.channel])
  const go = (next: URLSearchParams) => router.go(toSitePath(site, { query: next, days }))
  const isArranging = mayWrite && query.get('edit') === 'map'
  const toggle = () => {
    const next = new URLSearchParams(query)
    if (isArranging) next.delete('edit')
    else next.set('edit', 'map')
    go(next)
  }
  useKeys(mayWrite ? [{ keys: 'e', label: arrange.open, run: toggle }] : [])

  const toHref = useMemo(() => (item: string) => toSitePath(site, { section: 'touchpoints', item, days }), [site, days])
  const isQuiet = toTouchpoints(report).every((touchpoint) => touchpoint.shown === 0 && touchpoint.answered === 0)
  const tray = (
    <UnmappedTray
      report={report}
      unmapped={shown.unmapped}
      beats={shown.unmapped ? (beats.get(shown.unmapped.key) ?? 0) : 0}
      mayReadResponses={mayReadResponses}
      mayWrite={mayWrite}
      claims={claims}
      definition={definition}
    />
  )
  if (isArranging) {
    return (
      <>
        <Arrange report={report} definition={definition} onDone={toggle} />
        {tray}
      </>
    )
  }
  return (
    <>
      <Notices report={report} mayWrite={mayWrite} />
      {isQuiet ? (
        <InstallPanel report={report} onWholeYear={days === 365 ? null : () => router.go(toSitePath(site, { days: 365 }))} />
      ) : (
        <Overview report={shown} />
      )}
      <div class="journey-columns" data-quiet={isQuiet}>
        <JourneyMap
          report={report}
          shown={shown}
          filter={filter}
          beats={beats}
          outlook={outlook}
          toHref={toHref}
          controls={
            <>
              <FilterBar report={report} filter={filter} onFilter={(next) => go(withMapFilter(query, next))} />
              {mayWrite && (
                <button type="button" class="button button-quiet" onClick={toggle}>
                  {arrange.open}
                </button>
              )}
            </>
          }
        />
        {!isQuiet && <Findings found={found} shown={shown} toHref={toHref} />}
      </div>
      {tray}
      {mayReadResponses && <CommentStream watch={watch} report={report} />}
      {mayReadResponses && !isQuiet && <ExportLinks report={report} />}
    </>
  )
}

type ArrangeProps = { report: Report; definition: SiteDefinitionStore; onDone: () => void }
type ArrangeMap = ComponentType<ArrangeProps & { site: Site }>

/** What arranging needs comes when somebody arranges: the newest definition, and the code. */
function Arrange(props: ArrangeProps) {
  const { arrange } = useWords(journeyWords)
  const { definition } = props
  const { words } = useSpeech()
  const [Arranged, setArranged] = useState<ArrangeMap | 'missing' | null>(null)
  useEffect(() => {
    import('./arrange/arrange-map.tsx').then(
      ({ ArrangeMap: Arrived }) => setArranged(() => Arrived),
      () => setArranged('missing'),
    )
  }, [])
  // The live report tells when anybody has arranged the journey: then it is read again.
  const journey = props.report.stages.map(({ key, name, touchpoints }) => [key, name, touchpoints.map((one) => [one.key, one.name])])
  useEffect(() => void definition.read(), [definition, JSON.stringify(journey)])
  const site = definition.site.value
  const failure = definition.failure.value
  if (site === null && failure !== null) return <ErrorNote failure={failure} onTryAgain={() => void definition.read()} />
  if (Arranged === 'missing') {
    return (
      <Advice {...words.pageMissing}>
        <button type="button" class="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </Advice>
    )
  }
  if (site === null || Arranged === null) return <p role="status">{arrange.reading}</p>
  return <Arranged {...props} site={site} />
}
