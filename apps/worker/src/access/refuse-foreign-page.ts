import { ProblemError } from '../request/problem-error.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/**
 * A cookie travels with requests of other pages too, even of another port on
 * this host, WebSockets included. Browsers say where a request comes from by
 * Origin and Sec-Fetch-Site, which no page can forge. A cookie that is to change
 * something must come with one of them (every browser sends it, since 2020);
 * what only reads may leave both out.
 *
 * @throws ProblemError `forbidden`
 */
export function refuseForeignPage(request: Request): void {
  const origin = request.headers.get('Origin')
  const site = request.headers.get('Sec-Fetch-Site')
  const isSafe = SAFE_METHODS.has(request.method)
  // "none": the person themselves, by the address bar or a bookmark; that only ever reads.
  const isOwnSite = site === null || site === 'same-origin' || (site === 'none' && isSafe)
  const isOwnOrigin = origin === null || origin === new URL(request.url).origin
  const isSaid = origin !== null || site !== null
  if (isOwnSite && isOwnOrigin && (isSaid || isSafe || !request.headers.has('Cookie'))) return
  throw new ProblemError('forbidden', 'A session opens nothing for pages of another origin; use a token.')
}
