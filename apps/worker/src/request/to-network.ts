/**
 * The network that an address belongs to: an IPv4 address whole, the first 64
 * bits of an IPv6 address, since whoever has one of those has all behind it.
 *
 * @returns null for this machine's own addresses, which no visitor can have, and for what is no address
 */
export function toNetwork(address: string | undefined): string | null {
  if (address === undefined || !/^[0-9a-f:.]+$/i.test(address)) return null
  const isV4 = /^\d{1,3}(\.\d{1,3}){3}$/.test(address)
  const url = `http://${isV4 ? address : `[${address}]`}/`
  if (!URL.canParse(url)) return null
  const { hostname } = new URL(url)
  if (isV4) return hostname.startsWith('127.') ? null : hostname
  const groups = toGroups(hostname.slice(1, -1))
  // ::ffff:192.0.2.1 is an IPv4 address (RFC 4291, section 2.5.5.2).
  if (groups.slice(0, 6).join() === '0,0,0,0,0,65535') {
    return toNetwork(
      groups
        .slice(6)
        .flatMap((group) => [group >> 8, group & 255])
        .join('.'),
    )
  }
  if (groups.join() === '0,0,0,0,0,0,0,1') return null
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')
}

/** The eight groups of an address as the URL parser writes it: valid, with at most one `::`. */
function toGroups(address: string): number[] {
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16))
}
