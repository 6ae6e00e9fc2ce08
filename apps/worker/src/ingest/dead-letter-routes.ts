import { DeadLetterPage, PATHS, ReplayResult } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { ProblemError } from '../request/problem-error.ts'
import { DeadLetterStore } from './dead-letter-store.ts'

/** What the spill queue could not store: for an admin, of the sites that the admin may see. */
export const deadLetterRoutes = new Hono<AppEnvironment>()

deadLetterRoutes.get(
  PATHS.deadLetters,
  declare({
    id: 'listDeadLetters',
    group: 'Dead letters',
    summary: 'List what the queue could not store',
    description: 'Of the sites that you may see.',
    access: 'admin',
    answers: { 200: { description: 'The oldest hundred, and how many there are.', schema: DeadLetterPage } },
  }),
  async (context) => context.json(await new DeadLetterStore(context.env.DB).list(context.var.grant), 200, { 'Cache-Control': 'no-store' }),
)

deadLetterRoutes.post(
  `${PATHS.deadLetters}/replay`,
  declare({
    id: 'replayDeadLetters',
    group: 'Dead letters',
    summary: 'Try again to store them',
    description: 'The oldest hundred of the sites that you may see, one by one. What fails still is kept.',
    access: 'admin',
    answers: { 200: { description: 'How many are stored now, and how many are not.', schema: ReplayResult } },
  }),
  async (context) => context.json(await new DeadLetterStore(context.env.DB).replay(context.var.grant, Date.now())),
)

deadLetterRoutes.delete(
  `${PATHS.deadLetters}/:site/:id/:rev{[0-9]+}`,
  declare({
    id: 'deleteDeadLetter',
    group: 'Dead letters',
    summary: 'Let go of one',
    access: 'admin',
    site: 'named',
    params: {
      id: { description: 'The id of the response.', schema: z.string() },
      rev: { description: 'Its revision.', schema: z.string().regex(/^[0-9]+$/) },
    },
    answers: { 204: { description: 'It is gone.' } },
  }),
  async (context) => {
    const { site, id, rev } = context.req.param()
    if (!(await new DeadLetterStore(context.env.DB).remove(site, id, Number(rev)))) {
      throw new ProblemError('not-found', 'There is no such dead letter.')
    }
    return context.body(null, 204)
  },
)
