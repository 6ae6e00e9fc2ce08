import { Journey, LIMITS, PATHS, Retention } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { answerUnlessKnown } from '../request/answer-unless-known.ts'
import { refuseBeyondTerms } from '../sharing/share-terms.ts'
import { countMonths } from './count-months.ts'
import { JourneyQuery, readJourney } from './read-journey.ts'
import { RetentionQuery, readRetention } from './read-retention.ts'

const UNCHANGED = { description: 'Unchanged, by its ETag.' }

/** The journey as a team works with it, and who comes back to it. */
export const journeyRoutes = new Hono<AppEnvironment>()

journeyRoutes.get(
  '/v1/sites/:site/journey',
  declare({
    id: 'readJourney',
    group: 'Reports',
    summary: 'Read the journey: trends, funnels, emotion, moments of truth, what to fix first',
    description:
      'Every score of the stats beside how it moved since the period of the same length before, who was lost on the way, and how far the standard is. Derived moments of truth come from the calendar months that the range touches, counted at night.',
    access: 'stats:read',
    site: 'existing',
    query: JourneyQuery,
    isShared: true,
    answers: { 200: { description: 'The journey.', schema: Journey }, 304: UNCHANGED },
  }),
  async (context) => {
    const { site, terms } = context.var
    const query = context.req.valid('query')
    refuseBeyondTerms(terms, query)
    return answerUnlessKnown(context, await readJourney(context.env.DB, site, query, Date.now(), terms))
  },
)

journeyRoutes.get(
  '/v1/sites/:site/retention',
  declare({
    id: 'readRetention',
    group: 'Reports',
    summary: 'Read how many respondents come back, and how their minds change',
    description:
      'Of pseudonymous or verified respondents, by calendar month and by what their last NPS of the month makes them. Counted at night; anonymous answers have nobody who could come back.',
    access: 'stats:read',
    site: 'existing',
    query: RetentionQuery,
    answers: { 200: { description: 'Cohorts, the newest first.', schema: Retention }, 304: UNCHANGED },
  }),
  async (context) =>
    answerUnlessKnown(context, await readRetention(context.env.DB, context.var.site, context.req.valid('query'), Date.now())),
)

journeyRoutes.post(
  PATHS.months(':site'),
  declare({
    id: 'countMonths',
    group: 'Reports',
    summary: 'Count what respondents did over each month, now',
    description: `What the nightly run does anyway, as far as one request may: after an import, or an erasure, when nobody wants to wait. A month that began to be counted in the last ${LIMITS.countAgainMs / 60_000} minutes is left alone, and after ${LIMITS.comparedRowsPerRequest} responses no further month begins; the rest comes with a later request, or at night.`,
    access: 'site:write',
    site: 'existing',
    answers: { 200: { description: 'The months that were counted.', schema: z.object({ counted: z.array(z.string()) }) } },
  }),
  async (context) => {
    const now = Date.now()
    const bounds = { mostRows: LIMITS.comparedRowsPerRequest, unlessSince: now - LIMITS.countAgainMs }
    const counted = await countMonths(context.env.DB, [context.var.site], now, bounds)
    return context.json({ counted }, 200, { 'Cache-Control': 'no-store' })
  },
)
