import type { SitePrompts } from '@pulso/protocol/types'
import { createCore } from './core/create-core.ts'
import type { Arm, PartModules, Rules } from './core/parts.ts'
import { findWaiting, publish } from './start-on-page.ts'

/** Replaced by the worker with this site's prompts, and with the rules and triggers that they use, in every copy of the script that it serves. */
declare const __PULSO_SITE__: SitePrompts
declare const __PULSO_RULES__: Rules
declare const __PULSO_TRIGGERS__: Arm | null

// Only now is this script the current one. Everything else it needs lies beside it.
const src = (document.currentScript as HTMLScriptElement | null)?.src
const waiting = findWaiting()
if (src && Array.isArray(waiting)) {
  const base = new URL('..', src).href
  const load = (name: keyof PartModules) => import(`${base}widget/${__BUILD__}/${name}.js`)
  publish(createCore(__PULSO_SITE__, {}, base, load, __PULSO_RULES__, __PULSO_TRIGGERS__), waiting)
}
