export type OriginFault = 'shape' | 'scheme' | 'wildcard' | 'twice'

/** What is wrong with an origin, as the worker would judge it; null when nothing is. */
export function findOriginFault(text: string, others: readonly string[]): OriginFault | null {
  if (!/^https?:\/\//.test(text)) return 'scheme'
  const one = text.replace('//*.', '//any.')
  if (one.includes('*') || (one !== text && one.split('.').length <= 2)) return 'wildcard'
  // Some browsers take a host with an encoded space for one; the worker does not.
  if (one.includes('%') || !URL.canParse(one) || new URL(one).origin !== one) return 'shape'
  return others.includes(text) ? 'twice' : null
}

/** Whether pages of an origin are on the visitor's own machine. */
export function isLocalOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { hostname } = new URL(text)
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname)
}
