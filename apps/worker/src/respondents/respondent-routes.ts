import { LIMITS, Respondent, VerdictBatch } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { ResponseStore } from '../ingest/response-store.ts'
import { MonthStore } from '../months/month-store.ts'
import { toTouchedMonths } from '../months/to-touched-months.ts'
import { KeptResponsesStore } from '../privacy/kept-responses-store.ts'
import { ProblemError } from '../request/problem-error.ts'
import { RespondentStore } from './respondent-store.ts'
import { toRespondent } from './to-respondent.ts'

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Either what the site calls a person in its tokens, or the pseudonymous id that a page has sent. In a body: addresses are logged. */
const PersonQuery = z.union([
  z.strictObject({ sub: z.string().min(1).max(LIMITS.respondentIdLength) }),
  z.strictObject({ respondentId: z.string().min(1).max(LIMITS.respondentIdLength) }),
])

const RespondentKey = z.object({ id: z.string(), createdAt: z.number() })

/** The keys that vouch for respondents, who they are here, and what to think of their answers. */
export const respondentRoutes = new Hono<AppEnvironment>()

respondentRoutes.get(
  '/v1/sites/:site/respondent-keys',
  declare({
    id: 'listRespondentKeys',
    group: 'Respondents',
    summary: 'List the keys that sign tokens of respondents',
    description: 'Without their secrets, the newest first.',
    access: 'admin',
    site: 'existing',
    answers: { 200: { description: 'The keys.', schema: z.object({ keys: z.array(RespondentKey) }) } },
  }),
  async (context) => {
    const keys = await new RespondentStore(context.env.DB, context.var.site.id).listKeys()
    return context.json({ keys }, 200, NO_STORE)
  },
)

respondentRoutes.post(
  '/v1/sites/:site/respondent-keys',
  declare({
    id: 'createRespondentKey',
    group: 'Respondents',
    summary: 'Make a key that signs tokens of respondents',
    description: `Its secret is shown this once. All but the newest ${LIMITS.respondentKeys} keys end.`,
    access: 'admin',
    site: 'existing',
    answers: { 201: { description: 'The key with its secret.', schema: RespondentKey.extend({ secret: z.string() }) } },
  }),
  async (context) => context.json(await new RespondentStore(context.env.DB, context.var.site.id).addKey(Date.now()), 201, NO_STORE),
)

respondentRoutes.delete(
  '/v1/sites/:site/respondent-keys/:key',
  declare({
    id: 'deleteRespondentKey',
    group: 'Respondents',
    summary: 'End a key that signs tokens of respondents',
    description: 'At once: answers still on their way with its tokens are refused.',
    access: 'admin',
    site: 'existing',
    params: { key: { description: 'The id of the key, from the list.', schema: z.string() } },
    answers: { 204: { description: 'It has ended.' } },
  }),
  async (context) => {
    const isRemoved = await new RespondentStore(context.env.DB, context.var.site.id).removeKey(context.req.param('key'))
    if (!isRemoved) throw new ProblemError('not-found', 'The site has no such key.')
    return context.body(null, 204)
  },
)

respondentRoutes.post(
  '/v1/sites/:site/respondents',
  declare({
    id: 'nameRespondent',
    group: 'Respondents',
    summary: 'Ask under which name a person is stored',
    description:
      'By what the site calls them in its tokens, or by the pseudonymous id that a page sends. Whether anything is stored, it does not say.',
    access: 'responses:read',
    site: 'existing',
    body: { schema: PersonQuery, maxBytes: LIMITS.managementBytes },
    answers: { 200: { description: 'The name.', schema: z.object({ respondent: Respondent }) } },
  }),
  async (context) => {
    const person = context.req.valid('json')
    const { naming } = await new RespondentStore(context.env.DB, context.var.site.id).read(Date.now())
    const respondent = await ('sub' in person
      ? toRespondent('verified', person.sub, naming)
      : toRespondent('pseudonymous', person.respondentId, naming))
    return context.json({ respondent }, 200, NO_STORE)
  },
)

respondentRoutes.patch(
  '/v1/sites/:site/responses',
  declare({
    id: 'judgeResponses',
    group: 'Respondents',
    summary: 'Decide about responses that look stuffed',
    description: '`released` ones count, whatever is found later; `confirmed` ones stay in quarantine, or go there. Scores follow at once.',
    access: 'site:write',
    site: 'existing',
    body: { schema: VerdictBatch, maxBytes: LIMITS.managementBytes },
    answers: { 200: { description: 'How many there were.', schema: z.object({ judged: z.number().int() }) } },
    problems: ['unknown-response'],
  }),
  async (context) => {
    const { ids, verdict } = context.req.valid('json')
    const { site } = context.var
    const months = toTouchedMonths(await new KeptResponsesStore(context.env.DB, site.id).read(ids))
    const touchpoints = await new ResponseStore(context.env.DB, site.id).judge(ids, verdict)
    if (months.size > 0) await new MonthStore(context.env.DB, site.id).recount(months)
    if (touchpoints.length === 0) throw new ProblemError('unknown-response', 'The site has none of these responses.')
    await context.env.LIVE_ROOM.get(context.env.LIVE_ROOM.idFromName(site.id)).publish({ touchpoints, responses: [] })
    return context.json({ judged: touchpoints.length })
  },
)
