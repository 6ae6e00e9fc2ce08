import { LIMITS, VerdictBatch } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import { requireMember, requireOperator } from '../access/access.ts'
import type { AppEnvironment } from '../bindings.ts'
import { ResponseStore } from '../ingest/response-store.ts'
import { parseBody } from '../request/parse-body.ts'
import { ProblemError } from '../request/problem-error.ts'
import { readJson } from '../request/read-json.ts'
import { SiteStore } from '../sites/site-store.ts'
import { RespondentStore } from './respondent-store.ts'
import { toRespondent } from './to-respondent.ts'

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Either what the site calls a person in its tokens, or the pseudonymous id that a page has sent. In a body: addresses are logged. */
const PersonQuery = z.union([
  z.strictObject({ sub: z.string().min(1).max(LIMITS.respondentIdLength) }),
  z.strictObject({ respondentId: z.string().min(1).max(LIMITS.respondentIdLength) }),
])

/** The keys that vouch for respondents, who they are here, and what to think of their answers. */
export const respondentRoutes = new Hono<AppEnvironment>()

respondentRoutes.get('/v1/sites/:site/respondent-keys', requireMember, async (context) => {
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  return context.json({ keys: await new RespondentStore(context.env.DB, site.id).listKeys() }, 200, NO_STORE)
})

respondentRoutes.post('/v1/sites/:site/respondent-keys', requireOperator, async (context) => {
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  return context.json(await new RespondentStore(context.env.DB, site.id).addKey(Date.now()), 201, NO_STORE)
})

respondentRoutes.delete('/v1/sites/:site/respondent-keys/:key', requireOperator, async (context) => {
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  const isRemoved = await new RespondentStore(context.env.DB, site.id).removeKey(context.req.param('key'))
  if (!isRemoved) throw new ProblemError('not-found', 'The site has no such key.')
  return context.body(null, 204)
})

respondentRoutes.post('/v1/sites/:site/respondents', requireMember, async (context) => {
  const person = parseBody(PersonQuery, await readJson(context.req.raw, LIMITS.managementBytes))
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  const { naming } = await new RespondentStore(context.env.DB, site.id).read(Date.now())
  const respondent = await ('sub' in person
    ? toRespondent('verified', person.sub, naming)
    : toRespondent('pseudonymous', person.respondentId, naming))
  return context.json({ respondent }, 200, NO_STORE)
})

respondentRoutes.patch('/v1/sites/:site/responses', requireMember, async (context) => {
  const { ids, verdict } = parseBody(VerdictBatch, await readJson(context.req.raw, LIMITS.managementBytes))
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  const touchpoints = await new ResponseStore(context.env.DB, site.id).judge(ids, verdict)
  if (touchpoints.length === 0) throw new ProblemError('unknown-response', 'The site has none of these responses.')
  await context.env.LIVE_ROOM.get(context.env.LIVE_ROOM.idFromName(site.id)).publish({ touchpoints, responses: [] })
  return context.json({ judged: touchpoints.length })
})
