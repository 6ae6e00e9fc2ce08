import type { Prompt, SitePrompts } from '@pulso/protocol/types'
import type { Pulso, PulsoSettings } from '../pulso.ts'
import { createDeviceStorage } from './device-storage.ts'
import { createFrequencyClock } from './frequency-clock.ts'
import { matchLocale } from './match-locale.ts'
import { createPageMoments } from './page-moments.ts'
import type { Card, Delivery, Parts } from './parts.ts'

/** A touchpoint key that the worker would store; asking for an answer it must refuse would waste the visitor's time. */
const KEY = /^[a-z0-9][a-z0-9_-]{0,63}$/

/** How long before a prompt is due it is built, hidden, so that showing it costs one style change. */
const HEAD_START_MS = 2000

/** The part that every page view pays for: it decides whether to ask, and only then loads what asks. */
export function createCore(site: SitePrompts, initial: PulsoSettings, parts: Parts): Pulso {
  const storage = createDeviceStorage()
  const clock = createFrequencyClock(storage, site.siteKey)
  const stops = new Set<() => void>()
  const moments = createPageMoments(stops)
  const unsentKey = `pulso:unsent:${site.siteKey}`
  const coming = new Set<string>()
  let settings = initial
  let onScreen: Card | undefined
  let destroyed = false
  let delivery: Promise<Delivery> | undefined

  const startDelivery = () => {
    delivery ??= parts.loadDelivery().then(
      (module) => module.createDelivery(site.siteKey, parts.endpoint, (unsent) => storage.set(unsentKey, unsent ? '1' : null)),
      (reason) => {
        // A chunk that did not arrive now may arrive for the next prompt.
        delivery = undefined
        throw reason
      },
    )
    return delivery
  }

  /** Loads what shows this prompt and builds it, hidden. The result shows it, if it still may be shown then. */
  const prepare = async (prompt: Prompt, touchpoint: string) => {
    const [ui, { record }] = await Promise.all([parts.loadUi(), startDelivery()])
    if (destroyed) return
    const wishes = [settings.locale, document.documentElement.lang, ...navigator.languages]
    const locale = matchLocale(Object.keys(prompt.wording), wishes, site.defaultLocale)
    const occasion = { prompt, touchpoint, locale, segment: settings.segment }
    const recorder = record(occasion, (happening) => clock.mark(prompt, touchpoint, happening))
    const card = ui.createCard(prompt, locale, recorder, () => {
      stops.delete(card.destroy)
      if (onScreen === card) onScreen = undefined
    })
    stops.add(card.destroy)
    return async (mayShow: () => boolean) => {
      await moments.visible()
      if (onScreen || !mayShow()) return card.destroy()
      onScreen = card
      card.reveal()
      // Storage is slow: the paint does not wait for it.
      await moments.idle()
      recorder.shown()
    }
  }

  const reach = async (touchpoint: string) => {
    const reachedAt = performance.now()
    const mayAsk = (prompt: Prompt) => clock.mayAsk(prompt, touchpoint)
    await moments.idle()
    const prompt = site.prompts.find((candidate) => candidate.touchpoints.includes(touchpoint) && mayAsk(candidate))
    if (!prompt) return
    const leftMs = () => reachedAt + prompt.delayMs - performance.now()
    await moments.after(leftMs() - HEAD_START_MS)
    await moments.idle()
    const show = await prepare(prompt, touchpoint)
    await moments.after(leftMs())
    // Much can happen during the delay, also in another tab.
    await show?.(() => mayAsk(prompt))
  }

  const ask = async (what: string, touchpoint: string) => {
    const ofKind = site.prompts.filter((prompt) => prompt.kind === what)
    const prompt =
      site.prompts.find((candidate) => candidate.id === what) ??
      ofKind.find((candidate) => candidate.touchpoints.includes(touchpoint)) ??
      ofKind[0]
    if (prompt && typeof touchpoint === 'string' && KEY.test(touchpoint)) await (await prepare(prompt, touchpoint))?.(() => true)
  }

  const quietly = (work: Promise<void>) => work.catch(() => {})

  quietly(
    moments.idle().then(async () => {
      if (storage.get(unsentKey)) await startDelivery()
    }),
  )

  return {
    touchpoint(key) {
      if (destroyed || coming.has(key)) return
      coming.add(key)
      quietly(reach(key).finally(() => coming.delete(key)))
    },
    ask(what, options) {
      if (!destroyed && !onScreen) quietly(ask(what, options?.touchpoint))
    },
    configure(changes) {
      settings = { ...settings, ...changes }
    },
    destroy() {
      destroyed = true
      for (const stop of stops) stop()
      delivery?.then(({ destroy }) => destroy()).catch(() => {})
    },
  }
}
