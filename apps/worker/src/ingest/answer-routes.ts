import {
  type BatchResult,
  type Environment,
  LIMITS,
  PATHS,
  PROBLEMS,
  parseReachCount,
  ResponseBatch,
  type ResponseResult,
} from '@pulso/protocol'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { toLocalTime } from '../reports/local-time.ts'
import { parseBody } from '../request/parse-body.ts'
import { ProblemError } from '../request/problem-error.ts'
import { readJson } from '../request/read-json.ts'
import { SiteStore, type StoredSite } from '../sites/site-store.ts'
import { ReachStore } from './reach-store.ts'
import { type ResponseRow, ResponseStore, type SaveOutcome, toStoredResponse } from './response-store.ts'
import { saveDurably } from './save-durably.ts'
import { SEND_RESPONSES } from './send-responses.ts'
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
  const batch = parseBody(ResponseBatch, await readJson(context.req.raw, LIMITS.batchBytes))
  const site = await saveDurably(() => new SiteStore(context.env.DB).findByKey(batch.siteKey))
  const environment = toEnvironment(site, batch.siteKey, context.req.header('Origin'))
  const arrival = toArrival(site, environment, batch.sentAt, receivedAt)
  await countReach(context, site, environment, batch.reach, receivedAt)
  const items = batch.responses.map((item) => toRow(item, arrival))
  const rows = items.flatMap((item) => ('row' in item ? [item.row] : []))

  const store = new ResponseStore(context.env.DB, site.id)
  const outcomes = rows.length > 0 ? await saveDurably(() => store.save(rows)) : []
  publishLater(context, site, rows, outcomes)

  const outcomeOf = new Map(rows.map((row, index) => [row, outcomes[index] ?? 'conflict']))
  return toAnswer(
    items.map((item) => ('row' in item ? toResult(item.row, outcomeOf.get(item.row) ?? 'conflict') : toRejected(item.rejection))),
  )
})

/** Counts, not answers: what is none is passed over, and a database that fails here must not cost the answers behind them. */
async function countReach(
  context: Context<AppEnvironment>,
  site: StoredSite,
  environment: Environment,
  reach: Record<string, unknown>,
  now: number,
) {
  const counts = Object.entries(reach).flatMap(([key, count]) => parseReachCount(key, count) ?? [])
  if (counts.length === 0) return
  const known = {
    touchpoints: new Set(site.touchpoints.map(({ key }) => key)),
    prompts: new Set([...site.prompts.map(({ id }) => id), ...Object.keys(site.retiredPrompts)]),
  }
  try {
    await new ReachStore(context.env.DB, site.id).add(environment, toLocalTime(now, site.timeZone).day, counts, known)
  } catch (error) {
    console.warn(JSON.stringify({ event: 'reach-not-counted', reason: String(error) }))
  }
}

function toResult(row: ResponseRow, outcome: SaveOutcome): ResponseResult {
  if (outcome !== 'conflict') return { id: row.id, status: outcome }
  return toRejected({ id: row.id, problem: 'id-conflict', detail: 'This id already belongs to a response to another prompt.' })
}

function toRejected({ id, problem, detail }: Rejection): ResponseResult {
  return { id, status: 'rejected', problem, detail }
}

/** 200 as long as anything of the batch is safe; when nothing can ever be stored, the first reason is the answer. */
function toAnswer(results: ResponseResult[]): Response {
  const body: BatchResult = { results }
  const first = results[0]
  if (first && results.every((result) => result.status === 'rejected')) {
    const code = Object.keys(PROBLEMS).find((known) => known === first.problem) as keyof typeof PROBLEMS | undefined
    throw new ProblemError(code ?? 'invalid-response', first.detail ?? '', { extension: { ...body } })
  }
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
}

/** Tells the live room after the answer is out: a frame may be lost, the commit above may not. */
function publishLater(context: Context<AppEnvironment>, site: StoredSite, rows: ResponseRow[], outcomes: SaveOutcome[]): void {
  const stored = rows.filter((_, index) => outcomes[index] === 'stored')
  if (stored.length === 0) return
  const room = context.env.LIVE_ROOM.get(context.env.LIVE_ROOM.idFromName(site.id))
  const news = {
    touchpoints: stored.map((row) => row.touchpointKey),
    responses: stored.filter((row) => row.comment !== null && row.environment === 'production').map(toStoredResponse),
  }
  context.executionCtx.waitUntil(room.publish(news))
}
