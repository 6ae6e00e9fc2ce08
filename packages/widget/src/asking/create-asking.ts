import type { Look, Reason, SitePrompt, WordingPack } from '@pulso/protocol/types'
import type { Asking, AskingContext, Card, HeadlessPrompt } from '../core/parts.ts'
import { createDelivery } from '../delivery/create-delivery.ts'
import { createConversation } from './create-conversation.ts'
import { holdTab } from './hold-tab.ts'
import { matchLocale } from './match-locale.ts'

/** A touchpoint key that the worker would store; asking for an answer it must refuse would waste the visitor's time. */
const KEY = /^[a-z0-9][a-z0-9_-]{0,63}$/

/** Everything between the decision to ask and the answer on its way: language, words, card, record. */
export function createAsking(context: AskingContext): Asking {
  const { site, addresses, load, storage, moments, screen, settings } = context
  const delivery = createDelivery(context)
  const packs: Partial<Record<string, Promise<WordingPack>>> = {}
  const closings = new Set<() => void>()

  /** The words of one language, fetched once. */
  const readPack = (locale: string): Promise<WordingPack> =>
    (packs[locale] ??= fetch(addresses.wording(locale), { credentials: 'omit' })
      .then((answer) => {
        if (!answer.ok) throw new Error(`The wording was answered with ${answer.status}`)
        return answer.json()
      })
      .catch((reason) => {
        delete packs[locale]
        throw reason
      }))

  const open = async (prompt: SitePrompt, touchpoint: string): Promise<HeadlessPrompt & { shown(): void }> => {
    if (!KEY.test(touchpoint)) throw new Error(`"${touchpoint}" is no key of a touchpoint`)
    const wishes = [settings().locale, document.documentElement.lang, ...navigator.languages]
    const locale = matchLocale(site.locales, wishes, site.defaultLocale)
    const { texts, prompts } = await readPack(locale)
    const wording = prompts[prompt.id]
    if (!wording) throw new Error(`"${prompt.id}" has no wording`)
    const recorder = delivery.record(prompt, touchpoint, locale)
    const { shown } = recorder
    return Object.assign(createConversation(prompt, wording, recorder), { prompt, wording, texts, locale, shown })
  }

  return {
    async prepare(prompt, touchpoint, container, asked) {
      const { mode, position, target } = prompt
      const into = container ?? (mode === 'inline' && target ? document.querySelector(target) : undefined) ?? undefined
      let free = () => {}
      const closed = new Promise<void>((resolve) => {
        free = resolve
      })
      // In the flow of the page nothing is in the way, and who asks for a prompt gets it in every tab.
      if (!into && !asked && !(await holdTab(`pulso:${site.siteKey}:asking`, storage, closed))) {
        context.count(touchpoint, 'other-tab', prompt.id)
        return async () => {}
      }
      let card: Card | undefined
      let isOpen = false
      const onClosed = () => {
        free()
        if (card) closings.delete(card.destroy)
        if (isOpen) screen.taken = false
      }
      const look: Look = { ...site.look, ...settings().look }
      const [ui, conversation] = await Promise.all([load('ui'), open(prompt, touchpoint)]).catch((reason) => {
        free()
        throw reason
      })
      const { wording, texts, locale } = conversation
      card = await ui.createCard({
        prompt,
        wording,
        texts,
        locale,
        conversation,
        place: { mode: into ? 'inline' : mode, position, container: into },
        look,
        load,
        onClosed,
      })
      const { reveal, destroy } = card
      closings.add(destroy)
      return async (holdBack) => {
        await moments.visible()
        const reason: Reason | undefined = screen.taken && !into ? 'on-screen' : holdBack()
        if (reason) {
          context.count(touchpoint, reason, prompt.id)
          return destroy()
        }
        if (!into) screen.taken = isOpen = true
        reveal()
        // Storage is slow: the paint does not wait for it.
        await moments.idle()
        conversation.shown()
      }
    },
    async headless(prompt, touchpoint) {
      const conversation = await open(prompt, touchpoint)
      conversation.shown()
      return conversation
    },
    destroy() {
      for (const close of closings) close()
      delivery.destroy()
    },
  }
}
