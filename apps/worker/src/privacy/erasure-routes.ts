import { Marks, Respondent, StoredResponseId } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { MarkStore } from '../inbox/mark-store.ts'
import { parseBody } from '../request/parse-body.ts'
import { eraseRespondent, eraseResponse, replayErasures } from './erase.ts'
import { KeptResponsesStore } from './kept-responses-store.ts'

const Person = z.object({
  site: z.string(),
  respondent: Respondent,
  exportedAt: z.number(),
  // As the table has them today: every column, so that nothing is kept that is not given out.
  responses: z.array(z.record(z.string(), z.unknown())),
  // What the team says about them is about a person too.
  marks: z.array(z.object({ responseId: z.string(), ...Marks.shape })),
})
const Erased = z.object({ erased: z.number().int() })
const RESPONDENT = { respondent: { description: 'The name under which a person is stored.', schema: Respondent } }

/** What a person may ask of who keeps their answers: everything of them, and nothing of them any more. */
export const erasureRoutes = new Hono<AppEnvironment>()

erasureRoutes.get(
  '/v1/sites/:site/respondents/:respondent',
  declare({
    id: 'readRespondent',
    group: 'Respondents',
    summary: 'Give out what is stored of a person',
    description: 'All of their responses, column by column, and what the team says about them.',
    access: 'responses:read',
    site: 'existing',
    params: RESPONDENT,
    answers: { 200: { description: 'Everything.', schema: Person } },
    problems: ['invalid-request'],
  }),
  async (context) => {
    const respondent = parseBody(Respondent, context.req.param('respondent'))
    const { site } = context.var
    const store = new KeptResponsesStore(context.env.DB, site.id)
    const responses: Record<string, unknown>[] = []
    const marks: z.infer<typeof Person>['marks'] = []
    const markStore = new MarkStore(context.env.DB, site.id)
    for await (const ids of store.findOfRespondent(respondent)) {
      responses.push(...(await store.read(ids)))
      marks.push(...(await markStore.read(ids)).map(({ id, marks: said }) => ({ responseId: id, ...said })))
    }
    return context.json({ site: site.id, respondent, exportedAt: Date.now(), responses, marks }, 200, { 'Cache-Control': 'no-store' })
  },
)

erasureRoutes.delete(
  '/v1/sites/:site/respondents/:respondent',
  declare({
    id: 'eraseRespondent',
    group: 'Respondents',
    summary: 'Erase a person',
    description:
      'All of their responses until now, also those that are still on their way or could not be stored. Scores follow at once; what they answer later is new.',
    access: 'site:write',
    site: 'existing',
    params: RESPONDENT,
    answers: { 200: { description: 'How many stored responses there were.', schema: Erased } },
    problems: ['invalid-request'],
  }),
  async (context) => {
    const respondent = parseBody(Respondent, context.req.param('respondent'))
    return context.json({ erased: await eraseRespondent(context.env, context.var.site.id, respondent, Date.now()) })
  },
)

erasureRoutes.delete(
  '/v1/sites/:site/responses/:id',
  declare({
    id: 'eraseResponse',
    group: 'Respondents',
    summary: 'Erase one response',
    description: 'For good, also when it has not arrived yet or could not be stored.',
    access: 'site:write',
    site: 'existing',
    params: { id: { description: 'The id of the response.', schema: StoredResponseId } },
    answers: { 200: { description: 'How many stored responses there were: one, or none.', schema: Erased } },
    problems: ['invalid-request'],
  }),
  async (context) => {
    const id = parseBody(StoredResponseId, context.req.param('id'))
    return context.json({ erased: await eraseResponse(context.env, context.var.site.id, id, Date.now()) })
  },
)

erasureRoutes.post(
  '/v1/sites/:site/erasures/replay',
  declare({
    id: 'replayErasures',
    group: 'Respondents',
    summary: 'Erase again what a restored database brought back',
    description: 'To be called right after the database was turned back; the nightly run does it anyway.',
    access: 'site:write',
    site: 'existing',
    answers: { 200: { description: 'How many stored responses there were.', schema: Erased } },
  }),
  async (context) => context.json({ erased: await replayErasures(context.env, context.var.site.id, Date.now()) }),
)
