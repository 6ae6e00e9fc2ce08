import { ImportBatch, LIMITS, Report, ResponseSource, Site, SiteDefinition, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { ResponseStore } from '../ingest/response-store.ts'
import { toRow } from '../ingest/to-row.ts'
import { MonthStore } from '../months/month-store.ts'
import { toTouchedMonths } from '../months/to-touched-months.ts'
import { WATCHER_HEADER, type Watcher } from '../reports/live-room.ts'
import { ReportQuery } from '../reports/report-query.ts'
import { readReport } from '../reports/site-report.ts'
import { answerUnlessKnown } from '../request/answer-unless-known.ts'
import { ProblemError } from '../request/problem-error.ts'
import { namePseudonyms } from '../respondents/name-pseudonyms.ts'
import { refuseBeyondTerms } from '../sharing/share-terms.ts'
import { rekey } from '../tallies/rekey.ts'
import { IF_MATCH, toCondition, toTagHeaders } from './if-match.ts'
import { SiteStore, type StoredSite, toPublicSite } from './site-store.ts'

const RemovalQuery = z.strictObject({ source: ResponseSource.exclude(['visitor']) })

/** Sites, their reports and responses: for the product team, behind a token or a session. */
export const siteRoutes = new Hono<AppEnvironment>()

siteRoutes.get(
  '/v1/sites',
  declare({
    id: 'listSites',
    group: 'Sites',
    summary: 'List sites',
    access: 'stats:read',
    answers: { 200: { description: 'The sites that you may see.', schema: z.object({ sites: z.array(Site) }) } },
  }),
  async (context) => {
    const sites = await new SiteStore(context.env.DB).listFor(context.var.grant)
    return context.json({ sites: sites.map(toPublicSite) })
  },
)

siteRoutes.get(
  '/v1/sites/:site',
  declare({
    id: 'readSite',
    group: 'Sites',
    summary: 'Read a site',
    description:
      'Its journey and prompts, complete: defaults are filled in. The ETag names this definition, for `If-Match` when it is saved.',
    access: 'stats:read',
    site: 'existing',
    answers: { 200: { description: 'The site.', schema: Site } },
  }),
  (context) => context.json(toPublicSite(context.var.site), 200, toTagHeaders(context.var.site)),
)

siteRoutes.put(
  '/v1/sites/:site',
  declare({
    id: 'saveSite',
    group: 'Sites',
    summary: 'Create or replace a site',
    description:
      'The whole definition: journey, prompts, look. What GET gave is taken back as it is, and texts that are still the defaults go on following the name, the tone and the languages of the site. A prompt that changed gets the next version; one that is left out is retired, and late answers to it are still taken. When the time zone or the segments change, what is stored moves to the days and segments in which it counts now, in the background.',
    access: 'site:write',
    site: 'named',
    headers: IF_MATCH,
    body: { schema: SiteDefinition, maxBytes: LIMITS.managementBytes },
    answers: { 200: { description: 'The site as it is now.', schema: Site } },
    problems: ['changed-meanwhile'],
  }),
  async (context) => {
    const condition = toCondition(context.req.header('If-Match'))
    const site = await new SiteStore(context.env.DB).save(context.req.param('site'), context.req.valid('json'), Date.now(), condition)
    // After the answer: of few responses it is done in a moment, of many the rest is done by night.
    context.executionCtx.waitUntil(rekey(context.env, site, false))
    // Whoever watches sees the journey as it is now: without this, only with the next answer.
    context.executionCtx.waitUntil(toRoom(context.env, site).publish({ touchpoints: toTouched(site), responses: [] }))
    return context.json(toPublicSite(site), 200, toTagHeaders(site))
  },
)

siteRoutes.get(
  '/v1/sites/:site/stats',
  declare({
    id: 'readStats',
    group: 'Reports',
    summary: 'Read the scores of every touchpoint',
    description:
      'In the order of the journey, each with its formula, n and 95 % interval. No answers is null, never zero. Filters narrow what is counted everywhere in the answer; `by`, `interval` and `compare` add a breakdown of the same answers. The ETag is that of the numbers: while none has changed, `If-None-Match` is answered with 304.',
    access: 'stats:read',
    site: 'existing',
    query: ReportQuery,
    isShared: true,
    answers: { 200: { description: 'The report.', schema: Report }, 304: { description: 'No number has changed.' } },
  }),
  async (context) => {
    const { site, terms } = context.var
    const query = context.req.valid('query')
    refuseBeyondTerms(terms, query)
    return answerUnlessKnown(context, await readReport(context.env.DB, site, query, Date.now(), terms))
  },
)

siteRoutes.get(
  '/v1/sites/:site/live',
  declare({
    id: 'watchSite',
    group: 'Reports',
    summary: 'Watch the scores move',
    description:
      'A WebSocket. It sends a frame `{"type": "report", "report", "touched", "responses"}` at once and whenever answers were stored, at most four a second. Each carries the whole report, as the stats endpoint has it with the same query, so nothing is missed or counted twice by whoever comes back; `responses` are new comments, for whoever has `responses:read`. `ping` is answered with `pong`.',
    access: 'stats:read',
    site: 'existing',
    query: ReportQuery,
    isShared: true,
    answers: { 101: { description: 'The connection is open; frames follow.' } },
    problems: ['upgrade-required'],
  }),
  (context) => {
    if (context.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
      throw new ProblemError('upgrade-required', 'Open a WebSocket here, or poll the stats endpoint.', {
        headers: { Upgrade: 'websocket' },
      })
    }
    const { site, grant, terms } = context.var
    const query = context.req.valid('query')
    refuseBeyondTerms(terms, query)
    const watcher: Watcher = { siteId: site.id, query, holder: grant.holder }
    const headers = new Headers(context.req.raw.headers)
    headers.set(WATCHER_HEADER, JSON.stringify(watcher))
    return toRoom(context.env, site).fetch(new Request(context.req.raw, { headers }))
  },
)

siteRoutes.delete(
  '/v1/sites/:site/responses',
  declare({
    id: 'removeResponses',
    group: 'Sites',
    summary: 'Remove seeded or imported responses',
    description: 'Never what visitors answered. Scores follow at once, months that are counted at night the next night.',
    access: 'site:write',
    site: 'existing',
    query: RemovalQuery,
    answers: { 200: { description: 'How many there were.', schema: z.object({ removed: z.number().int() }) } },
  }),
  async (context) => {
    const { site } = context.var
    const removed = await new ResponseStore(context.env.DB, site.id).removeSource(context.req.valid('query').source)
    if (removed > 0) await new MonthStore(context.env.DB, site.id).recount()
    await toRoom(context.env, site).publish({ touchpoints: site.touchpoints.map((touchpoint) => touchpoint.key), responses: [] })
    return context.json({ removed })
  },
)

siteRoutes.post(
  '/v1/sites/:site/import',
  declare({
    id: 'importResponses',
    group: 'Sites',
    summary: 'Import history',
    description: 'Responses from elsewhere, at the times they happened: all of a request, or nothing. Sending them again changes nothing.',
    access: 'site:write',
    site: 'existing',
    body: { schema: ImportBatch, maxBytes: LIMITS.managementBytes },
    answers: { 200: { description: 'How many were new.', schema: z.object({ stored: z.number().int() }) } },
  }),
  async (context) => {
    const { site } = context.var
    const batch = context.req.valid('json')
    const receivedAt = Date.now()
    const arrival = {
      site,
      environment: 'production',
      source: batch.source,
      receivedAt,
      clockOffsetMs: 0,
      oldestAt: 0,
      network: null,
    } as const
    const respondents = await namePseudonyms(
      context.env.DB,
      site.id,
      batch.responses.map(({ respondentId }) => respondentId),
      receivedAt,
    )
    const rows = batch.responses.map(({ respondentId, ...response }, index) => {
      const respondent = respondents.get(respondentId)
      const item = toRow(response, { ...arrival, identity: respondent ? { kind: 'pseudonymous', respondent } : { kind: 'anonymous' } })
      if ('row' in item) return item.row
      throw new ProblemError('invalid-request', `responses.${index}: ${item.rejection.detail} Nothing of this request was stored.`)
    })
    const outcomes = await new ResponseStore(context.env.DB, site.id).save(rows)
    const months = toTouchedMonths(rows)
    if (months.size > 0) await new MonthStore(context.env.DB, site.id).recount(months)
    return context.json({ stored: outcomes.filter((outcome) => outcome === 'stored').length })
  },
)

/** Everything; of a journey without a touchpoint the tray, since a room sends nothing when nothing was touched. */
function toTouched({ touchpoints }: StoredSite): string[] {
  return touchpoints.length === 0 ? [UNMAPPED_TOUCHPOINT] : touchpoints.map(({ key }) => key)
}

function toRoom({ LIVE_ROOM }: AppEnvironment['Bindings'], site: StoredSite) {
  return LIVE_ROOM.get(LIVE_ROOM.idFromName(site.id))
}
