import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnvironment } from '../bindings.ts'
import { ProblemError } from '../request/problem-error.ts'
import { toNetwork } from '../request/to-network.ts'
import { findShareGrant, findShareGrants } from '../sharing/share-store.ts'
import { isShareToken } from '../sharing/share-token.ts'
import { type Grant, type Holder, OPERATOR } from './grant.ts'
import { GuessLimit } from './guess-limit.ts'
import { MemberStore } from './member-store.ts'
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
  const header = context.req.header('Authorization') ?? toSocketBearer(context.req.raw)
  if (header !== undefined) return { grant: await findBearer(context, header), next: null }
  const token = getSessionToken(context)
  if (token === undefined) throw toUnauthorized()
  refuseForeignPage(context.req.raw)
  // The answer to an upgrade cannot carry a cookie, so it must not use up a rotation.
  const mayRotate = context.req.header('Upgrade') === undefined
  const found = await new SessionStore(context.env.DB).findGrant(token, Date.now(), mayRotate)
  if (!found) throw toUnauthorized()
  const { member } = found.grant
  if (member && found.isSightNews) context.executionCtx.waitUntil(new MemberStore(context.env.DB).markSeen(member.id, Date.now()))
  return found
}

async function findBearer(context: Context<AppEnvironment>, header: string): Promise<Grant> {
  const [scheme, text = ''] = header.split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || text === '') throw toUnauthorized()
  const now = Date.now()
  if (isShareToken(text)) {
    const grant = await findShareGrant(context.env.DB, text, now)
    if (grant) return grant
    refuseGuesses(context.req.raw)
    noteGuess(context.req.raw)
    throw new ProblemError('unauthorized', 'This share link has ended: ask for a new one.', {
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
    })
  }
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
 * What those may do now that were let in before, null for who may nothing any more: a
 * socket outlives the request that opened it. Three statements, however many they are.
 */
export async function findGrants(database: D1Database, holders: readonly Holder[], now: number): Promise<(holder: Holder) => Grant | null> {
  const idsOf = (kind: Holder['kind']) => [
    ...new Set(holders.flatMap((holder) => (holder.kind === kind && holder.kind !== 'operator' ? [holder.id] : []))),
  ]
  const [token, session, share] = await Promise.all([
    new TokenStore(database).findGrants(idsOf('token'), now),
    new SessionStore(database).findGrants(idsOf('session'), now),
    findShareGrants(database, idsOf('share'), now),
  ])
  const grants = { token, session, share }
  return (holder) => (holder.kind === 'operator' ? OPERATOR : (grants[holder.kind].get(holder.id) ?? null))
}

/**
 * A browser lets a page say nothing with a WebSocket but its protocols, so the page of a
 * share link names its token there: addresses are written into logs, headers are not.
 */
function toSocketBearer({ headers }: Request): string | undefined {
  if (headers.get('Upgrade')?.toLowerCase() !== 'websocket') return undefined
  const offered = headers.get('Sec-WebSocket-Protocol')?.split(',') ?? []
  const token = offered.map((protocol) => protocol.trim()).find(isShareToken)
  return token === undefined ? undefined : `Bearer ${token}`
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
