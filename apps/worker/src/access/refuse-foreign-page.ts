import { ProblemError } from '../request/problem-error.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/**
 * A cookie travels with requests of other pages too, even of another port on
 * this host, WebSockets included. Browsers say where a request comes from by
 * Origin and Sec-Fetch-Site, which no page can forge; what changes something
 * must say it (every browser does, since 2020), what only reads may leave it out.
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
  if (isOwnSite && isOwnOrigin && (isSafe || origin !== null || site !== null)) return
  throw new ProblemError('forbidden', 'A session opens nothing for pages of another origin; use a token.')
}
