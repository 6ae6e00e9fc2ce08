/** Where the person is: the whole of it can be read from the address, and written back to it. */

export const RANGES = [7, 30, 90, 365] as const
export type RangeDays = (typeof RANGES)[number]
const DEFAULT_RANGE: RangeDays = 30

/** The parts of a site, by what stands behind the site in the address; the journey stands there alone. */
export const SECTIONS = ['journey', 'touchpoints', 'responses', 'prompts', 'ecosystem', 'settings', 'install', 'wallboard'] as const
export type Section = (typeof SECTIONS)[number]

export type SiteRoute = {
  page: 'site'
  site: string
  section: Section
  /** What of the section: a touchpoint's key, a response's id. Null: the section itself. */
  item: string | null
  /** Everything else that the page keeps in its address. */
  query: URLSearchParams
  days: RangeDays
}

export type Route =
  | { page: 'home'; days: RangeDays }
  | SiteRoute
  | { page: 'new-site' }
  /** A code that stands behind the `#`, where no server ever sees it: null when it is not there. */
  | { page: 'sign-in' | 'join' | 'shared'; code: string | null }
  | { page: 'unknown' }

const CODE_PAGES = ['sign-in', 'join', 'shared'] as const

/** Reads an address. A range that is not offered becomes the usual one, so that a hand-edited address still works. */
export function parseRoute(url: URL): Route {
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
  const [first, site, section, item = null] = parts
  const days = toRange(url.searchParams.get('days'))
  if (first === undefined) return { page: 'home', days }
  if (parts.length === 1) {
    const page = CODE_PAGES.find((known) => known === first)
    if (page) return { page, code: url.hash.slice(1) || null }
    if (first === 'new') return { page: 'new-site' }
  }
  if (first !== 'sites' || site === undefined || parts.length > 4) return { page: 'unknown' }
  const known = SECTIONS.find((name) => name === (section ?? 'journey'))
  if (known === undefined || (known === 'journey' && section !== undefined)) return { page: 'unknown' }
  return { page: 'site', site, section: known, item, query: url.searchParams, days }
}

type SitePath = {
  section?: Section
  item?: string | null
  days?: RangeDays
  /** The rest of the query; a `days` in it gives way to the one beside it. */
  query?: URLSearchParams | Record<string, string>
}

/** The address of a part of a site. */
export function toSitePath(site: string, { section = 'journey', item = null, days, query }: SitePath = {}): string {
  const parts = [...(section === 'journey' ? [] : [section]), ...(item === null ? [] : [item])]
  const path = ['/sites', site, ...parts.map(encodeURIComponent)].join('/')
  const search = new URLSearchParams(query)
  if (days !== undefined) search.set('days', String(days))
  return search.size === 0 ? path : `${path}?${search}`
}

function toRange(asked: string | null): RangeDays {
  return RANGES.find((offered) => offered === Number(asked)) ?? DEFAULT_RANGE
}

/** A part of an address that is no encoding of anything stands for itself. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
