/** Where the person is: the whole of it can be read from the address, and written back to it. */

export const RANGES = [7, 30, 90, 365] as const
export type RangeDays = (typeof RANGES)[number]
const DEFAULT_RANGE: RangeDays = 30

export type Route =
  | { page: 'home'; days: RangeDays }
  | { page: 'site'; site: string; days: RangeDays }
  | { page: 'sign-in'; code: string | null }
  | { page: 'unknown' }

/** Reads an address. A range that is not offered becomes the usual one, so that a hand-edited address still works. */
export function parseRoute(url: URL): Route {
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const [first, second] = parts
  const asked = Number(url.searchParams.get('days'))
  const days = RANGES.find((offered) => offered === asked) ?? DEFAULT_RANGE
  if (first === undefined) return { page: 'home', days }
  if (first === 'sign-in' && parts.length === 1) return { page: 'sign-in', code: url.hash.slice(1) || null }
  if (first === 'sites' && second !== undefined && parts.length === 2) return { page: 'site', site: second, days }
  return { page: 'unknown' }
}

/** The address of a site's journey. */
export function toSitePath(site: string, days: RangeDays = DEFAULT_RANGE): string {
  return `/sites/${site}?days=${days}`
}
