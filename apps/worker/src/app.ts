import { PATHS } from '@pulso/protocol'
import { Hono } from 'hono'
import { sessionRoutes } from './access/session-routes.ts'
import type { AppEnvironment } from './bindings.ts'
import { answerRoutes } from './ingest/answer-routes.ts'
import { deadLetterRoutes } from './ingest/dead-letter-routes.ts'
import { erasureRoutes } from './privacy/erasure-routes.ts'
import { ProblemError } from './request/problem-error.ts'
import { respondentRoutes } from './respondents/respondent-routes.ts'
import { siteRoutes } from './sites/site-routes.ts'
import { siteScriptRoutes } from './sites/site-script-routes.ts'

/** Every address of the worker. Dashboard and widget files are static assets beside it. */
export const app = new Hono<AppEnvironment>()

app.get(PATHS.health, async (context) => {
  await context.env.DB.prepare('SELECT 1 FROM sites LIMIT 1').all()
  return context.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' })
})

app.route('/', siteScriptRoutes)
app.route('/', answerRoutes)
app.route('/', deadLetterRoutes)
app.route('/', sessionRoutes)
app.route('/', respondentRoutes)
app.route('/', erasureRoutes)
app.route('/', siteRoutes)

app.notFound(() => new ProblemError('not-found', 'See the README for the addresses there are.').toResponse())

/** The one error boundary: problems are answered as they are, anything else is logged and answered without its inside. */
app.onError((error) => {
  if (error instanceof ProblemError) return error.toResponse()
  console.error(JSON.stringify({ event: 'unexpected', reason: error.stack ?? String(error) }))
  return new ProblemError('internal', 'The request failed and was logged. Sending an answer again is safe.').toResponse()
})
