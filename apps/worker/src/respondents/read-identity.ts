import { LIMITS, type ResponseBatch } from '@pulso/protocol'
import { verify } from 'hono/jwt'
import * as z from 'zod'
import { saveDurably } from '../ingest/save-durably.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { RespondentStore } from './respondent-store.ts'
import { toRespondent } from './to-respondent.ts'

/** Who sent a batch. One that is `refused` cannot be stored, and the sender is told why. */
export type Identity =
  | { kind: 'anonymous' }
  | { kind: 'pseudonymous'; respondent: string }
  /** `expiresAt`: what was answered later than this is not vouched for, in milliseconds since 1970. */
  | { kind: 'verified'; respondent: string; expiresAt: number }
  | { kind: 'refused'; detail: string }

const Name = z.string().min(1).max(LIMITS.respondentIdLength)
const Claims = z.object({ sub: Name, jti: Name, exp: z.number(), nbf: z.number().optional() })

const SKEW_MS = LIMITS.clockSkewSeconds * 1000

/**
 * Who answered a batch, read once for all of it. A token that is wrong in any way
 * refuses it, at every site: an answer that claims to be somebody's never becomes
 * an anonymous one. A pseudonymous id is passed over where the visitor's browser
 * asks not to be tracked (Global Privacy Control, Do Not Track).
 */
export async function readIdentity(
  database: D1Database,
  site: StoredSite,
  { respondentToken, respondentId }: Pick<ResponseBatch, 'respondentToken' | 'respondentId'>,
  headers: Headers,
  now: number,
): Promise<Identity> {
  const readSecrets = () => saveDurably(() => new RespondentStore(database, site.id).read(now))
  if (respondentToken !== undefined) {
    const { signing, naming } = await readSecrets()
    const claims = await readClaims(respondentToken, signing, site.id)
    if (typeof claims === 'string') return { kind: 'refused', detail: claims }
    const expiresAt = claims.exp * 1000
    if (expiresAt > now + LIMITS.respondentTokenSeconds * 1000 + SKEW_MS) {
      return {
        kind: 'refused',
        detail: `A token ends at most ${LIMITS.respondentTokenSeconds} seconds after it was made: exp lies further ahead.`,
      }
    }
    if (claims.nbf !== undefined && claims.nbf * 1000 > now + SKEW_MS) return { kind: 'refused', detail: 'The token is not valid yet.' }
    return { kind: 'verified', respondent: await toRespondent('verified', claims.sub, naming), expiresAt: expiresAt + SKEW_MS }
  }
  if (site.respondents === 'verified') {
    return { kind: 'refused', detail: 'This site takes answers of verified respondents only: send a respondentToken.' }
  }
  if (respondentId === undefined || headers.get('Sec-GPC') === '1' || headers.get('DNT') === '1') return { kind: 'anonymous' }
  return { kind: 'pseudonymous', respondent: await toRespondent('pseudonymous', respondentId, (await readSecrets()).naming) }
}

/** What a token says, if one of the site's keys made it; otherwise what is wrong with it. */
async function readClaims(token: string, keys: readonly string[], audience: string): Promise<z.output<typeof Claims> | string> {
  for (const key of keys) {
    try {
      // exp is compared with the time of each answer, which may arrive days late; see to-row.ts.
      const payload = await verify(token, key, { alg: 'HS256', aud: audience, exp: false, nbf: false, iat: false })
      const claims = Claims.safeParse(payload)
      return claims.success ? claims.data : 'A token has sub, aud, exp and jti.'
    } catch {
      // The other key, if there is one.
    }
  }
  return `The token is none that a live key of this site has signed, by HS256, for the audience "${audience}".`
}
