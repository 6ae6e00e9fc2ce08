import type { Environment } from '@pulso/protocol'
import { ProblemError } from '../request/problem-error.ts'
import { isTestKey, type StoredSite } from '../sites/site-store.ts'

/**
 * Whether an answer counts or is test traffic, by where its page lives. A request
 * without an Origin header does not come from a browser's page: the list cannot
 * stop it anyway (anyone can send any header), so it counts.
 *
 * @throws ProblemError `origin-not-allowed`
 */
export function toEnvironment(site: StoredSite, siteKey: string, origin: string | undefined): Environment {
  if (isTestKey(siteKey)) return 'test'
  if (origin === undefined) return 'production'
  const environment = toStanding(site, origin)
  if (environment === null) throw new ProblemError('origin-not-allowed', toRemedy(origin))
  return environment
}

/**
 * Where answers of the pages of an origin count. Origins the site names count,
 * wherever they are; local pages it does not name are test traffic; any other
 * origin is refused once the site names its own, and `null` always, unless the
 * site wants it.
 *
 * @returns null when they are refused
 */
export function toStanding(site: Pick<StoredSite, 'origins' | 'nullOrigin'>, origin: string): Environment | null {
  if (site.origins.some((allowed) => isWithin(allowed, origin))) return 'production'
  if (origin === 'null') return site.nullOrigin ? 'production' : null
  if (isLocal(origin)) return 'test'
  return site.origins.length === 0 ? 'production' : null
}

/** What is to be done, for whoever may change the site. */
function toRemedy(origin: string): string {
  if (origin !== 'null') return `"${origin}" is not among the \`origins\` of this site: add it to the definition with PUT /v1/sites/:site.`
  return 'This page has no origin of its own (Origin: null), as a file or a sandboxed frame: if its answers shall count, set `nullOrigin: true` in the definition with PUT /v1/sites/:site.'
}

/** `https://*.shop.example` is every origin below that host, of the same scheme and port, and not the host itself. */
function isWithin(allowed: string, origin: string): boolean {
  const [scheme = '', host] = allowed.split('*')
  if (host === undefined) return allowed === origin
  // Only labels may stand for the star: in a path or a user name, the end of somebody else's address would match.
  const labels = origin.slice(scheme.length, -host.length)
  return origin === scheme + labels + host && /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(labels)
}

function isLocal(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname)
}
