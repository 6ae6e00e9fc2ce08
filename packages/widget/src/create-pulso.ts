import { PATHS } from '@pulso/protocol/constants'
import type { SitePrompts } from '@pulso/protocol/types'
import { createCore } from './core/create-core.ts'
import { toRetryDelay } from './delivery/retry-delay.ts'
import type { Pulso, PulsoOptions } from './pulso.ts'

/**
 * Starts Pulso on this page and returns at once. The site's prompts are fetched
 * in the background; what is called before they arrive is kept and then done in
 * order. It never throws: without network it tries again, and on a server, where
 * there is no page, everything does nothing.
 *
 * @example
 * const pulso = createPulso({ siteKey: 'pk_demo_cafe', host: 'https://feedback.example.com' })
 * pulso.touchpoint('checkout')
 */
export function createPulso(options: PulsoOptions): Pulso {
  const { siteKey, host, ...settings } = options
  const address = (path: string) => `${host.replace(/\/+$/, '')}${path}`
  const early: ((pulso: Pulso) => void)[] = []
  let core: Pulso | undefined
  let stopped = typeof document === 'undefined'
  let retry: ReturnType<typeof setTimeout> | undefined

  const start = async (attempt: number): Promise<void> => {
    try {
      const answer = await fetch(address(PATHS.sitePrompts(siteKey)), { credentials: 'omit' })
      if (!answer.ok) throw new Error(`The prompts were answered with ${answer.status}`)
      const site = (await answer.json()) as SitePrompts
      if (stopped) return
      const created = createCore(site, settings, {
        endpoint: address(PATHS.responses),
        loadUi: () => import('./ui/index.ts'),
        loadDelivery: () => import('./delivery/index.ts'),
      })
      core = created
      for (const call of early.splice(0)) call(created)
    } catch {
      if (!stopped) retry = setTimeout(start, toRetryDelay(attempt), attempt + 1)
    }
  }

  const soon = (call: (pulso: Pulso) => void) => {
    if (core) call(core)
    else if (!stopped) early.push(call)
  }

  if (!stopped) start(0)
  return {
    touchpoint: (key) => soon((pulso) => pulso.touchpoint(key)),
    ask: (prompt, where) => soon((pulso) => pulso.ask(prompt, where)),
    configure: (changes) => soon((pulso) => pulso.configure(changes)),
    destroy() {
      stopped = true
      clearTimeout(retry)
      early.length = 0
      core?.destroy()
    },
  }
}
