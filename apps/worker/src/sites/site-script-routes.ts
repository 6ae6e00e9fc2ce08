import { type Site, type SitePrompt, SitePrompts, toCardTexts, toTouchpointNames, WordingPack } from '@pulso/protocol'
import { toPromptShare } from '@pulso/stats'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import * as z from 'zod'
import type { AppEnvironment } from '../bindings.ts'
import { declare } from '../contract/declare.ts'
import { noteScript } from '../install/note-sign.ts'
import { TallyStore } from '../reports/tally-store.ts'
import { readAskRates } from '../sampling/adjust-ask-rates.ts'
import { SiteStore, type StoredSite } from './site-store.ts'

const HEADERS = {
  // Fresh for a minute, usable for ten more while a new one is fetched: a changed prompt is out soon, a page never waits for it,
  // and no copy lives long enough to name chunks that a later deployment no longer has.
  'Cache-Control': 'public, max-age=60, stale-while-revalidate=600',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
}
/** Wording that was asked for by the version of its site: another wording has another address. */
const VERSIONED = { ...HEADERS, 'Cache-Control': 'public, max-age=86400, immutable' }

/** What the widget's build leaves for this worker: the loader, what makes triggers of a table, and each rule and trigger as an expression. */
interface Pieces {
  loader: string
  arm: string
  rules: Partial<Record<string, string>>
  triggers: Partial<Record<string, string>>
}

const DAY_MS = 86_400_000

let pieces: Promise<Pieces> | null = null

/** `GET /w/:siteKey.js`, `.json` and `/:locale.json`: what a visitor's page downloads. */
export const siteScriptRoutes = new Hono<AppEnvironment>()

siteScriptRoutes.use('/w/*', cors({ origin: '*', allowMethods: ['GET'] }), etag())

const SITE_KEY = {
  siteKey: { description: "The site's public key, also in its test form `pk_test_…`.", schema: z.string().regex(/^pk_[A-Za-z0-9_]+$/) },
}

siteScriptRoutes.get(
  '/w/:file{pk_[A-Za-z0-9_]+\\.js}',
  declare({
    id: 'loadSiteScript',
    group: 'Site script',
    summary: 'Load the site script',
    description: 'The loader with the prompts of the site and the rules and triggers that they use: the one line that a page carries.',
    access: 'public',
    documentPath: '/w/{siteKey}.js',
    params: SITE_KEY,
    answers: {
      200: { description: 'The script. Fresh for a minute.', mediaType: 'text/javascript' },
      304: { description: 'Unchanged, by its ETag.' },
    },
    problems: ['unknown-site'],
    isForAnyOrigin: true,
  }),
  async (context) => {
    const prompts = await toSitePrompts(context, context.req.param('file').slice(0, -'.js'.length))
    const script = toScript(await readPieces(context), prompts)
    return context.body(script, 200, { ...HEADERS, 'Content-Type': 'text/javascript; charset=utf-8' })
  },
)

siteScriptRoutes.get(
  '/w/:file{pk_[A-Za-z0-9_]+\\.json}',
  declare({
    id: 'readSitePrompts',
    group: 'Site script',
    summary: 'Read the prompts of a site',
    description: 'What the npm package and the pinned copy fetch: the prompts without their words.',
    access: 'public',
    documentPath: '/w/{siteKey}.json',
    params: SITE_KEY,
    answers: { 200: { description: 'The prompts.', schema: SitePrompts }, 304: { description: 'Unchanged, by its ETag.' } },
    problems: ['unknown-site'],
    isForAnyOrigin: true,
  }),
  async (context) => context.json(await toSitePrompts(context, context.req.param('file').slice(0, -'.json'.length)), 200, HEADERS),
)

siteScriptRoutes.get(
  '/w/:siteKey{pk_[A-Za-z0-9_]+}/:file{[A-Za-z0-9-]+\\.json}',
  declare({
    id: 'readWording',
    group: 'Site script',
    summary: 'Read what the prompts say in a language',
    access: 'public',
    documentPath: '/w/{siteKey}/{locale}.json',
    params: {
      ...SITE_KEY,
      locale: {
        description: 'A language of the site; for any other the default one is served.',
        schema: z.string().regex(/^[A-Za-z0-9-]+$/),
      },
    },
    query: z.object({ v: z.string().optional().meta({ description: '`version` of the prompts: the answer can then be kept for a day.' }) }),
    answers: { 200: { description: 'All texts of the language.', schema: WordingPack }, 304: { description: 'Unchanged, by its ETag.' } },
    problems: ['unknown-site'],
    isForAnyOrigin: true,
  }),
  async (context) => {
    const site = await readAskedSite(context, context.req.param('siteKey'))
    const locale = context.req.param('file').slice(0, -'.json'.length)
    const { prompts, version } = toContent(site)
    // A language that is gone since the page was loaded must not cost the answer: the default one is there.
    const served = toLocales(site).includes(locale) ? locale : site.defaultLocale
    const wordings = site.prompts.map((prompt) => [
      prompt.id,
      prompt.wording[served] ?? prompt.wording[site.defaultLocale] ?? prompt.wording['en'],
    ])
    const pack: WordingPack = { locale: served, texts: toCardTexts(served, site), prompts: Object.fromEntries(wordings) }
    const isVersioned = prompts.length > 0 && context.req.valid('query').v === version
    return context.json(pack, 200, isVersioned ? VERSIONED : HEADERS)
  },
)

