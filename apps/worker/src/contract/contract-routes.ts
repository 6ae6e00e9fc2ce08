import { PATHS } from '@pulso/protocol'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { RouterRoute } from 'hono/types'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from './declare.ts'
import { toDocsPage } from './docs-page.ts'
import { DOCS_STYLE } from './docs-style.ts'
import { type OpenApi, toOpenApi } from './to-openapi.ts'

const CACHE = { 'Cache-Control': 'public, max-age=300' }

/** The contract, for machines and for people. Takes the router's routes when first asked, because it is one of them itself. */
export function createContractRoutes(getRoutes: () => readonly RouterRoute[]): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>()
  let document: OpenApi | undefined
  let page: Promise<{ html: string; policy: string }> | undefined
  const getDocument = () => {
    document ??= toOpenApi(getRoutes())
    return document
  }

  routes.use(PATHS.openapi, cors({ origin: '*', allowMethods: ['GET'] }))

  routes.get(
    PATHS.openapi,
    declare({
      id: 'readContract',
      group: 'Service',
      summary: 'Read this contract',
      access: 'public',
      answers: { 200: { description: 'OpenAPI 3.1.', schema: z.looseObject({ openapi: z.literal('3.1.0') }) } },
      isForAnyOrigin: true,
    }),
    (context) => context.json(getDocument(), 200, CACHE),
  )

  routes.get(
    PATHS.docs,
    declare({
      id: 'readDocs',
      group: 'Service',
      summary: 'Read this page',
      access: 'public',
      answers: { 200: { description: 'The contract for people.', mediaType: 'text/html' } },
    }),
    async (context) => {
      page ??= toDocsPage(getDocument()).then(async (html) => ({ html, policy: await toPolicy() }))
      const { html, policy } = await page
      return context.html(html, 200, { ...CACHE, 'Content-Security-Policy': policy })
    },
  )

  return routes
}

/** Its own style sheet by hash, its icon, and nothing else: there is no script. */
async function toPolicy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(DOCS_STYLE))
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}
