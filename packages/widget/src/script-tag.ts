import type { SitePrompts } from '@pulso/protocol/types'
import { createCore } from './core/create-core.ts'
import type { PartModules, Parts } from './core/parts.ts'
import { startOnPage } from './start-on-page.ts'

/** Replaced by the worker with this site's prompts, and with the rules and triggers that they use, in every copy of the script that it serves. */
declare const __PULSO_SITE__: SitePrompts
declare const __PULSO_RULES__: Parts['rules']
declare const __PULSO_TRIGGERS__: Parts['triggers']

// Only now is this script the current one. Everything else it needs lies beside it.
const src = (document.currentScript as HTMLScriptElement | null)?.src
if (src) {
  startOnPage((ready) => {
    const base = new URL('..', src).href
    const load = (name: keyof PartModules) => import(`${base}widget/${__BUILD__}/${name}.js`)
    ready(createCore(__PULSO_SITE__, {}, { base, load, rules: __PULSO_RULES__, triggers: __PULSO_TRIGGERS__ }))
  })
}
