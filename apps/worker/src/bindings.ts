import type { ErasureLog } from './privacy/erasure-log.ts'
import type { LiveRoom } from './reports/live-room.ts'
import type { BallotWatch } from './respondents/ballot-watch.ts'

/** What the deployment gives the worker: see wrangler.jsonc. */
export interface Bindings {
  DB: D1Database
  LIVE_ROOM: DurableObjectNamespace<LiveRoom>
  BALLOT_WATCH: DurableObjectNamespace<BallotWatch>
  ERASURE_LOG: DurableObjectNamespace<ErasureLog>
  ASSETS: Fetcher
  /** The operator's token, a secret. Without it no bearer token opens anything. */
  PULSO_ADMIN_TOKEN?: string
}

/** Hono's view of one request. */
export interface AppEnvironment {
  Bindings: Bindings
}
