/**
 * The origins that are meant by what somebody writes as the address of their site:
 * `shop.example/basket` is `https://shop.example`, and `www.` before it as well,
 * because a site that has the one mostly has the other; a local address goes by
 * both of its names.
 *
 * @returns none for nothing, null for what is no address
 */
export function toOrigins(text: string): string[] | null {
  const written = text.trim()
  if (written === '') return []
  const bare = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `${isLocalText(written) ? 'http' : 'https'}://${written}`
  if (!URL.canParse(bare)) return null
  const url = new URL(bare)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (!isWeb || url.username !== '' || !isHost(url.hostname)) return null
  const toOrigin = (hostname: string) => `${url.protocol}//${hostname}${url.port === '' ? '' : `:${url.port}`}`
  return [...new Set([url.hostname, ...toSiblings(url.hostname)])].map(toOrigin)
}

function isLocalText(text: string): boolean {
  return /^(localhost|127\.|\[::1\])/i.test(text)
}

/**
 * A name with a dot, a number, or this machine: `shop` alone is a word that was not
 * finished. Some browsers make an address of what can be none, `my shop.example` too.
 */
function isHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname.startsWith('[') || /^[a-z\d_-]+(\.[a-z\d_-]+)+$/.test(hostname)
}

function toSiblings(hostname: string): string[] {
  if (hostname === 'localhost') return ['127.0.0.1']
  if (hostname === '127.0.0.1') return ['localhost']
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return []
  if (hostname.startsWith('www.')) return [hostname.slice('www.'.length)]
  return hostname.split('.').length === 2 ? [`www.${hostname}`] : []
}
