import { JourneyDefinition, Key, LIMITS, PATHS, SiteDefinition, StretchEnd, toTouchpointFinder, UNMAPPED_TOUCHPOINT } from '@pulso/protocol'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { ResponseStore } from '../ingest/response-store.ts'
import { MonthStore } from '../months/month-store.ts'
import { parseBody } from '../request/parse-body.ts'
import { ProblemError } from '../request/problem-error.ts'
import { IF_MATCH, toCondition, toTagHeaders } from './if-match.ts'
import { SiteStore, type StoredSite, toPublicSite } from './site-store.ts'

/** Somebody mends the file by hand, and would rather know all that is wrong at once; the answer stays one that can be read. */
const MOST_FAULTS = 50

const CheckQuery = z.strictObject({
  check: z.literal('true').optional().meta({ description: 'Says whether the file could be applied, and saves nothing.' }),
})

/** The journey of a site as a file, which can be reviewed, kept beside the code of the site, and applied. */
export const journeyFileRoutes = new Hono<AppEnvironment>()

journeyFileRoutes.get(
  '/v1/sites/:site/journey.json',
  declare({
    id: 'readJourneyFile',
    group: 'Sites',
    summary: 'Read the journey as a file',
    description: 'The stages and touchpoints of the site, as PUT takes them. The ETag is that of the whole definition of the site.',
    access: 'stats:read',
    site: 'existing',
    answers: { 200: { description: 'The journey.', schema: JourneyDefinition } },
  }),
  // Indented, because it is read, compared and kept by people.
  (context) =>
    context.body(`${JSON.stringify(toFile(context.var.site, context.req.url), null, 2)}\n`, 200, {
      ...toTagHeaders(context.var.site),
      'Content-Type': 'application/json',
    }),
)

journeyFileRoutes.put(
  '/v1/sites/:site/journey.json',
  declare({
    id: 'saveJourneyFile',
    group: 'Sites',
    summary: 'Apply a journey file',
    description:
      'Replaces stages and touchpoints, whole. A touchpoint that was renamed, merged or split names its former keys in `formerly`: answers of the past, pages that still use the old key and prompts that are asked there go with it. A prompt whose touchpoint would be gone is an error.',
    access: 'site:write',
    site: 'existing',
    query: CheckQuery,
    headers: IF_MATCH,
    body: { schema: JourneyDefinition, maxBytes: LIMITS.managementBytes, mostFaults: MOST_FAULTS },
    answers: { 200: { description: 'The journey as it is now.', schema: JourneyDefinition } },
    problems: ['changed-meanwhile'],
  }),
  async (context) => {
    const journey = context.req.valid('json')
    const store = new SiteStore(context.env.DB)
    if (context.req.valid('query').check) {
      const { site } = context.var
      toCondition(context.req.header('If-Match'))(site)
      const checked = store.check(site, withJourney(site, journey))
      return context.json(toFile(checked, context.req.url), 200, toTagHeaders(site))
    }
    const saved = await store.change(
      context.var.site.id,
      (site) => withJourney(site, journey),
      Date.now(),
      toCondition(context.req.header('If-Match')),
    )
    return context.json(toFile(saved, context.req.url), 200, toTagHeaders(saved))
  },
)

/** The site with another journey: its prompts move to what follows their touchpoints. */
function withJourney(site: StoredSite, { stages, touchpoints }: JourneyDefinition): SiteDefinition {
  const find = toTouchpointFinder(touchpoints)
  const prompts = site.prompts.map((prompt) => ({
    ...prompt,
    touchpoints: [...new Set(prompt.touchpoints.map((key) => find(key, prompt.id) ?? refuseLoss(prompt.id, key)))],
  }))
  return parseBody(SiteDefinition, { ...toPublicSite(site), stages, touchpoints, prompts }, 'invalid-request', MOST_FAULTS)
}

