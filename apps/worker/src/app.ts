import { PATHS } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import { memberRoutes } from './access/member-routes.ts'
import { sessionRoutes } from './access/session-routes.ts'
import { tokenRoutes } from './access/token-routes.ts'
import { releaseRoutes } from './alerts/release-routes.ts'
import type { AppEnvironment } from './bindings.ts'
import { themeRoutes } from './comments/theme-routes.ts'
import { createContractRoutes } from './contract/contract-routes.ts'
import { declare, findOperation } from './contract/declare.ts'
import { exportRoutes } from './exports/export-routes.ts'
import { inboxRoutes } from './inbox/inbox-routes.ts'
import { markRoutes } from './inbox/mark-routes.ts'
import { answerRoutes } from './ingest/answer-routes.ts'
import { deadLetterRoutes } from './ingest/dead-letter-routes.ts'
import { installRoutes } from './install/install-routes.ts'
import { journeyRoutes } from './months/journey-routes.ts'
import { erasureRoutes } from './privacy/erasure-routes.ts'
import { protectAnswers } from './protect-answers.ts'
import { ProblemError } from './request/problem-error.ts'
import { respondentRoutes } from './respondents/respondent-routes.ts'
import { serveDashboard } from './serve-dashboard.ts'
import { commentRoutes } from './sharing/comment-routes.ts'
import { shareRoutes } from './sharing/share-routes.ts'
import { journeyFileRoutes } from './sites/journey-file-routes.ts'
import { promptRoutes } from './sites/prompt-routes.ts'
import { siteRoutes } from './sites/site-routes.ts'
import { siteScriptRoutes } from './sites/site-script-routes.ts'
import { unmappedRoutes } from './sites/unmapped-routes.ts'
import { tallyRoutes } from './tallies/tally-routes.ts'

/** Every address of the worker. Dashboard and widget files are static assets beside it. */
export const app = new Hono<AppEnvironment>()

app.use(protectAnswers)

app.get(
  PATHS.health,
  declare({
    id: 'checkHealth',
    group: 'Service',
    summary: 'Ask whether it works',
    access: 'public',
    answers: { 200: { description: 'The worker answers and reaches its database.', schema: z.object({ status: z.literal('ok') }) } },
  }),
  async (context) => {
    await context.env.DB.prepare('SELECT 1 FROM sites LIMIT 1').all()
    return context.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' })
  },
)

app.route('/', siteScriptRoutes)
app.route('/', answerRoutes)
app.route('/', deadLetterRoutes)
app.route('/', sessionRoutes)
app.route('/', tokenRoutes)
app.route('/', memberRoutes)
app.route('/', shareRoutes)
app.route('/', respondentRoutes)
app.route('/', erasureRoutes)
app.route('/', siteRoutes)
app.route('/', inboxRoutes)
app.route('/', markRoutes)
app.route('/', installRoutes)
app.route('/', journeyRoutes)
app.route('/', journeyFileRoutes)
app.route('/', unmappedRoutes)
app.route('/', promptRoutes)
app.route('/', tallyRoutes)
app.route('/', exportRoutes)
app.route('/', themeRoutes)
app.route('/', commentRoutes)
app.route('/', releaseRoutes)
app.route(
  '/',
  createContractRoutes(() => app.routes),
)

app.notFound(async (context) => {
  const page = await serveDashboard(context.req.raw, context.env.ASSETS)
  if (page) return page
  const allowed = toAllowedMethods(context.req.path)
  if (allowed.length === 0) return new ProblemError('not-found', 'See /docs for the addresses there are.').toResponse()
  const isOpening = context.req.method === 'GET' || context.req.method === 'HEAD'
  const reason = isOpening ? ' A GET never changes anything: mail clients open links by themselves.' : ''
  const detail = `This address takes ${allowed.join(', ')}, not ${context.req.method}.${reason}`
  return new ProblemError('method-not-allowed', detail, { headers: { Allow: allowed.join(', ') } }).toResponse()
})

/** The one error boundary: problems are answered as they are, anything else is logged and answered without its inside. */
app.onError((error) => {
  if (error instanceof ProblemError) return error.toResponse()
  console.error(JSON.stringify({ event: 'unexpected', reason: error.stack ?? String(error) }))
  return new ProblemError('internal', 'The request failed and was logged. Sending an answer again is safe.').toResponse()
})

/** The methods that a declared route takes at a path; none when there is no route. */
function toAllowedMethods(path: string): string[] {
  return ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].flatMap((method) => {
    const operation = app.router
      .match(method, path)[0]
      .map(([[handler]]) => findOperation(handler))
      .find((found) => found !== undefined)
    if (!operation) return []
    return operation.isForAnyOrigin ? [method, 'OPTIONS'] : [method]
  })
}
