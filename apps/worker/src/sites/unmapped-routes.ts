import { Lane, LIMITS, StretchEnd, UnmappedNames } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { Day } from '../request/day.ts'
import { toDefaultLane } from '../respondents/to-lane.ts'
import { UnmappedStore } from './unmapped-store.ts'

const UnmappedQuery = z.strictObject({
  from: Day.optional().meta({ description: 'The first day, in the time zone of the site.' }),
  to: Day.optional().meta({ description: 'The last day, included.' }),
  environment: z.enum(['production', 'test']).default('production'),
  lane: Lane.optional().meta({ description: 'Whose answers, as for the stats.' }),
  before: StretchEnd.optional().meta({ description: '`next` of the stretch before.' }),
})

/** What is in the tray of answers without a place on the journey. */
export const unmappedRoutes = new Hono<AppEnvironment>()

unmappedRoutes.get(
  '/v1/sites/:site/unmapped',
  declare({
    id: 'listUnmapped',
    group: 'Sites',
    summary: 'List the names in the unmapped tray',
    description: `How pages call the touchpoints that the journey does not know, with how much was asked and answered there. One request looks at ${LIMITS.claimRows} responses, the newest first; go on with \`next\` as \`before\` until the counts reach those of the stats, or it is null.`,
    access: 'responses:read',
    site: 'existing',
    query: UnmappedQuery,
    answers: { 200: { description: 'The names in this stretch, the most frequent first.', schema: UnmappedNames } },
  }),
  async (context) => {
    const { site } = context.var
    const { environment, lane, ...days } = context.req.valid('query')
    const filter = { lane: lane ?? toDefaultLane(site, environment), from: days.from, to: days.to, before: days.before }
    const stretch = await new UnmappedStore(context.env.DB, site).readStretch(filter)
    return context.json(stretch, 200, { 'Cache-Control': 'no-store' })
  },
)
