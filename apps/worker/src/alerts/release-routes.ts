import { AlertReport, Lane, LIMITS, Release, ReleaseDefinition, ReleaseList, ReleaseReport, toTouchpointHeirs } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { toLocalTime } from '../reports/local-time.ts'
import { Day } from '../request/day.ts'
import { ProblemError } from '../request/problem-error.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import { refuseBeyondTerms, toSharedDays } from '../sharing/share-terms.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { ReleaseStore } from './release-store.ts'
import { readAlerts, readReleaseReport, toShownReleases } from './site-alerts.ts'

const NO_STORE = { 'Cache-Control': 'no-store' }
const DAY_MS = 86_400_000

const RangeQuery = z.strictObject({
  from: Day.optional().meta({ description: 'The first day, in the time zone of the site.' }),
  to: Day.optional().meta({ description: 'The last day, included.' }),
})

const LaneQuery = z.strictObject({
  lane: Lane.exclude(['quarantine']).optional().meta({ description: 'Whose answers; without it those that the stats show.' }),
})

const RELEASE = { release: { description: 'The id of a release.', schema: z.string() } }

/** What the team changed, and whether anything changed at the touchpoints. */
export const releaseRoutes = new Hono<AppEnvironment>()

releaseRoutes.post(
  '/v1/sites/:site/releases',
  declare({
    id: 'saveRelease',
    group: 'Releases',
    summary: 'Mark a release',
    description: `Something that the team changed. The id is the sender's: sent again it is the same release, with what is said of it now. Past ${LIMITS.releases} the oldest go.`,
    access: 'site:write',
    site: 'existing',
    body: { schema: ReleaseDefinition, maxBytes: LIMITS.batchBytes },
    answers: {
      200: { description: 'It was known already; this is how it is now.', schema: Release },
      201: { description: 'It is new.', schema: Release },
    },
  }),
  async (context) => {
    const { site } = context.var
    const definition = context.req.valid('json')
    refuseUnknownTouchpoints(site, definition.touchpoints)
    const { release, isNew } = await new ReleaseStore(context.env.DB, site.id).save(definition, Date.now())
    return context.json(release, isNew ? 201 : 200, NO_STORE)
  },
)

releaseRoutes.get(
  '/v1/sites/:site/releases',
  declare({
    id: 'listReleases',
    group: 'Releases',
    summary: 'List releases',
    description: 'The newest first.',
    access: 'stats:read',
    site: 'existing',
    query: RangeQuery,
    isShared: true,
    answers: { 200: { description: 'Those of the range, or all.', schema: ReleaseList } },
  }),
  async (context) => {
    const { site, terms } = context.var
    const { from = '0000-01-01', to = '9999-12-31' } = context.req.valid('query')
    // A day of the site lies within a day and a bit of the same day in UTC; which side it is on the zone says.
    const candidates = await new ReleaseStore(context.env.DB, site.id).list(
      Date.parse(`${from}T00:00:00Z`) - DAY_MS,
      Date.parse(`${to}T00:00:00Z`) + 2 * DAY_MS,
    )
    const releases = candidates.filter(({ at }) => {
      const { day } = toLocalTime(at, site.timeZone)
      return day >= from && day <= to
    })
    const shown = terms ? toShownReleases(releases, site, terms, toSharedDays(terms, toLocalTime(Date.now(), site.timeZone).day)) : releases
    return context.json({ releases: shown }, 200, NO_STORE)
  },
)

releaseRoutes.get(
  '/v1/sites/:site/releases/:release',
  declare({
    id: 'readRelease',
    group: 'Releases',
    summary: 'Compare scores before and after a release',
    description:
      'At the touchpoints that it concerns: up to four weeks after its day against the four weeks before, from complete days, its own day left out; while less than a week has passed, only the same weekdays of the weeks before.',
    access: 'stats:read',
    site: 'existing',
    params: RELEASE,
    query: LaneQuery,
    answers: { 200: { description: 'The release with what changed around it.', schema: ReleaseReport } },
  }),
  async (context) => {
    const { site } = context.var
    const release = await new ReleaseStore(context.env.DB, site.id).find(context.req.param('release'))
    if (!release) throw toUnknownRelease()
    const lane = context.req.valid('query').lane ?? toDefaultLane(site)
    return context.json(await readReleaseReport(context.env.DB, site, release, lane, Date.now()), 200, NO_STORE)
  },
)

releaseRoutes.delete(
  '/v1/sites/:site/releases/:release',
  declare({
    id: 'deleteRelease',
    group: 'Releases',
    summary: 'Delete a release',
    access: 'site:write',
    site: 'existing',
    params: RELEASE,
    answers: { 204: { description: 'It is gone.' } },
  }),
  async (context) => {
    const isRemoved = await new ReleaseStore(context.env.DB, context.var.site.id).remove(context.req.param('release'))
    if (!isRemoved) throw toUnknownRelease()
    return context.body(null, 204)
  },
)

releaseRoutes.get(
  '/v1/sites/:site/alerts',
  declare({
    id: 'readAlerts',
    group: 'Reports',
    summary: 'Ask whether anything has changed',
    description:
      'Of every touchpoint, kind and scale with answers: whether its score is other than in the weeks before, since when, by how much, and which releases are near. Look as often as you like: while nothing changes, at most one site in twenty sees an alarm within 28 days, all its touchpoints together.',
    access: 'stats:read',
    site: 'existing',
    query: LaneQuery,
    isShared: true,
    answers: { 200: { description: 'As of the last complete day of the site.', schema: AlertReport } },
  }),
  async (context) => {
    const { site, terms } = context.var
    const query = context.req.valid('query')
    refuseBeyondTerms(terms, query)
    return context.json(await readAlerts(context.env.DB, site, query.lane ?? toDefaultLane(site), Date.now(), terms), 200, NO_STORE)
  },
)

/** @throws ProblemError `invalid-request`: a name that is mistyped would concern nothing, and nobody would notice. A pipeline may go on using a former one. */
function refuseUnknownTouchpoints(site: StoredSite, keys: readonly string[]): void {
  const unknown = keys.filter((key) => toTouchpointHeirs(site.touchpoints, key).length === 0)
  if (unknown.length === 0) return
  throw new ProblemError(
    'invalid-request',
    `touchpoints: the site has none that is called ${unknown.map((key) => `"${key}"`).join(' or ')}.`,
  )
}

function toUnknownRelease(): ProblemError {
  return new ProblemError('not-found', 'The site has no such release.')
}
