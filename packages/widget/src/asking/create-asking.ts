import type { Look, Reason, SitePrompt, WordingPack } from '@pulso/protocol/types'
import type { HeadlessPrompt } from '../conversation.ts'
import { DAY_MS } from '../core/numbers.ts'
import type { Asking, AskingContext, Card } from '../core/parts.ts'
import { createDelivery } from '../delivery/create-delivery.ts'
import { createConversation } from './create-conversation.ts'
import { holdTab } from './hold-tab.ts'
import { matchLocale } from './match-locale.ts'

/** A touchpoint key that the worker would store; asking for an answer it must refuse would waste the visitor's time. */
const KEY = /^[a-z0-9][a-z0-9_-]{0,63}$/

/** How long before a prompt is due it is built, hidden, so that showing it costs one style change. */
const HEAD_START_MS = 2000

/** Everything between the decision to ask and the answer on its way: language, words, card, record. */
export function createAsking(context: AskingContext): Asking {
  const { site, settings, pulso, base, load, storage, signal, idle } = context
  const delivery = createDelivery(context)
  const packs: Partial<Record<string, Promise<WordingPack>>> = {}
  const cards = new Set<Card>()
  // Beside a dialog or a video that has the whole page, nothing could be answered.
  const isTaken = () => context.host?.isConnected || document.querySelector(':modal')

  /** The words of one language, fetched once. */
  const readPack = (locale: string): Promise<WordingPack> => {
    packs[locale] ??= fetch(`${base}w/${site.siteKey}/${locale}.json?v=${site.version}`, { credentials: 'omit' })
      .then((answer) => {
        if (answer.ok) return answer.json()
        throw new Error('wording')
      })
      .catch((reason) => {
        delete packs[locale]
        throw reason
      })
    return packs[locale]
  }

  const open = async (prompt: SitePrompt, touchpoint: string) => {
    if (typeof touchpoint !== 'string' || !KEY.test(touchpoint)) throw new Error('touchpoint')
    const wishes = [settings.locale, document.documentElement.lang, ...navigator.languages]
    const locale = matchLocale(site.locales, wishes, site.defaultLocale)
    const { texts, prompts } = await readPack(locale)
    const wording = prompts[prompt.id]
    if (!wording) throw new Error('wording')
    const recorder = delivery.record(prompt, touchpoint, locale)
    const { shown } = recorder
    return Object.assign(createConversation(prompt, wording, recorder), { prompt, wording, texts, locale, shown })
  }

  const find = (what: string, touchpoint: string) => {
    const ofKind = site.prompts.filter(({ kind }) => kind === what)
    const at = ofKind.find(({ touchpoints }) => touchpoints.includes(touchpoint))
    const prompt = site.prompts.find(({ id }) => id === what) ?? at ?? ofKind[0]
    // Undecided is not yet allowed; who has refused may still ask to be asked, and then nothing is kept.
    const reason = !prompt ? 'no-prompt' : /^[gnd]/.test(`${context.toConsent()}`) ? undefined : 'consent'
    if (!reason) return prompt
    context.emit('error', { reason, message: reason })
    return
  }

  /** When somebody can see the page: not in a background tab, not while prerendering. */
  const whenVisible = async () => {
    while (document.hidden) await new Promise((resolve) => document.addEventListener('visibilitychange', resolve, { signal }))
  }

  const prepare = async (prompt: SitePrompt, touchpoint: string, container?: Element, asked?: boolean) => {
    const { mode, position, target } = prompt
    const into = container ?? (mode === 'inline' && target ? document.querySelector(target) : undefined) ?? undefined
    // What has gone from the page is over, also if it was the page that took it away.
    for (const card of cards) {
      if (card.host.isConnected) continue
      card.destroy()
      cards.delete(card)
    }
    let free = () => {}
    const closed = new Promise<void>((resolve) => {
      free = resolve
    })
    const isAside = !!into || mode === 'tab'
    // In the flow of the page and at its side nothing is in the way, and who asks for a prompt gets it in every tab.
    if (!isAside && !asked) {
      // Only a tab that somebody looks at may keep the others from asking.
      await whenVisible()
      if (!(await holdTab(`pulso:${site.siteKey}`, closed))) {
        context.count(touchpoint, 'other-tab', prompt.id)
        return async () => {}
      }
    }
    const look: Look = { ...site.look, ...settings.look }
    const draw = async () => {
      const [ui, conversation] = await Promise.all([load('ui'), open(prompt, touchpoint)])
      const { wording, texts, locale, shown } = conversation
      const place = { mode: into ? 'inline' : mode, position, container: into } as const
      const card = await ui.createCard({ prompt, wording, texts, locale, conversation, place, look, load, onOpened: shown, onClosed: free })
      cards.add(card)
      return { ...card, shown }
    }
    const { host, reveal, destroy, shown } = await draw().catch((reason) => {
      free()
      throw reason
    })
    if (signal.aborted) destroy()
    return async (holdBack: () => Reason | undefined) => {
      await whenVisible()
      const reason = isTaken() && !isAside ? 'on-screen' : holdBack()
      if (reason) context.count(touchpoint, reason, prompt.id)
      // What it was meant to go into may have left the page meanwhile.
      if (reason || into?.isConnected === false) return destroy()
      if (!isAside) context.host = host
      reveal()
      // Storage is slow: the paint does not wait for it.
      await idle()
      if (mode !== 'tab' || into) shown()
    }
  }

  const after = (delayMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delayMs)
      signal.addEventListener('abort', () => clearTimeout(timer))
    })

  const start = (name: 'debug' | 'element') =>
    load(name)
      .then((it) => signal.aborted || it.start(pulso, site, signal))
      .catch(() => {})
  if (/pulso_debug=1/.test(location.href)) start('debug')
  if (document.querySelector('pulso-prompt')) start('element')
  const destroy = () => {
    for (const card of cards) card.destroy()
    delivery.destroy()
  }
  signal.addEventListener('abort', destroy)
  // It can have ended while this was on its way.
  if (signal.aborted) destroy()

  return {
    async bring(prompt, touchpoint, container, reachedAt, holdBack) {
      // No clock that is set back makes anybody wait longer than the delay.
      const toLeftMs = () => Math.min(reachedAt + prompt.delayMs - Date.now(), prompt.delayMs)
      await after(toLeftMs() - HEAD_START_MS)
      await idle()
      const show = await prepare(prompt, touchpoint, container)
      await after(toLeftMs())
      await show(holdBack)
    },
    async ask(what, { touchpoint, container }) {
      const prompt = find(what, touchpoint)
      if (prompt && (container || !isTaken())) await (await prepare(prompt, touchpoint, container, true))(() => undefined)
    },
    async headless(what, { touchpoint }): Promise<HeadlessPrompt | undefined> {
      const prompt = find(what, touchpoint)
      if (!prompt) return
      const conversation = await open(prompt, touchpoint)
      conversation.shown()
      return conversation
    },
    snooze: (days) => storage.set('snoozed', `${Date.now() + days * DAY_MS}`),
    reset() {
      // In every store: the page may have changed its mind, or the visitor theirs. What is not sent yet stays, and how it fares.
      const isOurs = (key: string) => key.startsWith(`pulso:${site.siteKey}:`) && !/:(unsent|retry|dropped)$/.test(key)
      for (const toStore of [() => storage.memory, () => localStorage, () => sessionStorage]) {
        try {
          const store = toStore()
          for (const key of Object.keys(store)) if (isOurs(key)) delete store[key]
        } catch {
          // There is no store, so there is nothing in it.
        }
      }
    },
    start() {},
  }
}
