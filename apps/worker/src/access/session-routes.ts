import { LIMITS, PATHS, Session, SignIn, SignInLink, SignInLinkDefinition } from '@pulso/protocol'
import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { ProblemError } from '../request/problem-error.ts'
import { SiteStore } from '../sites/site-store.ts'
import { getSessionToken, noteGuess, refuseGuesses, setSessionCookie, toSessionCookieName } from './authorize.ts'
import { MemberStore } from './member-store.ts'
import { refuseForeignPage } from './refuse-foreign-page.ts'
import { SessionStore } from './session-store.ts'
import { refuseMore } from './token-routes.ts'

/** Signing in by a one-time link. Opening the link spends nothing; only the POST behind it does, so a mail scanner cannot use it up. */
export const sessionRoutes = new Hono<AppEnvironment>()

sessionRoutes.post(
  PATHS.signInLinks,
  declare({
    id: 'createSignInLink',
    group: 'Session',
    summary: 'Make a sign-in link',
    description: 'It opens one session, once, within 24 hours. An empty body gives the session everything that an admin may do.',
    access: 'admin',
    body: { schema: SignInLinkDefinition, maxBytes: LIMITS.batchBytes, isOptional: true },
    answers: { 201: { description: 'The link.', schema: SignInLink } },
  }),
  async (context) => {
    const permission = context.req.valid('json')
    refuseMore(context.var.grant, permission)
    await new SiteStore(context.env.DB).refuseUnknown(permission.sites ?? [])
    const { code, expiresAt } = await new SessionStore(context.env.DB).createCode(permission, Date.now())
    const url = new URL('/sign-in', context.req.url)
    url.hash = code
    const link: SignInLink = { url: url.href, expiresAt }
    return context.json(link, 201, { 'Cache-Control': 'no-store' })
  },
)

sessionRoutes.post(
  PATHS.session,
  declare({
    id: 'signIn',
    group: 'Session',
    summary: 'Sign in',
    description:
      'Spends the code of a sign-in or invite link and sets the cookie of a session: HttpOnly, SameSite=Strict, `__Host-` on https.',
    access: 'public',
    body: { schema: SignIn, maxBytes: LIMITS.batchBytes },
    answers: { 204: { description: 'Signed in; the cookie is set.' } },
    problems: ['unauthorized', 'forbidden', 'rate-limited'],
  }),
  async (context) => {
    refuseForeignPage(context.req.raw)
    refuseGuesses(context.req.raw)
    const sessions = new SessionStore(context.env.DB)
    const session = await sessions.create(context.req.valid('json').code, Date.now())
    if (!session) {
      noteGuess(context.req.raw)
      throw new ProblemError('unauthorized', 'This sign-in link was used already or is too old: ask for a new one.')
    }
    // Signing in again replaces the session of before, which nobody could sign out of any more.
    const before = getSessionToken(context)
    if (before) await sessions.end(before)
    if (session.member !== null) await new MemberStore(context.env.DB).markSeen(session.member, Date.now())
    setSessionCookie(context, session)
    return context.body(null, 204)
  },
)

sessionRoutes.get(
  PATHS.session,
  declare({
    id: 'readSession',
    group: 'Session',
    summary: 'Ask who you are',
    access: 'any',
    answers: { 200: { description: 'What this session or token may do, and the sites that it opens.', schema: Session } },
  }),
  async (context) => {
    const { grant } = context.var
    const sites = await new SiteStore(context.env.DB).listFor(grant)
    const session: Session = {
      scopes: [...grant.scopes],
      sites: sites.map(({ id, name, siteKey }) => ({ id, name, siteKey })),
      allSites: grant.sites === null,
      ...(grant.member && { member: grant.member }),
    }
    return context.json(session, 200, { 'Cache-Control': 'no-store' })
  },
)

sessionRoutes.delete(
  PATHS.session,
  declare({
    id: 'signOut',
    group: 'Session',
    summary: 'Sign out',
    description: 'Ends the session at once, on every tab.',
    access: 'public',
    answers: { 204: { description: 'There is no session any more.' } },
    problems: ['forbidden'],
  }),
  async (context) => {
    refuseForeignPage(context.req.raw)
    const token = getSessionToken(context)
    if (token) await new SessionStore(context.env.DB).end(token)
    const name = toSessionCookieName(context)
    deleteCookie(context, name, { path: '/', secure: name.startsWith('__Host-') })
    return context.body(null, 204)
  },
)
