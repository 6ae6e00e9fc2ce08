import { PATHS } from '@pulso/protocol/constants'
import type { SitePrompts } from '@pulso/protocol/types'
import { createCore } from './core/create-core.ts'
import type { LoadPart, PartModules } from './core/parts.ts'
import { toRetryDelay } from './delivery/retry-delay.ts'
import type { Pulso, PulsoOptions } from './pulso.ts'
import { rules } from './rules/index.ts'
import { arm } from './triggers/index.ts'

/** Each part as an import of its own, so that bundlers load it when it is asked for. */
const PARTS: { [Name in keyof PartModules]: () => Promise<PartModules[Name]> } = {
  asking: () => import('./asking/index.ts'),
  ui: () => import('./ui/index.ts'),
  look: () => import('./ui/look.ts'),
  debug: () => import('./debug/index.ts'),
  element: () => import('./element.ts'),
  'kind-emoji': () => import('./ui/kinds/emoji.ts'),
  'kind-thumbs': () => import('./ui/kinds/thumbs.ts'),
  'kind-stars': () => import('./ui/kinds/stars.ts'),
  'kind-choice': () => import('./ui/kinds/choice.ts'),
  'kind-text': () => import('./ui/kinds/text.ts'),
  'mode-bar': () => import('./ui/modes/bar.ts'),
  'mode-modal': () => import('./ui/modes/modal.ts'),
  'mode-inline': () => import('./ui/modes/inline.ts'),
  'mode-tab': () => import('./ui/modes/tab.ts'),
}
const load: LoadPart = (name) => PARTS[name]()

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
  const base = `${`${host}`.replace(/\/+$/, '')}/`
  const early: ((pulso: Pulso) => void)[] = []
  let core: Pulso | undefined
  let stopped = typeof document === 'undefined'
  let retry: ReturnType<typeof setTimeout> | undefined

  const start = async (attempt: number): Promise<void> => {
    try {
      const answer = await fetch(base + PATHS.sitePrompts(siteKey).slice(1), { credentials: 'omit' })
      if (!answer.ok) throw new Error(`The prompts were answered with ${answer.status}`)
      const site = (await answer.json()) as SitePrompts
      if (stopped) return
      const created = createCore(site, settings, base, load, rules, arm)
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
    version: __VERSION__,
    get loaded() {
      return !!core
    },
    touchpoint: (key, where) => soon((pulso) => pulso.touchpoint(key, where)),
    ask: (prompt, where) => soon((pulso) => pulso.ask(prompt, where)),
    event: (name, properties) => soon((pulso) => pulso.event(name, properties)),
    configure: (changes) => soon((pulso) => pulso.configure(changes)),
    consent: (decision) => soon((pulso) => pulso.consent(decision)),
    snooze: (days) => soon((pulso) => pulso.snooze(days)),
    reset: () => soon((pulso) => pulso.reset()),
    on(event, listener) {
      let stop: (() => void) | undefined
      let isOver = false
      soon((pulso) => {
        if (!isOver) stop = pulso.on(event, listener)
      })
      return () => {
        isOver = true
        stop?.()
      }
    },
    explain: (touchpoint) => core?.explain(touchpoint) ?? [{ prompt: null, reason: stopped ? 'destroyed' : 'not-loaded' }],
    headless: (prompt, where) =>
      stopped
        ? Promise.resolve(undefined)
        : new Promise((resolve) => {
            soon((pulso) => resolve(pulso.headless(prompt, where)))
          }),
    destroy() {
      stopped = true
      clearTimeout(retry)
      early.length = 0
      core?.destroy()
    },
  }
}
