import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnvironment } from '../bindings.ts'
import { ProblemError } from '../request/problem-error.ts'
import { hasSession } from './session-store.ts'

const SESSION_COOKIE = 'pulso_session'

/** `__Host-` pins the cookie to this host over https; browsers refuse that prefix on plain local http. */
export function toSessionCookieName(context: Context): string {
  return new URL(context.req.url).protocol === 'https:' ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE
}

/** Lets in the operator's token only. */
export const requireOperator = createMiddleware<AppEnvironment>(async (context, next) => {
  if (!(await hasOperatorToken(context))) throw toUnauthorized()
  await next()
})

/** Lets in the operator's token or a signed-in session. */
export const requireMember = createMiddleware<AppEnvironment>(async (context, next) => {
  if (!(await hasOperatorToken(context))) {
    refuseForeignPage(context)
    const token = getCookie(context, toSessionCookieName(context))
    if (!token || !(await hasSession(context.env.DB, token, Date.now()))) throw toUnauthorized()
  }
  await next()
})

/**
 * A cookie travels with requests of other pages too, even of another port on
 * this host, WebSockets included; the Origin header tells them apart.
 */
export function refuseForeignPage(context: Context): void {
  const origin = context.req.header('Origin')
  if (origin !== undefined && origin !== new URL(context.req.url).origin) {
    throw new ProblemError('forbidden', 'A session opens nothing for pages of another origin; use a token.')
  }
}

async function hasOperatorToken(context: Context<AppEnvironment>): Promise<boolean> {
  const [scheme, token] = (context.req.header('Authorization') ?? '').split(' ')
  const expected = context.env.PULSO_ADMIN_TOKEN
  if (scheme !== 'Bearer' || !token || !expected) return false
  // Hashing first gives both the same length, which the constant-time comparison needs.
  const [given, wanted] = await Promise.all(
    [token, expected].map((text) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  )
  return given !== undefined && wanted !== undefined && crypto.subtle.timingSafeEqual(given, wanted)
}

function toUnauthorized(): ProblemError {
  return new ProblemError('unauthorized', 'Send "Authorization: Bearer pulso_…", or open a sign-in link in the browser.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  })
}
