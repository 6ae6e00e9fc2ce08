import { createMiddleware } from 'hono/factory'
import type { AppEnvironment } from './bindings.ts'

/**
 * What every answer of the worker says to browsers, unless its route says
 * otherwise: it is what its type says, it is no page, and nobody frames it. An
 * answer that somebody opens in a tab can then run nothing, whatever is in it.
 */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Sets these headers on whatever comes out, problems included. */
export const protectAnswers = createMiddleware<AppEnvironment>(async (context, next) => {
  await next()
  // The answer to an upgrade belongs to the runtime; what other people's pages load carries its own headers and no byte more.
  if (context.res.status === 101 || context.res.headers.get('Cross-Origin-Resource-Policy') === 'cross-origin') return
  for (const [name, value] of Object.entries(HEADERS)) if (!context.res.headers.has(name)) context.header(name, value)
})
