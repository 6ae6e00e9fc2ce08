import type { Respondent } from '@pulso/protocol'

/**
 * The name under which a respondent is stored: 128 bits of HMAC-SHA-256 of what
 * they are called elsewhere, under a secret of the site. The same person at two
 * sites is two respondents, and a list of names without the secret finds nobody.
 */
export async function toRespondent(kind: 'pseudonymous' | 'verified', name: string, secret: string): Promise<Respondent> {
  const encoder = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mark = kind === 'verified' ? 'v' : 'p'
  const hash = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`${mark} ${name}`)))
  return `${mark}${Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
