import { LIMITS, PATHS, TallyCheck, TallyCheckOrder, TallyMove } from '@pulso/protocol'
import { Hono } from 'hono'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { ProblemError } from '../request/problem-error.ts'
import { RecountStore } from './recount-store.ts'
import { rekeyStep } from './rekey.ts'
import { RekeyStore } from './rekey-store.ts'

/** Whether tallies are what the responses say, and making them so: `npm run tallies` calls it until it says `done`. */
export const tallyRoutes = new Hono<AppEnvironment>()

tallyRoutes.get(
  PATHS.tallies(':site'),
  declare({
    id: 'readTallyMove',
    group: 'Sites',
    summary: 'Ask how far a move of responses is',
    description:
      'After the time zone or the segments have changed, responses move to the days and segments in which they count now; reports show what has been moved so far.',
    access: 'stats:read',
    site: 'existing',
    answers: { 200: { description: 'How far it is; null when nothing moves.', schema: TallyMove } },
  }),
  async (context) => {
    const moving = await new RekeyStore(context.env.DB, context.var.site).findProgress()
    return context.json({ moving }, 200, { 'Cache-Control': 'no-store' })
  },
)

tallyRoutes.post(
  PATHS.tallies(':site'),
  declare({
    id: 'checkTallies',
    group: 'Sites',
    summary: 'Count the responses anew and compare, or repair, the tallies',
    description:
      'One step of at most ten thousand responses; send `run` back until the state is `done`. Answers may arrive meanwhile: what has been counted is kept up to date with them, and the last step compares everything in one transaction. `rebuild` first moves responses to the days and segments of the definition, where that has changed, then writes the tally rows that differ. What was retired for its age stays counted. A second check of the same site ends the first.',
    access: 'admin',
    site: 'existing',
    body: { schema: TallyCheckOrder, maxBytes: LIMITS.managementBytes },
    answers: { 200: { description: 'How far it is, and at the end what differed.', schema: TallyCheck } },
    problems: ['not-found'],
  }),
  async (context) => {
    const { site } = context.var
    const order = context.req.valid('json')
    const isRepair = order.action === 'rebuild'
    const known = order.run ?? null
    if (isRepair && known === null) {
      const moving = await rekeyStep(context.env.DB, site)
      if (moving)
        return context.json({ run: null, state: 'moving' as const, scanned: 0, moved: moving.moved, drift: 0, untold: 0, differences: [] })
    }
    const store = new RecountStore(context.env.DB, site.id)
    const run = known ?? crypto.randomUUID()
    if (known === null) await store.begin(run, Date.now())
    const step = await store.step(run)
    if (!step) throw toEnded()
    const { scanned, isWhole } = step
    if (!isWhole) return context.json({ run, state: 'counting' as const, scanned, moved: 0, drift: 0, untold: 0, differences: [] })
    const result = await store.finish(run, Date.now(), isRepair)
    if (!result) throw toEnded()
    return context.json({ run, state: 'done' as const, scanned, moved: 0, ...result })
  },
)

function toEnded(): ProblemError {
  return new ProblemError('not-found', 'This check is not under way any more: another one has begun since, or it was left for a day.')
}
