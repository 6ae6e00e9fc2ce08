import type { SharedView as View } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { toCountText, toScoreText } from '../format/numbers.ts'
import { toClockText, toRangeText } from '../format/times.ts'
import { toTotals } from '../overview/totals.ts'
import type { Preferences } from '../preferences.ts'
import { ScoreFigure } from '../score/score-figure.tsx'
import { toDateText } from '../sharing/to-date-text.ts'
import { toFilterNames, toRangeName } from '../sharing/to-filter-names.ts'
import { sharingWords } from '../sharing/words.ts'
import { Mark } from '../site/mark.tsx'
import { PreferencesMenu } from '../site/preferences-menu.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { SharedComments } from './shared-comments.tsx'
import { SharedStage } from './shared-stage.tsx'
import type { SharedWatch } from './shared-watch.ts'
import { sharedViewWords } from './words.ts'
import './shared-view.css'

type Props = { view: View; watch: SharedWatch; preferences: Preferences; onWallboard: () => void }

/** A journey as a share link shows it: to look at, and nothing to press but what changes how one looks. */
export function SharedView({ view, watch, preferences, onWallboard }: Props) {
  const words = useWords(sharedViewWords)
  const { words: shell, locale } = useSpeech()
  const { report, beats } = watch.state.value
  const journey = watch.journey.value
  const connection = watch.connection.value
  const totals = report && toTotals(report)
  const demoResponses = report?.site.demoResponses ?? 0
  const trends = new Map(journey?.stages.flatMap(({ touchpoints }) => touchpoints.map(({ key, trends: own }) => [key, own] as const)))
  return (
    <div class="shared">
      {/* No link: its own # would take the place of the code, and the next reload would have none. */}
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {shell.skipToContent}
      </button>
      <Banner view={view} watch={watch} />
      <header class="shared-head">
        <Mark />
        <p class="shared-live" data-connection={connection}>
          <span class="shared-dot" aria-hidden="true" />
          <span role="status">{shell.connection[connection]}</span>
          {report && connection !== 'live' && <span>{shell.numbersFrom(toClockText(report.asOf, locale, view.site.timeZone))}</span>}
        </p>
        <PreferencesMenu preferences={preferences} />
      </header>
      <main id="content" tabIndex={-1}>
        <div class="shared-title">
          <div>
            <h1>{view.site.name}</h1>
            {report && <p class="shared-range">{toRangeText(report.range, locale)}</p>}
            {demoResponses > 0 && <p class="shared-range">{shell.demo(demoResponses, toCountText(demoResponses, locale))}</p>}
          </div>
          {totals && (
            <dl class="shared-totals">
              {totals.nps && totals.nps.value !== null && (
                <div>
                  <dt>{shell.overview.nps}</dt>
                  <dd>
                    <ScoreFigure score={totals.nps} />
                  </dd>
                </div>
              )}
              <div>
                <dt>{shell.overview.answers}</dt>
                <dd class="shared-count">{toCountText(totals.answered, locale)}</dd>
              </div>
            </dl>
          )}
          <button type="button" class="button button-quiet" onClick={onWallboard}>
            {words.wallboard}
          </button>
        </div>
        <FixFirst watch={watch} />
        <section aria-labelledby="shared-journey">
          <h2 id="shared-journey">{words.journey}</h2>
          {report === null ? (
            <p role="status">{shell.loading}</p>
          ) : (
            <ol class="shared-stages">
              {report.stages.map((stage) => (
                <SharedStage key={stage.key} stage={stage} beats={beats} trends={trends} />
              ))}
            </ol>
          )}
        </section>
        {view.comments && <SharedComments watch={watch} />}
      </main>
    </div>
  )
}

/** What this is a view of, and what it leaves out: what it shows must not be taken for the whole. */
function Banner({ view, watch }: { view: View; watch: SharedWatch }) {
  const words = useWords(sharedViewWords)
  const shares = useWords(sharingWords)
  const { language, locale } = useSpeech()
  const { report } = watch.state.value
  const stages = report?.stages ?? []
  const places = { stages, touchpoints: stages.flatMap(({ touchpoints }) => touchpoints) }
  const filters = toFilterNames(view.filter, places, shares, language)
  const facts = [
    view.expiresAt === null ? null : words.until(toDateText(view.expiresAt, locale)),
    toRangeName(view.range, shares, locale).toLocaleLowerCase(locale),
    filters.length > 0 ? words.filtered(filters.join('; ')) : null,
  ].filter((fact) => fact !== null)
  return (
    <aside class="shared-banner" aria-label={words.banner(view.site.name)}>
      <p>
        <strong>{words.banner(view.site.name)}</strong> · {view.name} · {facts.join(' · ')}
      </p>
      <p>{words.readOnly}</p>
    </aside>
  )
}

/** What lies below its standard, the worst first. */
function FixFirst({ watch }: { watch: SharedWatch }) {
  const words = useWords(sharedViewWords)
  const { language, locale } = useSpeech()
  const journey = watch.journey.value
  if (journey === null || journey.fixFirst.items.length === 0) return null
  const places = journey.stages.flatMap(({ touchpoints }) => touchpoints)
  return (
    <section aria-labelledby="shared-first">
      <h2 id="shared-first">{words.fixFirst}</h2>
      <ol class="shared-first">
        {journey.fixFirst.items.slice(0, 3).map(({ touchpoint, kind, scaleMax, gap, isConfident }) => {
          const place = places.find(({ key }) => key === touchpoint)
          const unit = place?.scores.find((score) => score.kind === kind && score.scaleMax === scaleMax)?.unit ?? 'percent'
          const toText = (value: number) => toScoreText(value, unit, locale) ?? ''
          return (
            <li key={`${touchpoint} ${kind} ${scaleMax}`}>
              <strong>{place ? toLocalized(place.name, language) : touchpoint}</strong>{' '}
              <span>
                {words.below(toText(gap.score), toText(gap.target))} {isConfident ? words.sure : words.unsure}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
