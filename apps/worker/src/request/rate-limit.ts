import type { Bindings } from '../bindings.ts'
import { toNetworkKey } from './network-key.ts'
import { ProblemError } from './problem-error.ts'
import { toNetwork } from './to-network.ts'
import { withinTime } from './within-time.ts'

/** How long each limiter counts, in seconds, as wrangler.jsonc says, which also says how much it lets through. */
const PERIOD_SECONDS = { NETWORK_RATE: 60, SITE_RATE: 10 } as const
/** A request weighs one, and one more for each further ten of its responses: fifty in one must not cost what one does. */
const RESPONSES_PER_UNIT = 10
/** A limiter answers from the same machine; one that does not is not waited for. */
const PATIENCE_MS = 250

/**
 * Refuses a network that sends more than any household, office or school does.
 * The address is read here, hashed, and nowhere kept or logged.
 *
 * @param responses how many responses the request carries; counts of what was reached weigh nothing beside them
 * @throws ProblemError `rate-limited`, with Retry-After
 */
export async function refuseFloodOfNetwork(bindings: Bindings, request: Request, responses: number): Promise<void> {
  const network = toNetwork(request.headers.get('CF-Connecting-IP') ?? undefined)
  if (network === null) return
  const key = await toNetworkKey(network, bindings.PULSO_ADMIN_TOKEN, Date.now())
  await refuseFlood(bindings, 'NETWORK_RATE', key, responses)
}

/** Refuses what one site gets beyond what one database can take, before it costs the other sites theirs. */
export function refuseFloodOfSite(bindings: Bindings, siteId: string, responses: number): Promise<void> {
  return refuseFlood(bindings, 'SITE_RATE', siteId, responses)
}

async function refuseFlood(bindings: Bindings, name: keyof typeof PERIOD_SECONDS, key: string, responses: number): Promise<void> {
  const limiter = bindings[name]
  if (!limiter || bindings.PULSO_RATE_LIMITS === 'off') return
  const units = Math.max(1, Math.ceil(responses / RESPONSES_PER_UNIT))
  const within = await Promise.all(Array.from({ length: units }, () => isWithinRate(limiter, name, key)))
  if (!within.includes(false)) return
  // Anywhere in the period, so that those who were sent away together do not come back together.
  const seconds = 1 + Math.floor(Math.random() * PERIOD_SECONDS[name])
  throw new ProblemError('rate-limited', `Keep the answer and send it again in ${seconds} seconds.`, {
    headers: { 'Retry-After': String(seconds) },
  })
}

/** A limiter that fails lets everything through: it is there for floods, and an answer is worth more. */
async function isWithinRate(limiter: RateLimit, name: string, key: string): Promise<boolean> {
  try {
    return (await withinTime(PATIENCE_MS, () => limiter.limit({ key }))).success
  } catch (error) {
    console.warn(JSON.stringify({ event: 'rate-not-limited', limiter: name, reason: String(error) }))
    return true
  }
}
