import { LIMITS, PATHS } from '@pulso/protocol'
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { parseBody } from '../request/parse-body.ts'
import { ProblemError } from '../request/problem-error.ts'
import { readJson } from '../request/read-json.ts'
import { SiteStore } from '../sites/site-store.ts'
import { refuseForeignPage, requireMember, requireOperator, toSessionCookieName } from './access.ts'
import { createSession, createSignInCode, endSession } from './session-store.ts'

const SignIn = z.strictObject({ code: z.string().min(1).max(128) })

/** Signing in by a one-time link. Opening the link spends nothing; only the POST behind it does, so a mail scanner cannot use it up. */
export const sessionRoutes = new Hono<AppEnvironment>()

sessionRoutes.post(PATHS.signInLinks, requireOperator, async (context) => {
  const { code, expiresAt } = await createSignInCode(context.env.DB, Date.now())
  const url = new URL('/sign-in', context.req.url)
  url.hash = code
  return context.json({ url: url.href, expiresAt }, 201, { 'Cache-Control': 'no-store' })
})

sessionRoutes.post(PATHS.session, async (context) => {
  refuseForeignPage(context)
  const { code } = parseBody(SignIn, await readJson(context.req.raw, LIMITS.batchBytes))
  const session = await createSession(context.env.DB, code, Date.now())
  if (!session) throw new ProblemError('unauthorized', 'This sign-in link was used already or is too old: ask for a new one.')
  setCookie(context, toSessionCookieName(context), session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(context.req.url).protocol === 'https:',
    maxAge: session.maxAgeSeconds,
  })
  return context.body(null, 204)
})

sessionRoutes.get(PATHS.session, requireMember, async (context) => {
  const sites = await new SiteStore(context.env.DB).list()
  return context.json({ sites: sites.map(({ id, name, siteKey }) => ({ id, name, siteKey })) }, 200, { 'Cache-Control': 'no-store' })
})

sessionRoutes.delete(PATHS.session, async (context) => {
  refuseForeignPage(context)
  const name = toSessionCookieName(context)
  const token = getCookie(context, name)
  if (token) await endSession(context.env.DB, token)
  deleteCookie(context, name, { path: '/', secure: name.startsWith('__Host-') })
  return context.body(null, 204)
})