/** A site as visitors may know it: what is only a draft is nobody's yet. The words of what is paused stay, for pages that were open. */
async function readAskedSite(context: Context<AppEnvironment>, siteKey: string): Promise<StoredSite> {
  const site = await new SiteStore(context.env.DB).findByKey(siteKey)
  return { ...site, prompts: site.prompts.filter(({ state }) => state !== 'draft') }
}

/** Every language in which all prompts can be shown. */
function toLocales(site: Site): string[] {
  return [...new Set([...site.locales, site.defaultLocale, ...site.prompts.flatMap((prompt) => Object.keys(prompt.wording))])]
}

/** A site's prompts without their words, the highest priority first, and a version that changes with either. */
function toContent(site: Site): { prompts: SitePrompt[]; version: string } {
  const prompts = site.prompts
    .filter(({ state = 'live' }) => state === 'live')
    .map(
      ({ wording: _, quota: __, state: ___, repeat, rules, frequency, ...prompt }): SitePrompt => ({
        ...prompt,
        // Pages that still use a former key ask as before.
        touchpoints: prompt.touchpoints.flatMap((key) => toTouchpointNames(site.touchpoints, key, prompt.id)),
        waitsMs: {
          'after-answered': frequency.afterAnswered * DAY_MS,
          'after-dismissed': frequency.afterDismissed * DAY_MS,
          'after-shown': frequency.afterShown * DAY_MS,
        },
        // Whatever else can hold a prompt back is a rule to the page, so that a page carries only what its site uses.
        rules: { ...rules, ...(site.budget && { budget: site.budget }), ...(repeat !== undefined && { repeat }) },
      }),
    )
    .sort((left, right) => (right.priority ?? 0) - (left.priority ?? 0))
  return {
    prompts,
    version: toHash(JSON.stringify([prompts, site.prompts, toLocales(site).map((locale) => [locale, toCardTexts(locale, site)])])),
  }
}

async function toSitePrompts(context: Context<AppEnvironment>, siteKey: string): Promise<SitePrompts> {
  const site = await readAskedSite(context, siteKey)
  noteScript(context, site)
  const { prompts, version } = toContent(site)
  const limited = site.prompts.filter(({ quota }) => quota !== undefined)
  const answers = await new TallyStore(context.env.DB, site).countAnswers(limited.map(({ id }) => id))
  const full = new Map(limited.filter(({ id, quota = 0 }) => (answers.get(id) ?? 0) >= quota).map(({ id, quota = 0 }) => [id, quota]))
  const rateOf = new Map((await readAskRates(context.env.DB, site, Date.now())).map(({ touchpoint, rate }) => [touchpoint, rate]))
  // By the prompt's own keys: a former name, which the script carries too, has no rate and would ask everybody.
  const shareOf = new Map(site.prompts.map((prompt) => [prompt.id, toPromptShare(prompt, rateOf)]))
  return {
    siteKey,
    version,
    defaultLocale: site.defaultLocale,
    locales: toLocales(site),
    ...(site.look && { look: site.look }),
    consent: site.consent,
    prompts: prompts.map((prompt) => {
      const share = shareOf.get(prompt.id) ?? 1
      const rules = { ...prompt.rules, ...(share < 1 && { sample: share }), ...(full.has(prompt.id) && { quota: full.get(prompt.id) }) }
      return { ...prompt, rules }
    }),
  }
}

/** FNV-1a, 32 bits, in hexadecimal: it names a version, it protects nothing. */
function toHash(text: string): string {
  let hash = 2_166_136_261
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16_777_619)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** The loader with this site's prompts, and of the rules and triggers those that they use: a page pays for what its site needs. */
function toScript({ loader, arm, rules, triggers }: Pieces, site: SitePrompts): string {
  const used = (part: 'rules' | 'triggers') => [...new Set(site.prompts.flatMap((prompt) => Object.keys(prompt[part] ?? {})))].sort()
  const toTable = (names: string[], expressions: Pieces['rules']) =>
    `{${names.flatMap((name) => (expressions[name] ? [`${name}:${expressions[name]}`] : [])).join()}}`
  const isWaiting = site.prompts.some(({ triggers, cancel }) => triggers ?? cancel)
  return loader
    .replace('__PULSO_SITE__', () => toInlineJson(site))
    .replace('__PULSO_RULES__', () => toTable(used('rules'), rules))
    .replace('__PULSO_TRIGGERS__', () => (isWaiting ? `(${arm})(${toTable(used('triggers'), triggers)})` : 'null'))
}

/** Part of the deployment, so one read serves this isolate for life. */
async function readPieces(context: Context<AppEnvironment>): Promise<Pieces> {
  const read = async (name: string) => {
    const file = await context.env.ASSETS.fetch(new URL(`/widget/${name}`, context.req.url))
    if (!file.ok) throw new Error(`assets/widget/${name} is not in this deployment: build the worker before it is deployed`)
    return file.text()
  }
  pieces ??= Promise.all([read('loader.js'), read('pieces.json')]).then(
    ([loader, json]): Pieces => ({ ...(JSON.parse(json) as Omit<Pieces, 'loader'>), loader }),
  )
  return pieces.catch((error: unknown) => {
    pieces = null
    throw error
  })
}

/** JSON that is also JavaScript in a page of any charset. */
function toInlineJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
