/** As long as the longest host name with its scheme and port (RFC 1035, section 2.3.4). */
const LONGEST = 270

/**
 * Where the page lives that sent a request: scheme, host and port, never a path.
 *
 * @returns `null`, as browsers write it, for a page without an origin of its own; empty when the browser does not say, or says nonsense
 */
export function toPageOrigin(headers: Headers): string {
  const origin = headers.get('Origin')
  if (origin === 'null') return origin
  // A script that is loaded without CORS brings no Origin, but the page's address, as much of it as the page lets out.
  const text = origin ?? headers.get('Referer') ?? ''
  if (text.length > (origin === null ? 8000 : LONGEST) || !URL.canParse(text)) return ''
  const { origin: found, protocol } = new URL(text)
  return /^https?:$/.test(protocol) && found.length <= LONGEST ? found : ''
}
