import { toClockText } from '../format/times.ts'
import type { SiteWatch } from '../live/site-watch.ts'
import type { Preferences } from '../preferences.ts'
import { RANGES, type RangeDays } from '../route.ts'
import type { Session } from '../session.ts'
import type { SiteSummary } from '../wire-guards.ts'
import { useSpeech } from '../words/speech.tsx'
import { Choice } from './choice.tsx'
import { Mark } from './mark.tsx'
import { PreferencesMenu } from './preferences-menu.tsx'
import { useRangeKeys } from './use-range-keys.ts'
import './top-bar.css'

type Props = {
  site: string
  /** Null where the page has no numbers of a range. */
  days: RangeDays | null
  sites: readonly SiteSummary[]
  watch: SiteWatch
  preferences: Preferences
  session: Session
  onSite: (site: string) => void
  onDays: (days: RangeDays) => void
  onNewSite: () => void
  mayLeave: () => boolean
}

/** No site is called so. */
const NEW_SITE = '+'

/** Which site, which days, and whether the numbers are of this moment. */
export function TopBar({ site, days, sites, watch, preferences, session, onSite, onDays, onNewSite, mayLeave }: Props) {
  const { words } = useSpeech()
  useRangeKeys(days, onDays)
  const state = session.state.value
  const mayCreateSites = state.is === 'signed-in' && state.mayCreateSites
  const name = watch.state.value.report?.site.name ?? sites.find(({ id }) => id === site)?.name ?? site
  const choose = (select: HTMLSelectElement) => {
    const chosen = select.value
    // It says where somebody is: what is not saved may keep them there.
    select.value = site
    if (chosen === NEW_SITE) onNewSite()
    else onSite(chosen)
  }
  return (
    <header class="top-bar">
      <Mark />
      {sites.length > 1 || mayCreateSites ? (
        <select class="top-bar-site" aria-label={words.topBar.site} value={site} onChange={(event) => choose(event.currentTarget)}>
          {sites.map(({ id, name: siteName }) => (
            <option key={id} value={id}>
              {siteName}
            </option>
          ))}
          {mayCreateSites && <option value={NEW_SITE}>{words.topBar.newSite}</option>}
        </select>
      ) : (
        <span class="top-bar-site">{name}</span>
      )}
      {days !== null && (
        <Choice
          legend={words.topBar.range}
          isLegendHidden
          options={RANGES.map((value) => ({ value, label: words.topBar.ranges[value].short, hint: words.topBar.ranges[value].long }))}
          value={days}
          onChoose={onDays}
        />
      )}
      <ConnectionState watch={watch} />
      <PreferencesMenu preferences={preferences} session={session} mayLeave={mayLeave} />
    </header>
  )
}

function ConnectionState({ watch }: { watch: SiteWatch }) {
  const { words, locale } = useSpeech()
  const connection = watch.connection.value
  const { report } = watch.state.value
  // Nothing is watched at a site that is not there.
  if (watch.failure.value === 'missing') return null
  const isPaused = watch.isPaused.value
  const isStale = report !== null && (isPaused || connection === 'reconnecting' || connection === 'offline')
  return (
    <div class="connection" data-connection={isPaused ? 'paused' : connection}>
      <p role="status">
        <span class="connection-dot" aria-hidden="true" />
        <span class="connection-word">{isPaused ? words.connectionPaused : words.connection[connection]}</span>
        {isStale && <span class="connection-since">{words.numbersFrom(toClockText(report.asOf, locale, report.site.timeZone))}</span>}
      </p>
      {(isPaused || connection === 'live') && (
        <button
          type="button"
          class="connection-pause"
          aria-label={isPaused ? words.goOn : words.pause}
          title={isPaused ? words.goOn : words.pause}
          onClick={() => watch.pause(!isPaused)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={isPaused ? 'M7 5v10l8-5z' : 'M7 5v10M13 5v10'} />
          </svg>
        </button>
      )}
    </div>
  )
}
