import type { ReachCount, Reason, SitePrompt, SitePrompts } from '@pulso/protocol/types'
import type { Pulso, PulsoSettings } from '../pulso.ts'
import { createDeviceStorage } from './device-storage.ts'
import { createFrequencyClock } from './frequency-clock.ts'
import { createPageMoments } from './page-moments.ts'
import type { Asking, Parts } from './parts.ts'

/** How long before a prompt is due it is built, hidden, so that showing it costs one style change. */
const HEAD_START_MS = 2000

/** A prompt on its way to the screen. */
interface Coming {
  prompt: SitePrompt
  cancelled?: boolean
}

/** The part that every page view pays for: it decides whether to ask, and only then loads what asks. */
export function createCore(site: SitePrompts, initial: PulsoSettings, { addresses, load, rules, triggers }: Parts): Pulso {
  const prefix = `pulso:${site.siteKey}:`
  const ending = new AbortController()
  const { signal } = ending
  const stops = new Set<() => void>()
  const moments = createPageMoments(stops)
  const screen = { taken: false }
  const coming = new Set<Coming>()
  const listeners: [name: string, listener: (...details: never[]) => void][] = []
  let counts: Record<string, ReachCount> = {}
  let settings = initial
  let decision: 'granted' | 'denied' | undefined
  let held: (() => void)[] = []
  let asking: Promise<Asking> | undefined

  const isFree = () => !decision && (settings.consent ?? site.consent ?? 'not-required') === 'not-required'
  const mayStore = () => decision === 'granted' || isFree()
  const tier = () => (mayStore() && settings.storage !== 'memory' ? (`${settings.storage ?? 'local'}Storage` as const) : undefined)
  const storage = createDeviceStorage(tier)
  const clock = createFrequencyClock(storage, prefix, site.budget)

  const emit = (name: string, ...details: unknown[]) => {
    for (const [of, listener] of [...listeners]) {
      try {
        if (of === name) listener(...(details as never[]))
      } catch {
        // The page's own mistake, in the page's own code: it must not stop the answer.
      }
    }
  }
  const on = (name: string, listener: (...details: never[]) => void) => {
    const entry: (typeof listeners)[number] = [name, listener]
    listeners.push(entry)
    return () => void listeners.splice(listeners.indexOf(entry) >>> 0, 1)
  }

  const count = (touchpoint: string, outcome: ReachCount['outcome'], promptId?: string) => {
    const entry = (counts[`${touchpoint} ${outcome} ${promptId}`] ??= { touchpoint, promptId, outcome, count: 0 } as ReachCount)
    entry.count++
  }
  const takeCounts = () => {
    const taken = mayStore() ? Object.values(counts) : []
    counts = {}
    return taken
  }

  /** The one reason not to ask this now, if there is one. */
  const holdBack = (prompt: SitePrompt, touchpoint: string): Reason | undefined => {
    if (signal.aborted) return 'destroyed'
    if (!mayStore()) return 'consent'
    if (prompt.full) return 'quota'
    if (screen.taken) return 'on-screen'
    const early = clock.holdBack(prompt, touchpoint)
    if (early) return early
    const visit = { promptId: prompt.id, settings, now: Date.now(), storage, prefix }
    for (const [name, value] of Object.entries(prompt.rules ?? {})) {
      const rule = rules[name]
      if (!rule) return 'unknown-rule'
      if (!rule(value as never, visit)) return name as Reason
    }
    return
  }

  const startAsking = () => {
    asking ??= load('asking').then(
      ({ createAsking }) =>
        createAsking({
          site,
          addresses,
          load,
          storage,
          moments,
          screen,
          mayKeep: () => !!tier(),
          takeCounts,
          count,
          emit,
          settings: () => settings,
          mark: clock.mark,
        }),
      (reason) => {
        // A chunk that did not arrive now may arrive for the next prompt.
        asking = undefined
        throw reason
      },
    )
    return asking
  }

  const quietly = (work: Promise<unknown>) => {
    work.catch((error) => signal.aborted || emit('error', { reason: 'load-failed', message: `${error}` }))
  }

  /** From a touchpoint to a prompt on the screen: `only` is the prompt whose own trigger reached it. */
  const reach = async (touchpoint: string, only?: SitePrompt, container?: Element) => {
    const reachedAt = performance.now()
    await moments.idle()
    count(touchpoint, 'reached')
    let chosen: SitePrompt | undefined
    for (const prompt of only ? [only] : site.prompts) {
      if (!only && (prompt.triggers || !prompt.touchpoints.includes(touchpoint))) continue
      const reason = chosen ? 'outranked' : [...coming].some((one) => one.prompt === prompt) ? 'on-screen' : holdBack(prompt, touchpoint)
      count(touchpoint, reason ?? 'eligible', prompt.id)
      if (!reason) chosen = prompt
    }
    if (!chosen) return
    const prompt = chosen
    const one: Coming = { prompt }
    coming.add(one)
    try {
      const leftMs = () => reachedAt + prompt.delayMs - performance.now()
      await moments.after(leftMs() - HEAD_START_MS)
      await moments.idle()
      const show = await (await startAsking()).prepare(prompt, touchpoint, container, false)
      await moments.after(leftMs())
      // Much can happen during the delay, also in another tab.
      await show(() => (one.cancelled ? 'cancelled' : holdBack(prompt, touchpoint)))
    } catch (error) {
      count(touchpoint, 'load-failed', prompt.id)
      throw error
    } finally {
      coming.delete(one)
    }
  }

  const find = (what: string, touchpoint: string) => {
    const { prompts } = site
    const ofKind = prompts.filter(({ kind }) => kind === what)
    return prompts.find(({ id }) => id === what) ?? ofKind.find(({ touchpoints }) => touchpoints.includes(touchpoint)) ?? ofKind[0]
  }

  const leave = () => {
    const list = takeCounts()
    if (!list[0]) return
    // Written by hand: Prototype.js 1.6 gives arrays a toJSON that turns them into strings.
    const body = `{"siteKey":"${site.siteKey}","sentAt":${Date.now()},"responses":[],"reach":[${list.map((one) => JSON.stringify(one))}]}`
    fetch(addresses.responses, { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => {})
  }

  const pulso: Pulso = {
    version: __VERSION__,
    loaded: true,
    touchpoint(key, options) {
      if (signal.aborted) return
      const act = () => quietly(reach(key, undefined, options?.container))
      if (!decision && (settings.consent ?? site.consent) === 'pending') held.push(act)
      else act()
    },
    ask(what, { touchpoint, container }) {
      const prompt = find(what, touchpoint)
      if (prompt && !signal.aborted && !screen.taken) {
        quietly(startAsking().then(async (it) => (await it.prepare(prompt, touchpoint, container, true))(() => undefined)))
      }
    },
    event(name, properties = {}) {
      for (const one of coming) if (one.prompt.cancel === name) one.cancelled = true
      emit('event', name, properties)
    },
    configure(changes) {
      settings = { ...settings, ...changes }
    },
    consent(given) {
      decision = given
      const waiting = held
      held = []
      for (const act of waiting) act()
    },
    snooze: clock.snooze,
    reset: () => storage.forget(prefix),
    on,
    explain(touchpoint) {
      const found = site.prompts.filter(({ touchpoints }) => touchpoints.includes(touchpoint))
      return found[0]
        ? found.map((prompt) => ({ prompt: prompt.id, reason: holdBack(prompt, touchpoint) ?? 'will-ask' }))
        : [{ prompt: null, reason: 'no-prompt' }]
    },
    async headless(what, { touchpoint }) {
      const prompt = find(what, touchpoint)
      try {
        return prompt && (await (await startAsking()).headless(prompt, touchpoint))
      } catch {
        return
      }
    },
    destroy() {
      ending.abort()
      for (const stop of stops) stop()
      listeners.length = 0
      asking?.then((it) => it.destroy()).catch(() => {})
    },
  }

  addEventListener('pagehide', leave, { signal })
  document.addEventListener('visibilitychange', () => document.hidden && leave(), { signal })
  quietly(
    moments.idle().then(async () => {
      const page = { signal, onEvent: (listener: (...details: never[]) => void) => on('event', listener) }
      for (const prompt of site.prompts) {
        for (const [name, value] of Object.entries(prompt.triggers ?? {})) {
          triggers[name]?.(value as never, () => quietly(reach(prompt.touchpoints[0] ?? '', prompt)), page)
        }
      }
      if (location.search.includes('pulso_debug=1')) (await load('debug')).start(pulso, site, signal)
      if (document.querySelector('pulso-prompt')) (await load('element')).start(pulso, site, signal)
      if (storage.get(`pulso:unsent:${site.siteKey}`)) await startAsking()
    }),
  )
  return pulso
}
