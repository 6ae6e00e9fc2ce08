import { toClockText } from '../format/times.ts'
import type { SiteWatch } from '../live/site-watch.ts'
import type { Preferences } from '../preferences.ts'
import { RANGES, type RangeDays } from '../route.ts'
import type { Session } from '../session.ts'
import type { SiteSummary } from '../wire-guards.ts'
import { useSpeech } from '../words/speech.tsx'
import { Choice } from './choice.tsx'
import { Mark } from './mark.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import './top-bar.css'

type Props = {
  site: string
  days: RangeDays
  sites: readonly SiteSummary[]
  watch: SiteWatch
  preferences: Preferences
  session: Session
  onMove: (site: string, days: RangeDays) => void
}

/** Which site, which days, and whether the numbers are of this moment. */
export function TopBar({ site, days, sites, watch, preferences, session, onMove }: Props) {
  const { words } = useSpeech()
  const name = watch.state.value.report?.site.name ?? sites.find(({ id }) => id === site)?.name ?? site
  return (
    <header class="top-bar">
      <Mark />
      {sites.length > 1 ? (
        <select
          class="top-bar-site"
          aria-label={words.topBar.site}
          value={site}
          onChange={(event) => onMove(event.currentTarget.value, days)}
        >
          {sites.map(({ id, name: siteName }) => (
            <option key={id} value={id}>
              {siteName}
            </option>
          ))}
        </select>
      ) : (
        <span class="top-bar-site">{name}</span>
      )}
      <Choice
        legend={words.topBar.range}
        isLegendHidden
        options={RANGES.map((value) => ({ value, label: words.topBar.ranges[value].short, hint: words.topBar.ranges[value].long }))}
        value={days}
        onChoose={(value) => onMove(site, value)}
      />
      <ConnectionState watch={watch} />
      <SettingsMenu preferences={preferences} session={session} />
    </header>
  )
}

function ConnectionState({ watch }: { watch: SiteWatch }) {
  const { words, locale } = useSpeech()
  const connection = watch.connection.value
  const { report } = watch.state.value
  // Nothing is watched at a site that is not there.
  if (watch.failure.value === 'missing') return null
  const isStale = report !== null && (connection === 'reconnecting' || connection === 'offline')
  return (
    <p class="connection" data-connection={connection} role="status">
      <span class="connection-dot" aria-hidden="true" />
      <span class="connection-word">{words.connection[connection]}</span>
      {isStale && <span class="connection-since">{words.numbersFrom(toClockText(report.asOf, locale, report.site.timeZone))}</span>}
    </p>
  )
}