function refuseLoss(prompt: string, key: string): never {
  const detail = `touchpoints: ${prompt} is asked at ${key}, which would be gone: give the touchpoint that follows it "formerly": ["${key}"], or take the prompt away first.`
  throw new ProblemError('invalid-request', detail)
}

function toFile({ stages, touchpoints }: Pick<StoredSite, 'stages' | 'touchpoints'>, url: string): JourneyDefinition {
  return { $schema: new URL(PATHS.journeySchema, url).href, stages, touchpoints }
}

journeyFileRoutes.use(PATHS.journeySchema, cors({ origin: '*', allowMethods: ['GET'] }))

journeyFileRoutes.get(
  PATHS.journeySchema,
  declare({
    id: 'readJourneySchema',
    group: 'Sites',
    summary: 'Read the JSON Schema of a journey file',
    access: 'public',
    answers: { 200: { description: 'JSON Schema, draft 2020-12.', schema: z.looseObject({ $schema: z.string() }) } },
    isForAnyOrigin: true,
  }),
  (context) => {
    // Of what a person writes: what has a default may be left out. Without the names by which the contract refers to its parts.
    const schema = z.toJSONSchema(JourneyDefinition, { io: 'input', metadata: z.registry() })
    return context.json({ $id: new URL(PATHS.journeySchema, context.req.url).href, title: 'A journey of Pulso', ...schema }, 200, {
      'Cache-Control': 'public, max-age=300',
    })
  },
)

const Claim = z.strictObject({
  name: Key.meta({ description: 'What pages called the touchpoint.' }),
  after: StretchEnd.default('').meta({ description: 'Where the step before ended: its `next`.' }),
})

const Claimed = z.object({
  touchpoint: z.string().meta({ description: 'Where they count now.' }),
  claimed: z.number().int(),
  next: z.string().nullable().meta({ description: 'Where the next step begins; null when all have been looked at.' }),
})

journeyFileRoutes.post(
  '/v1/sites/:site/unmapped/claim',
  declare({
    id: 'claimUnmapped',
    group: 'Sites',
    summary: 'Claim answers from the unmapped tray',
    description: `Answers that came before the journey knew their touchpoint count at it from now on. One step looks at ${LIMITS.claimRows} responses; repeat it with \`next\` as \`after\` until that is null. Repeating a step changes nothing.`,
    access: 'site:write',
    site: 'existing',
    body: { schema: Claim, maxBytes: LIMITS.batchBytes },
    answers: { 200: { description: 'What this step has claimed.', schema: Claimed } },
  }),
  async (context) => {
    const { site } = context.var
    const { name, after } = context.req.valid('json')
    const find = toTouchpointFinder(site.touchpoints)
    // Of a split touchpoint each prompt has its own place; without one there may be none.
    const places = new Map([...site.prompts.map(({ id }) => id), ...Object.keys(site.retiredPrompts)].map((id) => [id, find(name, id)]))
    const [touchpoint] = [find(name), ...places.values()].filter((key) => key !== null)
    if (touchpoint === undefined) {
      throw new ProblemError(
        'invalid-request',
        `name: the journey has no touchpoint ${name}: add it first, or give one "formerly": ["${name}"].`,
      )
    }
    // Under the name by which the page knows it, as if it had been on the map all along.
    const to = Object.fromEntries([...places].map(([id, place]) => [id, place && name]))
    const store = new ResponseStore(context.env.DB, site.id)
    const { claimed, next } = await store.claim({ from: UNMAPPED_TOUCHPOINT, name, to, after })
    if (claimed > 0) {
      await new MonthStore(context.env.DB, site.id).recount()
      const touchpoints = [...new Set(places.values())].filter((key) => key !== null)
      await context.env.LIVE_ROOM.get(context.env.LIVE_ROOM.idFromName(site.id)).publish({ touchpoints, responses: [] })
    }
    return context.json({ touchpoint, claimed, next }, 200, { 'Cache-Control': 'no-store' })
  },
)
