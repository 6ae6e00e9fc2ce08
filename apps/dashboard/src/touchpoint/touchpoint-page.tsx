import { LIMITS, UNMAPPED_TOUCHPOINT } from '@pulso/protocol/constants'
import { useEffect, useRef } from 'preact/hooks'
import { EmptyState } from '../controls/empty-state.tsx'
import { ErrorNote } from '../controls/error-note.tsx'
import { useKeys } from '../controls/keys.ts'
import { toLocalized } from '../format/localized.ts'
import { useNearness } from '../live/use-nearness.ts'
import { toTouchpoints } from '../live/watch-state.ts'
import { toSitePath } from '../route.ts'
import { Advice } from '../site/advice.tsx'
import type { PageProps } from '../site/page-props.ts'
import { ReportAdvice } from '../site/report-advice.tsx'
import { Skeleton } from '../site/skeleton.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { AlertsPanel } from './alerts-panel.tsx'
import { CommentsPanel } from './comments-panel.tsx'
import { FunnelPanel } from './funnel-panel.tsx'
import { toScoreKey } from './group-rows.ts'
import { GroupsPanel } from './groups-panel.tsx'
import { withChanges } from './page-query.ts'
import { ReleasesPanel } from './releases-panel.tsx'
import { ScorePanel } from './score-panel.tsx'
import { ThemesPanel } from './themes-panel.tsx'
import { TouchpointHead } from './touchpoint-head.tsx'
import { useTouchpoint } from './use-touchpoint.ts'
import { ViewBar } from './view-bar.tsx'
import { touchpointWords } from './words.ts'
import './touchpoint-page.css'

/** One touchpoint: its scores over time and beside others, how many got how far, and what people write there. */
export function TouchpointPage(props: PageProps) {
  // Another touchpoint is another page: nothing of this one may be seen there while its numbers are on their way.
  return <Touchpoint key={`${props.site} ${props.item}`} {...props} />
}

