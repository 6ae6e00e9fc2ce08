/** What the inbox can be narrowed by: the names in its address, which are those of the API. */
export const FILTER_NAMES = [
  'q',
  'status',
  'tag',
  'touchpoint',
  'stage',
  'prompt',
  'kind',
  'segment',
  'band',
  'sentiment',
  'language',
  'comments',
  'from',
  'to',
  'lane',
  'reason',
  'flag',
  'respondent',
  'environment',
] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/**
 * What the address asks of the API, always in the same order, so that the same filter is the same text. Without
 * a word about it the inbox holds answers; what was only shown is there when the address says `answers=all`.
 */
export function toApiQuery(query: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams()
  for (const name of FILTER_NAMES) {
    const value = query.get(name)
    if (value !== null && value !== '') asked.set(name, value)
  }
  if (query.get('answers') !== 'all') asked.set('answers', 'only')
  return asked
}

/** The address with one part of the filter changed; null takes it out. Everything else in it stays. */
export function withFilter(query: URLSearchParams, changes: Partial<Record<FilterName | 'answers', string | null>>): URLSearchParams {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}

/** The address without any filter. */
export function withoutFilters(query: URLSearchParams): URLSearchParams {
  return withFilter(query, Object.fromEntries([...FILTER_NAMES, 'answers'].map((name) => [name, null])))
}

/** The values of a filter that takes several. A segment is one: its name may have a comma. */
export function toValues(query: URLSearchParams, name: FilterName): string[] {
  const text = query.get(name) ?? ''
  if (text === '') return []
  return name === 'segment' || name === 'q' ? [text] : text.split(',')
}

/** The same filter with a value put in or taken out. */
export function withToggled(query: URLSearchParams, name: FilterName, value: string): URLSearchParams {
  const values = toValues(query, name)
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
  return withFilter(query, { [name]: next.join(',') })
}
