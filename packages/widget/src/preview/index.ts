import type { PreviewOrder, PreviewReply } from '@pulso/protocol/types'
import { createConversation } from '../asking/create-conversation.ts'
import type { Card, LoadPart, PartModules, Recorder } from '../core/parts.ts'
import { isRightToLeft } from '../ui/is-right-to-left.ts'
import { findColourChanges } from './find-colour-changes.ts'
import { goToView } from './go-to-view.ts'

/*
 * The page in which an editor shows a prompt before anybody is asked. It draws with
 * the very chunks that visitors get. What decides, counts and sends is not here, and
 * the page's policy forbids it every connection.
 */

/** How long after it was closed a card comes back: somebody wants to see it again. */
const AGAIN_MS = 1500

/** Nobody is asked, so nothing is kept. */
const NOBODY: Omit<Recorder, 'completed'> & { completed(): undefined } = {
  shown() {},
  answered() {},
  drafted() {},
  completed: () => undefined,
  dismissed() {},
}

const load: LoadPart = (name: keyof PartModules) => import(new URL(`${__BUILD__}/${name}.js`, import.meta.url).href)
const say = (reply: PreviewReply) => parent.postMessage(reply, location.origin)

let card: Card | undefined
let latest = 0
let again: ReturnType<typeof setTimeout> | undefined

async function draw(order: PreviewOrder): Promise<void> {
  const { turn, wording, texts, locale, look, view, isQuiet } = order
  latest = turn
  clearTimeout(again)
  const root = document.documentElement
  root.dataset['theme'] = look.theme ?? 'light'
  root.lang = locale
  root.dir = isRightToLeft(locale) ? 'rtl' : 'ltr'
  const prompt = { ...order.prompt, waitsMs: { 'after-answered': 0, 'after-dismissed': 0, 'after-shown': 0 }, rules: {} }
  const conversation = createConversation(prompt, wording, NOBODY)
  goToView(conversation, prompt, view)
  const { mode, position } = prompt
  const container = mode === 'inline' ? (document.querySelector('#inline') ?? undefined) : undefined
  const { createCard } = await load('ui')
  let isReplaced = false
  const next = await createCard({
    prompt,
    wording,
    texts,
    locale,
    conversation,
    place: { mode, position, container },
    look,
    load,
    onOpened() {},
    onClosed() {
      if (!isReplaced && turn === latest) again = setTimeout(() => draw({ ...order, isQuiet: false }), AGAIN_MS)
    },
  })
  const destroy = () => {
    isReplaced = true
    next.destroy()
  }
  if (turn !== latest) return destroy()
  card?.destroy()
  card = { ...next, destroy }
  const shadow = next.host.shadowRoot
  if (isQuiet) {
    const still = new CSSStyleSheet()
    still.replaceSync('*{animation:none!important;transition:none!important}')
    shadow?.adoptedStyleSheets.push(still)
    // Who types hears what they type.
    shadow?.querySelector('[role=status]')?.remove()
  }
  // What opens takes the focus, and with it the next letter of whoever is typing beside this page. A modal dialog is
  // not made inert by what it lies in, so it says so itself.
  const parts = document.hasFocus() ? [] : [next.host as HTMLElement, ...(shadow?.querySelectorAll('dialog') ?? [])]
  for (const part of parts) part.inert = true
  next.reveal()
  // What waits at the side of the page is what somebody came to see.
  if (mode === 'tab') shadow?.querySelector<HTMLElement>('.tab')?.click()
  for (const part of parts) part.inert = false
  say({ type: 'pulso-preview-reply', is: 'drawn', turn, step: conversation.state.step, changes: findColourChanges(look) })
}

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || source !== parent || (data as PreviewOrder)?.type !== 'pulso-preview-order') return
  draw(data as PreviewOrder).catch(() => say({ type: 'pulso-preview-reply', is: 'failed', turn: (data as PreviewOrder).turn }))
})
say({ type: 'pulso-preview-reply', is: 'ready' })
