import { type AlertReport, type Lane, type Release, type ReleaseReport, type ShareTerms, toTouchpointHeirs } from '@pulso/protocol'
import { CHANGE_HISTORY_DAYS, type DatedRelease, type DayScores, toAlerts, toReleaseChanges } from '@pulso/stats'
import { addDays, type Days, toLocalTime } from '../reports/local-time.ts'
import { toSharedDays, toSharedPart, toSharedRelease, toVisibleDays } from '../sharing/share-terms.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { readDayScores } from './read-day-scores.ts'
import { ReleaseStore } from './release-store.ts'

const DAY_MS = 86_400_000
/** Releases that can lie near a change of the last weeks are not older than this. */
const RELEASE_DAYS = 140
/** How many days after a release, and before it, its changes can look at. */
const SIDE_DAYS = 28

/** A lane in which scores are compared: what lies in quarantine has none. */
type AlertLane = Exclude<Lane, 'quarantine'>

/** Reads half a year of day tallies and says of every touchpoint whether it has changed: the same numbers at every look until a day of the site ends. */
export async function readAlerts(
  database: D1Database,
  site: StoredSite,
  lane: AlertLane,
  now: number,
  terms: ShareTerms | null = null,
): Promise<AlertReport> {
  const today = toLocalTime(now, site.timeZone).day
  const history = { from: addDays(today, -CHANGE_HISTORY_DAYS), to: addDays(today, -1) }
  const visible = terms ? toVisibleDays(history, terms, today) : history
  if (visible === null) return { through: history.to, asOf: now, lane, alerts: [], releases: [] }
  const { from, to: through } = visible
  const [rows, all] = await Promise.all([
    readDayScores(database, site, lane, from, through, terms),
    new ReleaseStore(database, site.id).list(now - RELEASE_DAYS * DAY_MS, now),
  ])
  const releases = terms ? toShownReleases(all, site, terms, { from, to: toSharedDays(terms, today).to }) : all
  const alerts = toAlerts(
    rows,
    from,
    through,
    releases.map((release) => toDated(release, site)),
  )
  const named = new Set(alerts.flatMap(({ changes }) => changes.flatMap((change) => change.releases)))
  return { through, asOf: now, lane, alerts, releases: releases.filter(({ id }) => named.has(id)) }
}

/** Releases of these days at what a share link shows. */
export function toShownReleases(releases: readonly Release[], site: StoredSite, terms: ShareTerms, days: Days): Release[] {
  const part = toSharedPart(site, terms)
  return releases.flatMap((release) => {
    const { day } = toLocalTime(release.at, site.timeZone)
    const shown = day >= days.from && day <= days.to ? toSharedRelease(release, part) : null
    return shown ?? []
  })
}

/** A release with the scores around it, from complete days alone. */
export async function readReleaseReport(
  database: D1Database,
  site: StoredSite,
  release: Release,
  lane: AlertLane,
  now: number,
): Promise<ReleaseReport> {
  const dated = toDated(release, site)
  const yesterday = addDays(toLocalTime(now, site.timeZone).day, -1)
  const from = addDays(dated.day, -SIDE_DAYS)
  const [to = yesterday] = [addDays(dated.day, SIDE_DAYS), yesterday].sort()
  const rows: DayScores[] = to > dated.day ? await readDayScores(database, site, lane, from, to) : []
  return { ...release, asOf: now, lane, changes: toReleaseChanges(rows, from, to, dated) }
}

/** At the touchpoints of today, as the scores are. One that left the journey stays named, or the release would concern all of them. */
function toDated(release: Release, { timeZone, touchpoints }: StoredSite): DatedRelease {
  const concerned = release.touchpoints.flatMap((name) => {
    const heirs = toTouchpointHeirs(touchpoints, name)
    return heirs.length > 0 ? heirs.map(({ key }) => key) : [name]
  })
  return { ...release, touchpoints: concerned, day: toLocalTime(release.at, timeZone).day }
}
