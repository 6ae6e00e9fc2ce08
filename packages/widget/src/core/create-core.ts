import type { Reason, SitePrompt, SitePrompts } from '@pulso/protocol/types'
import type { Decision, Pulso, PulsoSettings } from '../pulso.ts'
import { createDeviceStorage } from './device-storage.ts'
import { findTooRecent, readNumbers, toClockKey } from './frequency-clock.ts'
import { createPageMoments } from './page-moments.ts'
import type { Asking, AskingContext, Parts } from './parts.ts'

/** How long before a prompt is due it is built, hidden, so that showing it costs one style change. */
const HEAD_START_MS = 2000

/** The part that every page view pays for: it decides whether to ask, and only then loads what asks. */
export function createCore(site: SitePrompts, settings: PulsoSettings, { base, load, rules, triggers }: Parts): Pulso {
  const prefix = `pulso:${site.siteKey}:`
  const ending = new AbortController()
  const { signal } = ending
  const moments = createPageMoments(signal)
  const screen: AskingContext['screen'] = { host: undefined }
  let listeners: { name: string; listener: (...details: never[]) => void }[] = []
  let coming: SitePrompt[] = []
  let counts: Record<string, number> = {}
  let decision: PulsoSettings['consent'] | 'granted' | 'denied'
  const held: (() => void)[] = []
  let asking: Promise<Asking> | undefined

  const toConsent = () => decision ?? settings.consent ?? site.consent ?? 'not-required'
  const mayStore = () => /^[gn]/.test(toConsent())
  const toTier = () => (mayStore() && settings.storage !== 'memory' ? (`${settings.storage ?? 'local'}Storage` as const) : undefined)
  const storage = createDeviceStorage(toTier)

  const emit = (name: string, ...details: unknown[]) => {
    for (const one of listeners) {
      try {
        if (one.name === name) one.listener(...(details as never[]))
      } catch {
        // The page's own mistake, in the page's own code: it must not stop the answer.
      }
    }
  }
  const on = (name: string, listener: (...details: never[]) => void) => {
    const one = { name, listener }
    listeners = [...listeners, one]
    return () => {
      listeners = listeners.filter((other) => other !== one)
    }
  }

  const count = (...what: string[]) => {
    const key = what.join(' ')
    // As many names as a batch has room for beside an answer.
    if (counts[key] || Object.keys(counts).length < 50) counts[key] = (counts[key] ?? 0) + 1
  }
  const takeCounts = () => {
    const taken = mayStore() ? JSON.stringify(counts) : '{}'
    counts = {}
    return taken
  }

  /** The one reason not to ask this now, if there is one. */
  const holdBack = (prompt: SitePrompt, touchpoint: string, container?: Element): Reason | undefined => {
    if (signal.aborted) return 'destroyed'
    if (!mayStore()) return 'consent'
    if (prompt.full) return 'quota'
    // In the flow of the page and at its side nothing is in the way.
    if (screen.host?.isConnected && !container && !/^[it]/.test(prompt.mode)) return 'on-screen'
    const now = Date.now()
    if (now < Number(storage.get(`${prefix}snoozed`))) return 'snoozed'
    const times = readNumbers(storage, toClockKey(prefix, prompt, touchpoint))
    const recent = findTooRecent(prompt, times, now)
    if (recent) return `after-${recent}`
    return Object.entries(prompt.rules ?? {}).find(
      ([name, value]) => !rules[name]?.(value as never, { promptId: prompt.id, settings, storage, prefix, now, times }),
    )?.[0] as Reason | undefined
  }

  const startAsking = () => {
    asking ??= load('asking').then(({ createAsking }) =>
      createAsking({
        site,
        prefix,
        base,
        load,
        storage,
        moments,
        signal,
        screen,
        toTier,
        takeCounts,
        count,
        emit,
        settings: () => settings,
        mayAsk: () => decision === 'denied' || mayStore(),
      }),
    )
    return asking
  }

  /** Does what needs the rest of Pulso, now or when that has arrived. A chunk that did not arrive may arrive for the next call. */
  const withAsking = async <Result>(act: (asking: Asking) => Result | Promise<Result>): Promise<Result | undefined> => {
    try {
      if (!signal.aborted) return await act(await startAsking())
    } catch (error) {
      // After the end nobody listens.
      emit('error', { reason: 'load-failed', message: `${error}` })
      asking?.catch(() => {
        asking = undefined
      })
    }
    return
  }

  /** From a touchpoint to a prompt on the screen: `only` is the prompt whose own trigger reached it. */
  const follow = async (touchpoint: string, only?: SitePrompt, container?: Element) => {
    const dueAt = performance.now()
    await moments.idle()
    count(touchpoint, 'reached')
    let chosen: SitePrompt | undefined
    for (const prompt of site.prompts) {
      if (only ? prompt !== only : prompt.triggers || !prompt.touchpoints.includes(touchpoint)) continue
      const reason = chosen ? 'outranked' : coming.includes(prompt) && !container ? 'on-screen' : holdBack(prompt, touchpoint, container)
      count(touchpoint, reason ?? 'eligible', prompt.id)
      if (!reason) chosen = prompt
    }
    if (!chosen) return
    const prompt = chosen
    coming.push(prompt)
    const toLeftMs = () => dueAt + prompt.delayMs - performance.now()
    await moments.after(toLeftMs() - HEAD_START_MS)
    await moments.idle()
    await withAsking(async (it) => {
      const show = await it.prepare(prompt, touchpoint, container)
      await moments.after(toLeftMs())
      // Much can happen during the delay, also in another tab.
      await show(() => (coming.includes(prompt) ? holdBack(prompt, touchpoint, container) : 'cancelled'))
    })
    coming = coming.filter((one) => one !== prompt)
  }

  const reach: (...args: Parameters<typeof follow>) => void = (...args) => {
    if (!signal.aborted) follow(...args).catch(() => {})
  }

  const leave = () => {
    const reached = takeCounts()
    if (reached[2] && document.hidden) {
      const body = `{"siteKey":"${site.siteKey}","sentAt":${Date.now()},"responses":[],"reach":${reached}}`
      try {
        fetch(`${base}v1/responses`, { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => {})
      } catch {
        // The page's own `fetch` threw. Counts may be lost.
      }
    }
  }

  /** A method that the rest of Pulso does, whenever it is there. */
  const pass =
    <Name extends 'ask' | 'headless' | 'snooze' | 'reset'>(name: Name) =>
    (...args: Parameters<Asking[Name]>) =>
      withAsking((it) => (it[name] as (...args: never[]) => never)(...(args as never[])))

  const pulso: Pulso = {
    version: __VERSION__,
    loaded: true,
    touchpoint(key, options) {
      const act = () => reach(key, undefined, options?.container)
      if (toConsent() === 'pending') held.push(act)
      else act()
    },
    ask: pass('ask'),
    event(name, properties = {}) {
      // Triggers listen from the first idle moment on, and what was reached just before is coming from the next.
      moments.idle().then(() => {
        coming = coming.filter((one) => one.cancel !== name)
        emit('event', name, properties)
      })
    },
    configure: (changes) => void Object.assign(settings, changes),
    consent(given) {
      // A consent that is withdrawn takes back what was kept by it.
      if (given === 'denied' && mayStore()) pulso.reset()
      decision = given
      for (const act of held.splice(0)) act()
    },
    snooze: pass('snooze'),
    reset: pass('reset'),
    on,
    explain(touchpoint) {
      const found = site.prompts.filter(({ touchpoints }) => touchpoints.includes(touchpoint))
      const best = found.find((prompt) => !(prompt.triggers || holdBack(prompt, touchpoint)))
      // A prompt with a trigger of its own has no rivals, and is none.
      const toReason = (prompt: SitePrompt) => (best === prompt || prompt.triggers ? 'will-ask' : 'outranked')
      const decisions = found.map((prompt): Decision => ({ prompt: prompt.id, reason: holdBack(prompt, touchpoint) ?? toReason(prompt) }))
      return decisions[0] ? decisions : [{ prompt: null, reason: 'no-prompt' }]
    },
    headless: pass('headless'),
    destroy() {
      ending.abort()
      listeners = []
      asking?.then((it) => it.destroy()).catch(() => {})
    },
  }

  document.addEventListener('visibilitychange', leave, { signal })
  moments.idle().then(() => {
    for (const prompt of site.prompts) {
      for (const [name, value] of Object.entries(prompt.triggers ?? {})) {
        try {
          triggers[name]?.(value as never, () => reach(prompt.touchpoints[0] ?? '', prompt), { signal, on })
        } catch {
          // A selector that is none costs its own prompt only.
        }
      }
    }
    if (storage.get(`pulso:unsent:${site.siteKey}`)) withAsking(() => {})
    const start = (name: 'debug' | 'element') =>
      load(name)
        .then((it) => it.start(pulso, site, signal))
        .catch(() => {})
    if (/[?&]pulso_debug/.test(location.search)) start('debug')
    if (document.querySelector('pulso-prompt')) start('element')
  })
  return pulso
}
