import { InboxPage, InboxResponse, LIMITS, SENTIMENT_READERS, StoredResponseId } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { createSentimentReader, type SentimentReader } from '../comments/sentiment-reader.ts'
import { declare } from '../contract/declare.ts'
import { parseBody } from '../request/parse-body.ts'
import { ProblemError } from '../request/problem-error.ts'
import { InboxStore } from './inbox-store.ts'
import { RESPONSE_FILTER } from './response-filter.ts'
import { toIdRanges } from './to-id-ranges.ts'
import { toMatcher } from './to-matcher.ts'

const NO_STORE = { 'Cache-Control': 'no-store' }

const PageQuery = z.strictObject({
  ...RESPONSE_FILTER,
  since: z.coerce.number().int().min(0).max(LIMITS.releaseAt).optional().meta({
    description:
      'Only responses that were shown from this instant on, by their ids; those of verified respondents, whose ids are of their waves, by when they count. In milliseconds since 1970.',
  }),
  limit: z.coerce.number().int().min(1).max(LIMITS.inboxPage).default(20),
  cursor: z.string().optional().meta({ description: '`next` of the page before.' }),
  reader: z.enum(SENTIMENT_READERS).default('lexicon').meta({
    description:
      'Who reads what comments feel like. `model` is a second opinion where the deployment has one; `by` says whose each reading is.',
  }),
})

/** What `next` can be: an id, or the bound of a stretch of ids. */
const CURSOR = /^[0-9a-z_.-]{1,140}$/

/** What a team reads and looks through: pages of responses, and one by its permalink. */
export const inboxRoutes = new Hono<AppEnvironment>()

inboxRoutes.get(
  '/v1/sites/:site/responses',
  declare({
    id: 'listResponses',
    group: 'Inbox',
    summary: 'Page through responses',
    description: `The newest first. A request looks at ${LIMITS.inboxRows} stored responses at most: where little matches a page may be short or empty, \`looked\` says how far back it has come, and \`next\` looks further.`,
    access: 'responses:read',
    site: 'existing',
    query: PageQuery,
    answers: { 200: { description: 'A page, the newest first.', schema: InboxPage } },
  }),
  async (context) => {
    const { site } = context.var
    const query = context.req.valid('query')
    const page = await new InboxStore(context.env.DB, site).readPage({
      matcher: toMatcher(site, query),
      ranges: toIdRanges(site, query, Date.now(), query.since),
      cursor: query.cursor !== undefined && CURSOR.test(query.cursor) ? query.cursor : null,
      limit: query.limit,
      since: query.since,
    })
    const responses = query.reader === 'model' ? await readAgain(page.responses, createSentimentReader(context.env.AI)) : page.responses
    return context.json({ ...page, responses }, 200, NO_STORE)
  },
)

inboxRoutes.get(
  '/v1/sites/:site/responses/:id',
  declare({
    id: 'readResponse',
    group: 'Inbox',
    summary: 'Read one response',
    description: 'In whatever lane it counts.',
    access: 'responses:read',
    site: 'existing',
    params: { id: { description: 'The id of the response.', schema: StoredResponseId } },
    answers: { 200: { description: 'The response, with what the team says about it.', schema: InboxResponse } },
    problems: ['invalid-request', 'unknown-response'],
  }),
  async (context) => {
    const { site } = context.var
    const id = parseBody(StoredResponseId, context.req.param('id'))
    const response = await new InboxStore(context.env.DB, site).read(id, toMatcher(site, { environment: 'all' }))
    if (!response) throw new ProblemError('unknown-response', 'The site has no such response. It may have been erased.')
    return context.json(response, 200, NO_STORE)
  },
)

/** The same responses, with another reading of their comments. */
async function readAgain(responses: readonly InboxResponse[], reader: SentimentReader): Promise<InboxResponse[]> {
  const texts = responses.flatMap(({ comment, locale }) => (comment === null ? [] : [{ text: comment, locale }]))
  const readings = (await reader.read(texts)).values()
  return responses.map((response) => (response.comment === null ? response : { ...response, sentiment: readings.next().value ?? null }))
}
