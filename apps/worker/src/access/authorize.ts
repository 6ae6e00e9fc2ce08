import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnvironment } from '../bindings.ts'
import { ProblemError } from '../request/problem-error.ts'
import { toNetwork } from '../request/to-network.ts'
import { type Grant, type Holder, OPERATOR } from './grant.ts'
import { GuessLimit } from './guess-limit.ts'
import { refuseForeignPage } from './refuse-foreign-page.ts'
import { isSameSecret } from './secret.ts'
import { type SessionCookie, SessionStore } from './session-store.ts'
import { TokenStore } from './token-store.ts'
import { isMistyped, parseTokenText } from './token-text.ts'

const SESSION_COOKIE = 'pulso_session'

const guessLimit = new GuessLimit()

/**
 * Who asks: by the Authorization header when there is one, else by the session's cookie.
 *
 * @returns the grant, and the cookie that replaces the one that came, when it is due
 * @throws ProblemError `unauthorized`, `rate-limited`, or `forbidden` for a page of another origin
 */
export async function authorize(context: Context<AppEnvironment>): Promise<{ grant: Grant; next: SessionCookie | null }> {
  const header = context.req.header('Authorization')
  if (header !== undefined) return { grant: await findBearer(context, header), next: null }
  const token = getSessionToken(context)
  if (token === undefined) throw toUnauthorized()
  refuseForeignPage(context.req.raw)
  // The answer to an upgrade cannot carry a cookie, so it must not use up a rotation.
  const mayRotate = context.req.header('Upgrade') === undefined
  const found = await new SessionStore(context.env.DB).findGrant(token, Date.now(), mayRotate)
  if (!found) throw toUnauthorized()
  return found
}

async function findBearer(context: Context<AppEnvironment>, header: string): Promise<Grant> {
  const [scheme, text = ''] = header.split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || text === '') throw toUnauthorized()
  const now = Date.now()
  const parts = parseTokenText(text)
  if (parts) {
    // Never held back: nobody guesses 178 bits, and one forgotten script must not lock its whole office out.
    const tokens = new TokenStore(context.env.DB)
    const found = await tokens.findGrant(parts, now)
    if (found?.isUseNews) context.executionCtx.waitUntil(tokens.markUsed(parts.id, now))
    if (found) return found.grant
  }
  refuseGuesses(context.req.raw)
  const operatorToken = context.env.PULSO_ADMIN_TOKEN
  if (operatorToken && (await isSameSecret(text, operatorToken))) return OPERATOR
  noteGuess(context.req.raw)
  throw toUselessToken(text)
}

/** @throws ProblemError `rate-limited` once a network has shown too much that opened nothing */
export function refuseGuesses(request: Request): void {
  const seconds = guessLimit.toWaitSeconds(toGuesser(request), Date.now())
  if (seconds === 0) return
  throw new ProblemError('rate-limited', 'Too many wrong tokens or sign-in links came from your network. Wait a little.', {
    headers: { 'Retry-After': String(seconds) },
  })
}

export function noteGuess(request: Request): void {
  guessLimit.add(toGuesser(request), Date.now())
}

/** Guesses from this machine are one guesser's. */
function toGuesser(request: Request): string {
  return toNetwork(request.headers.get('CF-Connecting-IP') ?? undefined) ?? 'here'
}

/**
 * Tells who of those that were let in before may stay: a socket outlives the request
 * that opened it. Two statements, however many they are.
 */
export async function findStanding(database: D1Database, holders: readonly Holder[], now: number): Promise<(holder: Holder) => boolean> {
  const idsOf = (kind: 'session' | 'token') => [...new Set(holders.flatMap((holder) => (holder.kind === kind ? [holder.id] : [])))]
  const [tokens, sessions] = await Promise.all([
    new TokenStore(database).findStanding(idsOf('token'), now),
    new SessionStore(database).findStanding(idsOf('session'), now),
  ])
  return (holder) => holder.kind === 'operator' || (holder.kind === 'token' ? tokens : sessions).has(holder.id)
}

export function getSessionToken(context: Context): string | undefined {
  return getCookie(context, toSessionCookieName(context))
}

export function setSessionCookie(context: Context, { token, maxAgeSeconds }: SessionCookie): void {
  const name = toSessionCookieName(context)
  setCookie(context, name, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: name.startsWith('__Host-'),
    maxAge: maxAgeSeconds,
  })
}

/** `__Host-` pins the cookie to this host over https; browsers refuse that prefix on plain local http. */
export function toSessionCookieName(context: Context): string {
  return new URL(context.req.url).protocol === 'https:' ? `__Host-${SESSION_COOKIE}` : SESSION_COOKIE
}

function toUnauthorized(): ProblemError {
  return new ProblemError('unauthorized', 'Send "Authorization: Bearer pulso_…", or open a sign-in link in the browser.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  })
}

/** What is said does not depend on what was ever stored. */
function toUselessToken(text: string): ProblemError {
  const detail = isMistyped(text)
    ? 'The token that was sent is mistyped: its last six characters do not fit the rest. Copy it again.'
    : 'The token that was sent opens nothing: it was not found, was revoked or has expired.'
  // RFC 6750, section 3.1.
  return new ProblemError('unauthorized', detail, { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } })
}
