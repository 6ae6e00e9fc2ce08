import {
  type BatchResult,
  type Environment,
  LIMITS,
  PATHS,
  PROBLEMS,
  parseReach,
  ResponseBatch,
  type ResponseResult,
  toTouchpointFinder,
} from '@pulso/protocol'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { AppEnvironment, Bindings } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { noteRefusal } from '../install/note-sign.ts'
import { toLocalTime } from '../reports/local-time.ts'
import { parseBody } from '../request/parse-body.ts'
import { ProblemError } from '../request/problem-error.ts'
import { refuseFloodOfNetwork, refuseFloodOfSite } from '../request/rate-limit.ts'
import { readJson } from '../request/read-json.ts'
import { withinTime } from '../request/within-time.ts'
import { readIdentity } from '../respondents/read-identity.ts'
import { findNetwork, watchBallots } from '../respondents/watch-ballots.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { findKnownSite, type KnownSite } from './known-site.ts'
import { publishNews } from './publish-news.ts'
import { ReachStore } from './reach-store.ts'
import { refuseUnchallenged } from './refuse-unchallenged.ts'
import type { ResponseRow } from './response-store.ts'
import { ATTEMPT_MS } from './save-durably.ts'
import { SEND_RESPONSES } from './send-responses.ts'
import { type StoreOutcome, storeOrSpill } from './store-or-spill.ts'
import { toEnvironment } from './to-environment.ts'
import { type Rejection, toArrival, toRow } from './to-row.ts'

/** `POST /v1/responses`: where answers arrive. 2xx means durable. */
export const answerRoutes = new Hono<AppEnvironment>()

answerRoutes.use(
  PATHS.responses,
  // The sender's outbox waits as long as Retry-After says, which browsers hide from pages unless it is exposed.
  cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['Content-Type'], exposeHeaders: ['Retry-After'], maxAge: 86_400 }),
)

answerRoutes.post(PATHS.responses, declare(SEND_RESPONSES), async (context) => {
  const receivedAt = Date.now()
  const { env } = context
  const batch = parseBody(ResponseBatch, await readJson(context.req.raw, LIMITS.batchBytes, LIMITS.batchKeys))
  await refuseFloodOfNetwork(env, context.req.raw, batch.responses.length)
  const known = await findKnownSite(env, batch.siteKey)
  await refuseFloodOfSite(env, known.site.id, batch.responses.length)
  return takeBatch(context, batch, known, receivedAt).catch((error: unknown) => {
    if (known.isReachable) noteRefusal(context, known.site, error)
    throw error
  })
})

async function takeBatch(
  context: Context<AppEnvironment>,
  batch: ResponseBatch,
  { site, isReachable }: KnownSite,
  receivedAt: number,
): Promise<Response> {
  const { env } = context
  const environment = toEnvironment(site, batch.siteKey, context.req.header('Origin'))
  await refuseUnchallenged(env, site, batch)

  const network = findNetwork(context.req.raw)
  const identity = await readIdentity(env.DB, site, batch, context.req.raw.headers, receivedAt)
  const arrival = toArrival(site, environment, batch.sentAt ?? receivedAt, receivedAt, { identity, network })
  const items = batch.responses.map((item) => toRow(item, arrival))
  const rows = items.flatMap((item) => ('row' in item ? [item.row] : []))
  const [outcomes] = await Promise.all([
    storeOrSpill(env, site.id, rows, isReachable),
    isReachable && countReach(env, site, environment, batch.reach, receivedAt),
  ])
  // After the answer is out: a frame may be lost, the commit above may not.
  const stored = rows.filter((_, index) => outcomes[index] === 'stored')
  context.executionCtx.waitUntil(Promise.all([publishNews(env, site, stored), watchBallots(env, site, stored, network)]))

  const outcomeOf = new Map(rows.map((row, index) => [row, outcomes[index] ?? 'conflict']))
  return toAnswer(
    items.map((item) => ('row' in item ? toResult(item.row, outcomeOf.get(item.row) ?? 'conflict') : toRejected(item.rejection))),
  )
}

/** Counts, not answers: what is none is passed over, and a database that fails or stalls here must not cost the answers beside them. */
async function countReach({ DB }: Bindings, site: StoredSite, environment: Environment, reach: string, now: number): Promise<void> {
  const counts = parseReach(reach)
  if (counts.length === 0) return
  const find = toTouchpointFinder(site.touchpoints)
  const known = {
    isTouchpoint: (name: string, promptId: string) => find(name, promptId) !== null,
    isAsked: (name: string, promptId: string) =>
      site.prompts.some(({ id, touchpoints }) => id === promptId && touchpoints.includes(find(name, promptId) ?? name)),
  }
  const { day } = toLocalTime(now, site.timeZone)
  try {
    // Never again after an error, which may come after the commit: adding twice is not what adding once is.
    await withinTime(ATTEMPT_MS, () => new ReachStore(DB, site.id).add(environment, day, counts, known))
  } catch (error) {
    console.warn(JSON.stringify({ event: 'reach-not-counted', reason: String(error) }))
  }
}

function toResult(row: ResponseRow, outcome: StoreOutcome): ResponseResult {
  const id = row.sentId ?? row.id
  if (outcome === 'erased') return toRejected({ id, problem: 'erased', detail: 'It was erased at the request of who it was about.' })
  if (outcome !== 'conflict') return { id, status: outcome }
  return toRejected({ id, problem: 'id-conflict', detail: 'This id already belongs to a response to another prompt.' })
}

function toRejected({ id, problem, detail }: Rejection): ResponseResult {
  return { id, status: 'rejected', problem, detail }
}

/** 200 as long as anything of the batch is safe, 202 when that is so by the queue; when nothing can ever be stored, the first reason is the answer. */
function toAnswer(results: ResponseResult[]): Response {
  const body: BatchResult = { results }
  const first = results[0]
  if (first && results.every((result) => result.status === 'rejected')) {
    const code = Object.keys(PROBLEMS).find((known) => known === first.problem) as keyof typeof PROBLEMS | undefined
    throw new ProblemError(code ?? 'invalid-response', first.detail ?? '', { extension: { ...body } })
  }
  const status = results.some((result) => result.status === 'queued') ? 202 : 200
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
