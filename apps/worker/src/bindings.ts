import type { Grant } from './access/grant.ts'
import type { LiveRoom } from './reports/live-room.ts'
import type { StoredSite } from './sites/site-store.ts'

/** What the deployment gives the worker: see wrangler.jsonc. */
export interface Bindings {
  DB: D1Database
  LIVE_ROOM: DurableObjectNamespace<LiveRoom>
  ASSETS: Fetcher
  /** The operator's token, a secret. Without it no bearer token opens anything. */
  PULSO_ADMIN_TOKEN?: string
}

/** Hono's view of one request. A route's declaration sets the variables and says which there are. */
export interface AppEnvironment {
  Bindings: Bindings
  Variables: { grant: Grant; site: StoredSite }
}
