import type { ShareTerms } from '@pulso/protocol'
import type { Grant } from './access/grant.ts'
import type { LanguageModel } from './comments/sentiment-reader.ts'
import type { SpillMessage } from './ingest/spill.ts'
import type { ErasureLog } from './privacy/erasure-log.ts'
import type { LiveRoom } from './reports/live-room.ts'
import type { BallotWatch } from './respondents/ballot-watch.ts'
import type { StoredSite } from './sites/site-store.ts'

/** What the deployment gives the worker: see wrangler.jsonc. */
export interface Bindings {
  DB: D1Database
  LIVE_ROOM: DurableObjectNamespace<LiveRoom>
  BALLOT_WATCH: DurableObjectNamespace<BallotWatch>
  ERASURE_LOG: DurableObjectNamespace<ErasureLog>
  ASSETS: Fetcher
  /** The operator's token, a secret. Without it no bearer token opens anything. */
  PULSO_ADMIN_TOKEN?: string
  /** How many requests a minute one network may send, and how many each ten seconds one site may get. Without them nothing is limited. */
  NETWORK_RATE?: RateLimit
  SITE_RATE?: RateLimit
  /** `off` switches both limits off, for load tests of this machine. */
  PULSO_RATE_LIMITS?: string
  /** Takes answers while the database does not: made by `npm run deploy -- --spill`. */
  SPILL?: Queue<SpillMessage>
  /** Secrets of Turnstile widgets by site, as JSON: `{"main": "0x4…"}`. */
  TURNSTILE_SECRETS?: string
  /** Reads the sentiment of comments where somebody asks for a model's reading: `"ai": {"binding": "AI"}` in wrangler.jsonc. */
  AI?: LanguageModel
  /** Where tokens are verified, if not at Cloudflare. */
  TURNSTILE_URL?: string
}

/** Hono's view of one request. A route's declaration sets the variables and says which there are. */
export interface AppEnvironment {
  Bindings: Bindings
  Variables: { grant: Grant; site: StoredSite; terms: ShareTerms | null }
}
