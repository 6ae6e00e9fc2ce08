import type { ResponseBatch } from '@pulso/protocol'
import * as z from 'zod'
import type { Bindings } from '../bindings.ts'
import { ProblemError } from '../request/problem-error.ts'
import { withinTime } from '../request/within-time.ts'
import type { StoredSite } from '../sites/site-store.ts'

const VERIFY_URL = 'https://challenges.cloudflare.com/turnstile/v0/siteverify'
const PATIENCE_MS = 1500

/** What siteverify answers, as far as it decides something here. */
const Verdict = z.object({ success: z.boolean(), 'error-codes': z.array(z.string()).default([]) })
const Secrets = z.record(z.string(), z.string())
/** An answer among the unknown items of a batch. */
const Answer = z.object({ id: z.string(), state: z.enum(['answered', 'completed']) })

/** The codes that are about the token; all others are about the secret, the request or the service. */
const TOKEN_REFUSED = new Set(['missing-input-response', 'invalid-input-response', 'timeout-or-duplicate'])

/** `unverified`: the service could not say, so the answers are taken and marked. */
export type Challenge = 'not-asked' | 'passed' | 'unverified'

/**
 * Refuses answers without a challenge passed, at a site that wants one. Showings
 * and counts need none: a page may not have its token yet.
 *
 * A token is spent by its first verification, and an answer is sent several times
 * (score, then comment, then again because a network failed), so the first
 * response's id goes along as the idempotency key: a token is good for one
 * response with all its revisions, and for no other.
 *
 * @throws ProblemError `challenge-required`
 */
export async function refuseUnchallenged(bindings: Bindings, site: StoredSite, batch: ResponseBatch): Promise<Challenge> {
  const first = batch.responses.map((item) => Answer.safeParse(item).data).find((answer) => answer !== undefined)
  if (!site.turnstile || !first) return 'not-asked'
  if (batch.challenge === undefined) throw toRefusal('This site takes answers with a Turnstile token only: send it as "challenge".')
  try {
    const secret = findSecret(bindings.TURNSTILE_SECRETS, site.id)
    if (secret === undefined) throw new Error(`TURNSTILE_SECRETS is not JSON with one for the site "${site.id}"`)
    const { challenge } = batch
    const verdict = await withinTime(PATIENCE_MS, () =>
      verify(bindings.TURNSTILE_URL ?? VERIFY_URL, { secret, response: challenge, idempotency_key: first.id }),
    )
    if (verdict.success) return 'passed'
    const codes = verdict['error-codes']
    if (codes.some((code) => TOKEN_REFUSED.has(code))) throw toRefusal(`Turnstile refused the token (${codes.join(', ')}): send a new one.`)
    throw new Error(`siteverify says ${codes.join(', ')}`)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    console.error(JSON.stringify({ event: 'challenge-unverified', site: site.id, reason: String(error) }))
    return 'unverified'
  }
}

/** What a parser says of a secret that it cannot read would go to the log, so it says nothing. */
function findSecret(secrets: string | undefined, siteId: string): string | undefined {
  try {
    return Secrets.parse(JSON.parse(secrets ?? '{}'))[siteId]
  } catch {
    return undefined
  }
}

/** The visitor's address, which siteverify would take too, stays here. */
async function verify(url: string, question: Record<'secret' | 'response' | 'idempotency_key', string>) {
  const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(question) })
  return Verdict.parse(await answer.json())
}

function toRefusal(detail: string): ProblemError {
  return new ProblemError('challenge-required', detail)
}
