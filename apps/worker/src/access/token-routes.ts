import { CreatedToken, LIMITS, PATHS, TokenDefinition, TokenList } from '@pulso/protocol'
import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { ProblemError } from '../request/problem-error.ts'
import { SiteStore } from '../sites/site-store.ts'
import { mayHandOut, type Permission } from './grant.ts'
import { TokenStore } from './token-store.ts'

/** Tokens for scripts: made, listed and deleted by whoever has `admin`, within what that admin may see. */
export const tokenRoutes = new Hono<AppEnvironment>()

tokenRoutes.post(
  PATHS.tokens,
  declare({
    id: 'createToken',
    group: 'Tokens',
    summary: 'Make a token',
    description:
      'The answer is the only time that the token itself is shown: the database keeps its SHA-256. Nobody makes a token that opens more than their own.',
    access: 'admin',
    body: { schema: TokenDefinition, maxBytes: LIMITS.batchBytes },
    answers: { 201: { description: 'The token, once.', schema: CreatedToken } },
  }),
  async (context) => {
    const definition = context.req.valid('json')
    refuseMore(context.var.grant, definition)
    await new SiteStore(context.env.DB).refuseUnknown(definition.sites ?? [])
    const now = Date.now()
    if (definition.expiresAt !== null && definition.expiresAt <= now) {
      throw new ProblemError('invalid-request', 'expiresAt: it has passed already; use milliseconds since 1970.')
    }
    const { token, text } = await new TokenStore(context.env.DB).create(definition, now)
    const created: CreatedToken = { ...token, token: text }
    return context.json(created, 201, { 'Cache-Control': 'no-store' })
  },
)

tokenRoutes.get(
  PATHS.tokens,
  declare({
    id: 'listTokens',
    group: 'Tokens',
    summary: 'List tokens',
    description: 'By how they begin, never whole. An admin of some sites sees the tokens of those sites.',
    access: 'admin',
    answers: { 200: { description: 'Tokens, the newest first.', schema: TokenList } },
  }),
  async (context) => {
    const answer: TokenList = { tokens: await new TokenStore(context.env.DB).list(context.var.grant) }
    return context.json(answer, 200, { 'Cache-Control': 'no-store' })
  },
)

tokenRoutes.delete(
  '/v1/tokens/:token',
  declare({
    id: 'deleteToken',
    group: 'Tokens',
    summary: 'Delete a token',
    description: 'It opens nothing from this moment on; live connections that it opened end with their next frame.',
    access: 'admin',
    params: { token: { description: 'The id of the token, from the list.', schema: z.string() } },
    answers: { 204: { description: 'It is gone.' } },
  }),
  async (context) => {
    const removed = await new TokenStore(context.env.DB).remove(context.req.param('token'), context.var.grant)
    if (!removed) throw new ProblemError('not-found', 'There is no such token.')
    return context.body(null, 204)
  },
)

/** @throws ProblemError `forbidden` when somebody would hand out more than they have */
export function refuseMore(own: Permission, wanted: Permission): void {
  if (mayHandOut(own, wanted)) return
  throw new ProblemError('forbidden', 'Nobody hands out more than they have: name scopes and sites that are yours.')
}
