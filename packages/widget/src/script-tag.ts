import type { PATHS } from '@pulso/protocol/constants'
import type { SitePrompts } from '@pulso/protocol/types'
import { createCore } from './core/create-core.ts'
import type { DeliveryModule, UiModule } from './core/parts.ts'
import type { Pulso, PulsoCall } from './pulso.ts'

/** Replaced by the worker with this site's prompts, in every copy of the script that it serves. */
declare const __PULSO_SITE__: SitePrompts
/** Names of the chunks beside the script, known once they are built. */
declare const __UI_CHUNK__: string
declare const __DELIVERY_CHUNK__: string

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
  const beside = (path: string) => new URL(path, src).href
  const pulso = createCore(
    __PULSO_SITE__,
    {},
    {
      endpoint: beside(RESPONSES),
      loadUi: (): Promise<UiModule> => import(beside(`../widget/${__UI_CHUNK__}`)),
      loadDelivery: (): Promise<DeliveryModule> => import(beside(`../widget/${__DELIVERY_CHUNK__}`)),
    },
  )
  const push = (...calls: PulsoCall[]) => {
    for (const call of calls) {
      try {
        const [method, ...args] = call
        const act: (...args: never[]) => void = pulso[method]
        act(...(args as never[]))
      } catch {
        // An unknown name, or something that is no call at all, must not cost the calls after it.
      }
    }
  }
  page.pulso = { ...pulso, push }
  if (Array.isArray(waiting)) push(...waiting)
}
