import { Respondent, StoredResponseId } from '@pulso/protocol'
import { Hono } from 'hono'
import { requireMember } from '../access/access.ts'
import type { AppEnvironment } from '../bindings.ts'
import { parseBody } from '../request/parse-body.ts'
import { SiteStore } from '../sites/site-store.ts'
import { eraseRespondent, eraseResponse, replayErasures } from './erase.ts'
import { KeptResponsesStore } from './kept-responses-store.ts'

const NO_STORE = { 'Cache-Control': 'no-store' }

/** What a person may ask of who keeps their answers: everything of them, and nothing of them any more. */
export const erasureRoutes = new Hono<AppEnvironment>()

erasureRoutes.get('/v1/sites/:site/respondents/:respondent', requireMember, async (context) => {
  const respondent = parseBody(Respondent, context.req.param('respondent'))
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  const store = new KeptResponsesStore(context.env.DB, site.id)
  const responses: Record<string, unknown>[] = []
  for await (const ids of store.findOfRespondent(respondent)) responses.push(...(await store.read(ids)))
  return context.json({ site: site.id, respondent, exportedAt: Date.now(), responses }, 200, NO_STORE)
})

erasureRoutes.delete('/v1/sites/:site/respondents/:respondent', requireMember, async (context) => {
  const respondent = parseBody(Respondent, context.req.param('respondent'))
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  return context.json({ erased: await eraseRespondent(context.env, site.id, respondent, Date.now()) })
})

erasureRoutes.delete('/v1/sites/:site/responses/:id', requireMember, async (context) => {
  const id = parseBody(StoredResponseId, context.req.param('id'))
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  return context.json({ erased: await eraseResponse(context.env, site.id, id, Date.now()) })
})

erasureRoutes.post('/v1/sites/:site/erasures/replay', requireMember, async (context) => {
  const site = await new SiteStore(context.env.DB).find(context.req.param('site'))
  return context.json({ erased: await replayErasures(context.env, site.id, Date.now()) })
})
