import { ImportBatch, Key, Lane, LIMITS, ResponseSource, SiteDefinition } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import { requireMember } from '../access/access.ts'
import type { AppEnvironment } from '../bindings.ts'
import { toChoiceKeys } from '../ingest/choice-places.ts'
import { parseCursor, ResponseStore } from '../ingest/response-store.ts'
import { toRow } from '../ingest/to-row.ts'
import { parseReportQuery, readReport } from '../reports/site-report.ts'
import { parseBody } from '../request/parse-body.ts'
import { ProblemError } from '../request/problem-error.ts'
import { readJson } from '../request/read-json.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import { SiteStore, toOptionKeys, toPublicSite } from './site-store.ts'

const PageQuery = z.strictObject({
  comments: z.literal('only').optional(),
  environment: z.enum(['production', 'test']).default('production'),
  lane: Lane.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().optional(),
})

const RemovalQuery = z.strictObject({ source: ResponseSource.exclude(['visitor']) })

/** Sites, their reports and responses: for the product team, behind a token or a session. */
export const siteRoutes = new Hono<AppEnvironment>()

siteRoutes.use('/v1/sites', requireMember)
siteRoutes.use('/v1/sites/*', requireMember)

siteRoutes.get('/v1/sites', async (context) => {
  const sites = await new SiteStore(context.env.DB).list()
  return context.json({ sites: sites.map(toPublicSite) })
})

siteRoutes.get('/v1/sites/:site', async (context) => {
  return context.json(toPublicSite(await new SiteStore(context.env.DB).find(context.req.param('site'))))
})

siteRoutes.put('/v1/sites/:site', async (context) => {
  const id = parseBody(Key, context.req.param('site'))
  const definition = parseBody(SiteDefinition, await readJson(context.req.raw, LIMITS.managementBytes))
  return context.json(toPublicSite(await new SiteStore(context.env.DB).save(id, definition, Date.now())))
})

siteRoutes.get('/v1/sites/:site/stats', async (context) => {
  const query = parseReportQuery(context.req.query())
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  return context.json(await readReport(context.env.DB, site, query, Date.now()), 200, { 'Cache-Control': 'no-store' })
})

siteRoutes.get('/v1/sites/:site/live', async (context) => {
  parseReportQuery(context.req.query())
  if (context.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
    throw new ProblemError('upgrade-required', 'Open a WebSocket here, or poll the stats endpoint.', { headers: { Upgrade: 'websocket' } })
  }
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  const url = new URL(context.req.url)
  url.searchParams.set('site', site.id)
  return context.env.LIVE_ROOM.get(context.env.LIVE_ROOM.idFromName(site.id)).fetch(new Request(url, context.req.raw))
})

siteRoutes.get('/v1/sites/:site/responses', async (context) => {
  const query = parseBody(PageQuery, context.req.query())
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  const page = await new ResponseStore(context.env.DB, site.id).listPage({
    commentsOnly: query.comments === 'only',
    lane: query.lane ?? toDefaultLane(site, query.environment),
    cursor: parseCursor(query.cursor),
    limit: query.limit,
    toChoiceKeys: (promptId, choices) => {
      const prompt = site.prompts.find(({ id }) => id === promptId) ?? site.retiredPrompts[promptId]
      return prompt ? toChoiceKeys(toOptionKeys(prompt), choices) : null
    },
  })
  return context.json(page, 200, { 'Cache-Control': 'no-store' })
})

siteRoutes.delete('/v1/sites/:site/responses', async (context) => {
  const { source } = parseBody(RemovalQuery, context.req.query())
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  const removed = await new ResponseStore(context.env.DB, site.id).removeSource(source)
  await context.env.LIVE_ROOM.get(context.env.LIVE_ROOM.idFromName(site.id)).publish({
    touchpoints: site.touchpoints.map((touchpoint) => touchpoint.key),
    responses: [],
  })
  return context.json({ removed })
})

siteRoutes.post('/v1/sites/:site/import', async (context) => {
  const batch = parseBody(ImportBatch, await readJson(context.req.raw, LIMITS.managementBytes))
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  const receivedAt = Date.now()
  const arrival = {
    site,
    environment: 'production',
    source: batch.source,
    receivedAt,
    clockOffsetMs: 0,
    oldestAt: 0,
    identity: { kind: 'anonymous' },
    network: null,
  } as const
  const rows = batch.responses.map((response, index) => {
    const item = toRow(response, arrival)
    if ('row' in item) return item.row
    throw new ProblemError('invalid-request', `responses.${index}: ${item.rejection.detail} Nothing of this request was stored.`)
  })
  const outcomes = await new ResponseStore(context.env.DB, site.id).save(rows)
  return context.json({ stored: outcomes.filter((outcome) => outcome === 'stored').length })
})
