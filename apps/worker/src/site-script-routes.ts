import type { SitePrompts } from '@pulso/protocol'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import type { AppEnvironment } from './bindings.ts'
import { SiteStore } from './site-store.ts'

/** The built loader holds this token once, where the site's prompts go. */
const SITE_TOKEN = '__PULSO_SITE__'

const HEADERS = {
  // Fresh for a minute, usable for ten more while a new one is fetched: a changed prompt is out soon, a page never waits for it,
  // and no copy lives long enough to name chunks that a later deployment no longer has.
  'Cache-Control': 'public, max-age=60, stale-while-revalidate=600',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
}

let loader: string | null = null

/** `GET /w/:siteKey.js` and `.json`: what a visitor's page downloads. */
export const siteScriptRoutes = new Hono<AppEnvironment>()

siteScriptRoutes.use('/w/*', cors({ origin: '*', allowMethods: ['GET'] }), etag())

siteScriptRoutes.get('/w/:file{pk_[A-Za-z0-9_]+\\.js(on)?}', async (context) => {
  const [siteKey = '', extension] = context.req.param('file').split('.')
  const site = await new SiteStore(context.env.DB).findByKey(siteKey)
  const prompts: SitePrompts = { siteKey, defaultLocale: site.defaultLocale, prompts: site.prompts }
  if (extension === 'json') return context.json(prompts, 200, HEADERS)
  const script = (await readLoader(context)).replace(SITE_TOKEN, () => toInlineJson(prompts))
  return context.body(script, 200, { ...HEADERS, 'Content-Type': 'text/javascript; charset=utf-8' })
})

/** The loader is part of the deployment, so one read serves this isolate for life. */
async function readLoader(context: Context<AppEnvironment>): Promise<string> {
  if (loader !== null) return loader
  const file = await context.env.ASSETS.fetch(new URL('/widget/loader.js', context.req.url))
  if (!file.ok) throw new Error('assets/widget/loader.js is not in this deployment: build the worker before it is deployed')
  loader = await file.text()
  return loader
}

/** JSON that is also JavaScript in a page of any charset. */
function toInlineJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
