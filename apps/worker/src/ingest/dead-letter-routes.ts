import { PATHS } from '@pulso/protocol'
import { Hono } from 'hono'
import { requireOperator } from '../access/access.ts'
import type { AppEnvironment } from '../bindings.ts'
import { ProblemError } from '../request/problem-error.ts'
import { DeadLetterStore } from './dead-letter-store.ts'

/** What the spill queue could not store: for the operator alone, because it is of all sites. */
export const deadLetterRoutes = new Hono<AppEnvironment>()

deadLetterRoutes.use(PATHS.deadLetters, requireOperator)
deadLetterRoutes.use(`${PATHS.deadLetters}/*`, requireOperator)

deadLetterRoutes.get(PATHS.deadLetters, async (context) => {
  return context.json(await new DeadLetterStore(context.env.DB).list(), 200, { 'Cache-Control': 'no-store' })
})

deadLetterRoutes.post(`${PATHS.deadLetters}/replay`, async (context) => {
  return context.json(await new DeadLetterStore(context.env.DB).replay(Date.now()))
})

deadLetterRoutes.delete(`${PATHS.deadLetters}/:site/:id/:rev{[0-9]+}`, async (context) => {
  const { site, id, rev } = context.req.param()
  if (!(await new DeadLetterStore(context.env.DB).remove(site, id, Number(rev)))) {
    throw new ProblemError('not-found', 'There is no such dead letter.')
  }
  return context.body(null, 204)
})
