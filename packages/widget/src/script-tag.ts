import type { PATHS } from '@pulso/protocol/constants'
import type { SitePrompts } from '@pulso/protocol/types'
import { createCore } from './core/create-core.ts'
import type { PartModules, Parts } from './core/parts.ts'
import type { Pulso, PulsoCall } from './pulso.ts'

/** Replaced by the worker with this site's prompts, and with the rules and triggers that they use, in every copy of the script that it serves. */
declare const __PULSO_SITE__: SitePrompts
declare const __PULSO_RULES__: Parts['rules']
declare const __PULSO_TRIGGERS__: Parts['triggers']

/** The one global: an array of calls until this script runs, then Pulso itself, which still takes `push`. */
interface PageGlobal {
  pulso?: PulsoCall[] | (Pulso & { push(...calls: PulsoCall[]): void })
}

const RESPONSES: `..${typeof PATHS.responses}` = '../v1/responses'

const page = globalThis as PageGlobal
const waiting = page.pulso
// Only now is this script the current one. Everything else it needs lies beside it.
const src = (document.currentScript as HTMLScriptElement | null)?.src
// Two tags for one site are one Pulso.
if (src && !('touchpoint' in Object(waiting))) {
  const site = __PULSO_SITE__
  const beside = (path: string) => new URL(path, src).href
  const pulso = createCore(
    site,
    {},
    {
      addresses: {
        responses: beside(RESPONSES),
        wording: (locale) => beside(`${site.siteKey}/${locale}.json?v=${site.version}`),
      },
      load: (name: keyof PartModules) => import(beside(`../widget/${__BUILD__}/${name}.js`)),
      rules: __PULSO_RULES__,
      triggers: __PULSO_TRIGGERS__,
    },
  )
  const push = (...calls: PulsoCall[]) => {
    for (const call of calls) {
      try {
        const [method, ...args] = call
        const act = pulso[method] as (...args: never[]) => void
        act(...(args as never[]))
      } catch {
        // An unknown name, or something that is no call at all, must not cost the calls after it.
      }
    }
  }
  page.pulso = { ...pulso, push }
  if (Array.isArray(waiting)) push(...waiting)
}
