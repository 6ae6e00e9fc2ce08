import { LIMITS, MarkedResponses, Marks, MarksBatch, MarksChange, NoteDefinition, StoredResponseId, TagList } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { parseBody } from '../request/parse-body.ts'
import { ProblemError } from '../request/problem-error.ts'
import { MarkStore } from './mark-store.ts'

const NO_STORE = { 'Cache-Control': 'no-store' }
const RESPONSE = { id: { description: 'The id of the response.', schema: StoredResponseId } }
const AS_THEY_ARE = { 200: { description: 'The marks as they are now.', schema: Marks } }

/*
 * Whoever may read what people wrote may mark it: a mark changes no answer, no score
 * and no file but its own two columns, and can be taken back. A right of its own would
 * leave members who read and cannot say "read".
 */

/** What the team says about responses: how far it is with them, tags and notes. */
export const markRoutes = new Hono<AppEnvironment>()

markRoutes.patch(
  '/v1/sites/:site/responses/:id/marks',
  declare({
    id: 'markResponse',
    group: 'Inbox',
    summary: 'Say how far the team is with a response, and tag it',
    description: 'No answer and no score changes. An answer that changes afterwards is new again.',
    access: 'responses:read',
    site: 'existing',
    params: RESPONSE,
    body: { schema: MarksChange, maxBytes: LIMITS.managementBytes },
    answers: AS_THEY_ARE,
    problems: ['unknown-response'],
  }),
  async (context) => {
    const id = parseBody(StoredResponseId, context.req.param('id'))
    const [marked] = await new MarkStore(context.env.DB, context.var.site.id).change([id], context.req.valid('json'), Date.now())
    return context.json(known(marked).marks, 200, NO_STORE)
  },
)

markRoutes.patch(
  '/v1/sites/:site/marks',
  declare({
    id: 'markResponses',
    group: 'Inbox',
    summary: 'Mark several responses',
    description: `Up to ${LIMITS.markedAtOnce} at once. Those that the site does not have are passed over.`,
    access: 'responses:read',
    site: 'existing',
    body: { schema: MarksBatch, maxBytes: LIMITS.managementBytes },
    answers: { 200: { description: 'Each that there is, as it is now.', schema: MarkedResponses } },
    problems: ['unknown-response'],
  }),
  async (context) => {
    const { ids, ...change } = context.req.valid('json')
    const marked = await new MarkStore(context.env.DB, context.var.site.id).change(ids, change, Date.now())
    known(marked[0])
    return context.json({ marked }, 200, NO_STORE)
  },
)

markRoutes.post(
  '/v1/sites/:site/responses/:id/notes',
  declare({
    id: 'addNote',
    group: 'Inbox',
    summary: 'Write a note on a response',
    description: "For the team alone. A member's carries the member's name; any other is signed as its author wants.",
    access: 'responses:read',
    site: 'existing',
    params: RESPONSE,
    body: { schema: NoteDefinition, maxBytes: LIMITS.managementBytes },
    answers: { 201: { description: 'The marks with the note.', schema: Marks } },
    problems: ['unknown-response'],
  }),
  async (context) => {
    const id = parseBody(StoredResponseId, context.req.param('id'))
    const { text, author = null } = context.req.valid('json')
    // Nobody signs for a colleague.
    const note = { id: crypto.randomUUID(), text, author: context.var.grant.member?.name ?? author, at: Date.now() }
    const marks = await new MarkStore(context.env.DB, context.var.site.id).addNote(id, note)
    return context.json(known(marks), 201, NO_STORE)
  },
)

markRoutes.delete(
  '/v1/sites/:site/responses/:id/notes/:note',
  declare({
    id: 'removeNote',
    group: 'Inbox',
    summary: 'Remove a note from a response',
    access: 'responses:read',
    site: 'existing',
    params: { ...RESPONSE, note: { description: 'The id of the note.', schema: z.string() } },
    answers: AS_THEY_ARE,
    problems: ['invalid-request', 'not-found'],
  }),
  async (context) => {
    const id = parseBody(StoredResponseId, context.req.param('id'))
    const marks = await new MarkStore(context.env.DB, context.var.site.id).removeNote(id, context.req.param('note'), Date.now())
    if (!marks) throw new ProblemError('not-found', 'The response has no such note.')
    return context.json(marks, 200, NO_STORE)
  },
)

markRoutes.get(
  '/v1/sites/:site/tags',
  declare({
    id: 'listTags',
    group: 'Inbox',
    summary: 'List the tags of a site',
    description: 'By name, with how many responses carry each. A tag is there as long as a response carries it.',
    access: 'responses:read',
    site: 'existing',
    answers: { 200: { description: 'The tags.', schema: TagList } },
  }),
  async (context) => context.json({ tags: await new MarkStore(context.env.DB, context.var.site.id).listTags() }, 200, NO_STORE),
)

function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new ProblemError('unknown-response', 'The site has none of these responses.')
  return value
}