function Touchpoint({ site, item, query, days, watch, definition, session, router }: PageProps) {
  const { words: common, language } = useSpeech()
  const words = useWords(touchpointWords)
  const key = item ?? ''
  const state = session.state.value
  const mayReadResponses = state.is === 'signed-in' && state.mayReadResponses
  // Themes are found in the comments themselves, forty thousand rows of them: not before somebody comes to look.
  const isSettled = useRef(false)
  const [wordsRef, isNearWords] = useNearness<HTMLDivElement>(isSettled)
  const readings = useTouchpoint({
    site,
    touchpoint: key,
    query,
    days,
    watch,
    definition,
    areThemesWanted: mayReadResponses && isNearWords,
  })
  const { page, range, interval, offered, numbers, groups, alerts, themes, releases, touchpoint } = readings
  isSettled.current = numbers.value !== null && groups.value !== null
  const toPath = (changes: Record<string, string | null>) =>
    toSitePath(site, { section: 'touchpoints', item: key, query: withChanges(query, changes) })
  const change = (changes: Record<string, string | null>) => router.go(toPath(changes))

  const daysBefore = useRef(days)
  useEffect(() => {
    // Who chooses a range in the top bar wants it, and not the days that were chosen here.
    if (daysBefore.current !== days && page.range !== null) router.go(toPath({ from: null, to: null }), { replace: true })
    daysBefore.current = days
  }, [days])
  useEffect(() => {
    if (numbers.failure === 'signed-out') session.markEnded()
  }, [numbers.failure, session])
  useKeys(
    (['day', 'week', 'month'] as const).map((one) => ({
      keys: one.charAt(0),
      label: words.view.intervalKeys[one],
      run: () => {
        if (offered.includes(one)) change({ interval: one })
      },
    })),
  )

  const { report } = watch.state.value
  if (report === null) return <ReportAdvice watch={watch} />
  const isUnmapped = key === UNMAPPED_TOUCHPOINT
  const place = toTouchpoints(report).find((one) => one.key === key) ?? null
  if (place === null && !isUnmapped) {
    return (
      <Advice {...words.unknown}>
        <a class="button" href={toSitePath(site, { days })}>
          {common.unknownPage.goHome}
        </a>
      </Advice>
    )
  }
  const stage = report.stages.find(({ touchpoints }) => touchpoints.includes(place as NonNullable<typeof place>)) ?? null
  const { timeZone } = report.site
  const group = numbers.value?.breakdown.groups.find((one) => one.key === key)
  const scores = group?.scores ?? []
  return (
    <div class="page touchpoint-page">
      <TouchpointHead site={site} days={days} place={isUnmapped ? null : place} stage={stage} range={range} asking={touchpoint?.asking} />
      <ViewBar
        page={page}
        range={range}
        interval={interval}
        offered={offered}
        mostDays={LIMITS.rangeDays}
        definition={definition.site.value}
        touchpoint={key}
        kinds={[...new Set((place?.scores ?? scores.map(({ score }) => score)).map(({ kind }) => kind))]}
        today={report.range.to}
        toPath={toPath}
        onChange={change}
      />
      {numbers.failure !== null && numbers.failure !== 'signed-out' && <ErrorNote failure={numbers.failure} onTryAgain={readings.again} />}
      {numbers.value === null && numbers.failure === null && <Skeleton />}
      {numbers.value !== null && (
        <div class="touchpoint-body" aria-busy={!numbers.isOfNow}>
          {scores.length === 0 ? (
            <EmptyState {...words.quiet}>
              {days !== 365 && (
                <button
                  type="button"
                  class="button"
                  onClick={() => router.go(toSitePath(site, { section: 'touchpoints', item: key, days: 365 }))}
                >
                  {words.wholeYear}
                </button>
              )}
            </EmptyState>
          ) : (
            scores.map((score, index) => (
              <ScorePanel
                key={toScoreKey(score.score)}
                score={score}
                interval={interval}
                // A target is in the unit of the touchpoint's score, which is its first one.
                target={toScoreKey(score.score) === toScoreKey(place?.scores[0] ?? score.score) ? (place?.targetScore ?? null) : null}
                compare={page.compare}
                range={range}
                otherRange={numbers.value?.breakdown.otherRange ?? null}
                releases={releases}
                asOf={numbers.value?.asOf ?? 0}
                timeZone={timeZone}
                beats={index === 0 ? (watch.state.value.beats.get(key) ?? 0) : 0}
                onChooseDays={(chosen) => change({ ...chosen, interval: null })}
              />
            ))
          )}
          <div class="touchpoint-columns">
            <div class="touchpoint-column">
              {scores.some(({ score }) => score.n > 0) && (
                <GroupsPanel
                  page={page}
                  reading={groups}
                  definition={definition.site.value}
                  touchpoint={key}
                  toPath={toPath}
                  onBy={(by) => change({ by })}
                />
              )}
              {releases.length > 0 && (
                <ReleasesPanel site={site} releases={releases} touchpoint={key} lane={page.lane} timeZone={timeZone} />
              )}
            </div>
            <div class="touchpoint-column">
              {touchpoint && scores.length > 0 && <FunnelPanel touchpoint={touchpoint} />}
              <AlertsPanel touchpoint={key} reading={alerts} />
            </div>
          </div>
        </div>
      )}
      {mayReadResponses && (
        <div class="touchpoint-words" ref={wordsRef}>
          <ThemesPanel site={site} reading={themes} touchpoint={key} range={range} isNarrower={Object.keys(page.filters).length > 0} />
          <CommentsPanel
            site={site}
            touchpoint={key}
            name={place && !isUnmapped ? toLocalized(place.name, language) : common.journey.unmapped}
            page={page}
            range={range}
            timeZone={timeZone}
            news={readings.news}
            isWanted={isNearWords}
          />
        </div>
      )}
    </div>
  )
}
