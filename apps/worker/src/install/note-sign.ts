import { INSTALL_SIGNS, LIMITS } from '@pulso/protocol'
import type { Context } from 'hono'
import type { AppEnvironment } from '../bindings.ts'
import { ProblemError } from '../request/problem-error.ts'
import type { StoredSite } from '../sites/site-store.ts'
import { createSignGate } from './sign-gate.ts'
import { type SignName, SignStore } from './sign-store.ts'
import { toPageOrigin } from './to-page-origin.ts'

const gate = createSignGate()

/** A page has asked for the site's script or prompts. Not somebody who opens the address in a tab. */
export function noteScript(context: Context<AppEnvironment>, site: StoredSite): void {
  if (context.req.header('Sec-Fetch-Dest') !== 'document') note(context, site, 'script')
}

/** Nothing of what a page has sent can be stored: if the reason is one that the team can remove, it is kept. */
export function noteRefusal(context: Context<AppEnvironment>, site: StoredSite, error: unknown): void {
  const sign = error instanceof ProblemError ? INSTALL_SIGNS.find((name) => name === error.code) : undefined
  if (sign) note(context, site, sign)
}

/** After the answer, for whom nobody waits; a sign that is lost comes again. */
function note(context: Context<AppEnvironment>, { id }: StoredSite, sign: SignName): void {
  const origin = toPageOrigin(context.req.raw.headers)
  const now = Date.now()
  if (!gate.admits(id, sign, origin, sign === 'script' ? LIMITS.scriptGapMs : LIMITS.refusalGapMs, now)) return
  const noting = new SignStore(context.env.DB, id).note(sign, origin, now).catch((error: unknown) => {
    console.warn(JSON.stringify({ event: 'sign-not-noted', sign, reason: String(error) }))
  })
  context.executionCtx.waitUntil(noting)
}
