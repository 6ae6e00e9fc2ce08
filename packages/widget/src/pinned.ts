import type { SitePrompts } from '@pulso/protocol/types'
import { createCore } from './core/create-core.ts'
import type { LoadPart } from './core/parts.ts'
import { rules } from './rules/index.ts'
import { findWaiting, publish } from './start-on-page.ts'
import { arm } from './triggers/index.ts'

/** What each chunk of this build must hash to, known once they are built. */
declare const __INTEGRITY__: Record<string, string>

/*
 * The copy that never changes: its address names its build, so a page may pin it
 * by `integrity`. Prompts do change, so they are fetched, and the site's key comes
 * from the script's own address: `…/pulso.js?site=pk_…`.
 */
const script = document.currentScript as HTMLScriptElement | null
const src = new URL(script?.src ?? location.href)
const siteKey = src.searchParams.get('site')
const nonce = script?.nonce

const waiting = findWaiting()
if (script && siteKey && Array.isArray(waiting)) {
  const base = new URL('../..', src).href
  // The browser checks the module that a preload brings, and import() then finds that very module.
  const load: LoadPart = async (name) => {
    const href = new URL(`${name}.js`, src).href
    const link = document.createElement('link')
    await new Promise((resolve) => {
      Object.assign(link, {
        rel: 'modulepreload',
        href,
        integrity: __INTEGRITY__[name],
        crossOrigin: '',
        onload: resolve,
        onerror: resolve,
      })
      if (nonce) link.nonce = nonce
      document.head.appendChild(link)
    })
    link.parentNode?.removeChild(link)
    return import(href)
  }
  const begin = async () => {
    const answer = await fetch(`${base}w/${siteKey}.json`, { credentials: 'omit' })
    const site = (await answer.json()) as SitePrompts
    publish(createCore(site, {}, base, load, rules, arm), waiting)
  }
  begin().catch(() => {})
}
