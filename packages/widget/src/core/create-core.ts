import type { Reason, SitePrompt, SitePrompts } from '@pulso/protocol/types'
import type { Decision, Pulso, PulsoSettings } from '../pulso.ts'
import { createDeviceStorage } from './device-storage.ts'
import type { Arm, Asking, AskingContext, ComingPrompt, LoadPart, Rules } from './parts.ts'

/** What is counted of one page view is cut off here: a batch must have room for answers beside it. */
const COUNTED_LENGTH = 2000

/** The part that every page view pays for: it decides whether to ask, and only then loads what asks. */
export function createCore(site: SitePrompts, settings: PulsoSettings, base: string, load: LoadPart, rules: Rules, arm: Arm | null): Pulso {
  const ending = new AbortController()
  const { signal } = ending
  const prompts: ComingPrompt[] = site.prompts
  const listeners = new Set<[name: string, listener: (...details: never[]) => void]>()
  let asking: Promise<Asking> | undefined
  let decision: 'granted' | 'denied' | undefined
  let request: number
  let soon: Promise<unknown> | undefined

  const toConsent = () => decision ?? settings.consent ?? site.consent
  const mayStore = () => /^[gn]/.test(toConsent())
  // Neither "" nor "memoryStorage" is a store of the window's, and then memory is what is left.
  const storage = createDeviceStorage(`pulso:${site.siteKey}:`, () => (mayStore() ? (settings.storage ?? 'local') + 'Storage' : ''))

  const emit = (name: string, ...details: unknown[]) => {
    for (const one of listeners) {
      try {
        if (one[0] === name) one[1](...(details as never[]))
      } catch {
        // The page's own mistake, in the page's own code: it must not stop the answer.
      }
    }
  }
  const on = (...one: [name: string, listener: (...details: never[]) => void]) => {
    listeners.add(one)
    return () => listeners.delete(one)
  }

  /**
   * When the browser has nothing better to do, a second from now at the latest. After the end it never comes.
   * All who wait for it share one moment: to be called is what costs.
   */
  const idle = () =>
    (soon ??= new Promise((resolve) => {
      // Safari has no requestIdleCallback; to its setTimeout the options are no delay.
      request = (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 1000 } as never) as never
    }).then(() => (soon = undefined)))

  const count = (...what: string[]) => {
    if (mayStore() && !context.counted[COUNTED_LENGTH]) context.counted += what.join(' ') + '\n'
  }

  /** Where the times of a prompt at a touchpoint are kept, or those of its group. */
  const toClockKey = (prompt: SitePrompt, touchpoint: string) => `asked:${prompt.group ?? prompt.id + ':' + touchpoint}`

  /** The one reason not to ask this now, if there is one. */
  const holdBack = (prompt: SitePrompt, touchpoint: string, container?: Element): Reason | undefined => {
    const now = Date.now()
    const times = () => {
      sendUnsent()
      // Spoilt ones are no numbers, and then no memory.
      return ('' + storage.get(toClockKey(prompt, touchpoint))).split(',').map(Number)
    }
    const visit = { ...context, prompt, times, now }
    if (signal.aborted) return 'destroyed'
    if (!mayStore()) return 'consent'
    // In the flow of the page and at its side nothing is in the way.
    if (context.host?.isConnected && !container && !/^[it]/.test(prompt.mode)) return 'on-screen'
    // Rules first, and of them those that look at the page alone: a page view whose prompts they hold back never
    // reads the device, which is the slowest thing that is done here.
    return (Object.keys(prompt.rules).find((name) => !rules[name]?.(prompt.rules[name as 'url'] as never, visit)) ??
      (now < (storage.get('snoozed') as unknown as number)
        ? 'snoozed'
        : Object.keys(prompt.waitsMs).find((name, place) => now - (times()[place] as number) < prompt.waitsMs[name as 'after-shown']))) as
      | Reason
      | undefined
  }

  /** A method that the rest of Pulso does, now or when that has arrived. A chunk that did not arrive may arrive for the next call. */
  const later =
    <Name extends keyof Asking>(name: Name) =>
    async (...args: Parameters<Asking[Name]>): Promise<Awaited<ReturnType<Asking[Name]>> | undefined> => {
      try {
        if (!signal.aborted) {
          asking ??= load('asking').then((it) => it.createAsking(context))
          return await ((await asking)[name] as (...args: never[]) => never)(...(args as never[]))
        }
      } catch (error) {
        emit('error', { reason: 'load-failed', message: '' + error })
        asking?.catch(() => (asking = undefined))
      }
      return
    }

  /**
   * Sends what an earlier page could not. Only when a prompt's times are read anyway, or somebody is there: the first
   * read of the device is the dearest thing that a page view does, and most have nothing else to ask it.
   */
  const sendUnsent = () => {
    if (storage.get('unsent') && !asking) later('start')()
  }

  /** From a touchpoint to a prompt that is coming: `only` is the one whose own trigger reached it. */
  const follow = async (touchpoint: string, options?: { container?: Element }, only?: ComingPrompt) => {
    try {
      if (/^p/.test(toConsent())) await new Promise((resolve) => on('consent', resolve))
      const reachedAt = Date.now()
      await idle()
      count(touchpoint, 'reached')
      const container = options?.container
      let isChosen: boolean | undefined
      for (const prompt of prompts) {
        if (only ? prompt !== only : prompt.triggers || !prompt.touchpoints.includes(touchpoint)) continue
        const reason = isChosen ? 'outranked' : prompt.coming && !container ? 'on-screen' : holdBack(prompt, touchpoint, container)
        count(touchpoint, reason ?? 'eligible', prompt.id)
        if (reason) continue
        isChosen = prompt.coming = true
        // Much can happen until it is due, also in another tab.
        later('bring')(prompt, touchpoint, container, reachedAt, () =>
          prompt.coming ? holdBack(prompt, touchpoint, container) : 'cancelled',
        ).then(() => (prompt.coming = false))
      }
    } catch {}
  }

  const pulso: Pulso = {
    version: __VERSION__,
    loaded: true,
    touchpoint: (key, options) => void follow(key, options),
    ask: later('ask'),
    event(name, properties) {
      // Whoever waits for it listens from the first idle moment on, and what was reached just before is coming from the next.
      idle().then(() => emit('event', name, properties))
    },
    configure(changes) {
      Object.assign(settings, changes)
    },
    consent(given) {
      // A consent that is withdrawn takes back what was kept by it.
      if (given === 'denied' && mayStore()) pulso.reset()
      decision = given
      emit('consent')
    },
    on,
    snooze: later('snooze'),
    reset: later('reset'),
    explain(touchpoint) {
      let rivals = 0
      const decisions = prompts
        .filter((prompt) => prompt.touchpoints.includes(touchpoint))
        .map(
          (prompt): Decision => ({
            prompt: prompt.id,
            // A prompt with a trigger of its own has no rivals, and is none.
            reason: holdBack(prompt, touchpoint) ?? (prompt.triggers || !rivals++ ? 'will-ask' : 'outranked'),
          }),
        )
      return decisions[0] ? decisions : [{ prompt: null, reason: 'no-prompt' }]
    },
    headless: later('headless'),
    destroy() {
      ;(window.cancelIdleCallback ?? clearTimeout)(request)
      ending.abort()
      listeners.clear()
    },
  }

  const context = {
    signal,
    idle,
    toConsent,
    toClockKey,
    base,
    settings,
    pulso,
    site,
    emit,
    storage,
    counted: '',
    count,
    load,
  } as AskingContext

  addEventListener(
    'visibilitychange',
    async () => {
      if (document.hidden && context.counted) {
        const body = JSON.stringify({ siteKey: site.siteKey, reach: context.counted })
        context.counted = ''
        try {
          await fetch(base + 'v1/responses', { credentials: 'omit', keepalive: true, method: 'POST', body })
        } catch {
          // They are counts: gone with the network, or with a page whose own fetch throws.
        }
      }
    },
    { signal },
  )
  idle().then(() => {
    arm?.(prompts, (prompt) => follow(prompt.touchpoints[0] as string, undefined, prompt), context)
    if (document.querySelector('pulso-prompt') || /pulso_debug/.test(location.href)) later('start')()
  })
  // Whoever is there shows it by one of these, with mouse, finger, keyboard or screen reader. Not by what a pointer does
  // on its way: to listen to that costs a page at rest a frame.
  for (const name of ['click', 'scrollend']) addEventListener(name, sendUnsent, { capture: true, once: true, signal })
  return pulso
}
