import type { Environment } from '@pulso/protocol'
import { ProblemError } from '../request/problem-error.ts'
import { isTestKey, type StoredSite } from '../sites/site-store.ts'

/**
 * Whether an answer counts or is test traffic, by where its page lives.
 *
 * Origins the site names count, wherever they are; local pages it does not name
 * are test traffic; any other origin is refused once the site names its own. A
 * request without an Origin header does not come from a browser's page: the list
 * cannot stop it anyway (anyone can send any header), so it counts.
 */
export function toEnvironment(site: StoredSite, siteKey: string, origin: string | undefined): Environment {
  if (isTestKey(siteKey)) return 'test'
  if (origin === undefined || site.origins.includes(origin)) return 'production'
  if (isLocal(origin)) return 'test'
  if (site.origins.length === 0 && origin !== 'null') return 'production'
  throw new ProblemError('origin-not-allowed', `"${origin}" is not among the origins of this site: add it in the site's settings.`)
}

function isLocal(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname)
}
