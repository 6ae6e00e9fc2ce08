import type { Prompt } from '@pulso/protocol/types'
import { h, render } from 'preact'
import type { Card, Recorder } from '../core/parts.ts'
import { css } from './card.css'
import { CardView } from './card-view.tsx'
import { chooseByKeys } from './choose-by-keys.ts'
import { closeWhenRead } from './close-when-read.ts'
import { BEGINNING, type Move, toNext } from './conversation.ts'
import { onKeyboardHeight } from './keyboard-height.ts'
import type { Later } from './later.ts'
import { toTexts } from './texts.ts'

/** How long the live region stands empty before it speaks: one that is filled at birth stays silent. */
const ANNOUNCE_AFTER_MS = 150

/**
 * A prompt as a card in a shadow root at the end of the page. It is complete
 * and laid out, but invisible, until `reveal`. Only DOM calls and an adopted
 * style sheet are used, so no content security policy and no style of the page
 * can get in its way.
 */
export function createCard(prompt: Prompt, locale: string, recorder: Recorder, onClosed: () => void): Card {
  const wording = prompt.wording[locale]
  if (!wording) throw new Error(`There is no wording in ${locale}`)
  const texts = toTexts(locale)
  const host = document.createElement('pulso-card')
  host.lang = locale
  host.dir = /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr'
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = [sheet]
  const root = document.createElement('div')
  const status = document.createElement('div')
  status.setAttribute('role', 'status')
  shadow.append(root, status)

  const ending = new AbortController()
  const timers: ReturnType<Later>[] = []
  const later: Later = (act, delayMs) => {
    const timer = setTimeout(act, delayMs)
    timers.push(timer)
    return timer
  }
  const choose = chooseByKeys(root, host.dir === 'rtl', later)
  let conversation = BEGINNING
  let draft = ''
  let touching = false
  let cameFrom: HTMLElement | undefined

  const onDraft = (comment: string) => {
    draft = comment
    recorder.drafted(comment)
  }
  const draw = () => render(h(CardView, { prompt, wording, texts, conversation, draft, onMove: move, onDraft }), root)
  const enter = () => {
    const find = (selector: string) => root.querySelector<HTMLElement>(selector)
    // After a tap the text box is not focused: it would pull up the keyboard over the page.
    const control = touching ? null : (find(':checked') ?? find('input,textarea'))
    ;(control ?? find('.card'))?.focus()
  }
  const leave = () => {
    if (cameFrom?.isConnected) cameFrom.focus()
    else (shadow.activeElement as HTMLElement | null)?.blur()
  }
  const announce = (text: string) => {
    later(() => {
      status.textContent = text
    }, ANNOUNCE_AFTER_MS)
  }
  const destroy = () => {
    if (ending.signal.aborted) return
    ending.abort()
    timers.forEach(clearTimeout)
    if (shadow.activeElement) leave()
    render(null, root)
    host.remove()
    onClosed()
  }
  const move = (made: Move, score?: number) => {
    const before = conversation
    conversation = toNext(before, made, score)
    if (conversation === before) return
    const { step } = conversation
    if (step === 'over') {
      if (before.step !== 'thanking') recorder.dismissed()
      return destroy()
    }
    const focused = shadow.activeElement
    draw()
    if (focused) enter()
    if (step === 'following') recorder.answered(conversation.score)
    if (step === 'thanking') {
      recorder.completed(draft)
      announce(wording.thanks)
      closeWhenRead(root, later, () => move('close'))
    }
  }

  root.onpointerdown = (event) => {
    touching = event.pointerType === 'touch'
  }
  const press = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    const inside = event.currentTarget === root
    const plain = !(ctrlKey || metaKey || altKey || shiftKey)
    if (inside) {
      touching = false
      // Outside of the shadow root a key seems to come from no text box, and
      // the page would take what is typed for its shortcuts.
      event.stopPropagation()
    }
    if (event.defaultPrevented) return
    // F6 moves between the panes of a window, in browsers too, and is no page's
    // letter nor a screen reader's command.
    if (plain && key === 'F6') inside ? leave() : enter()
    else if (plain && key === 'Escape' && (inside || document.activeElement === document.body)) move('close')
    else if (inside && (ctrlKey || metaKey) && key === 'Enter') move('complete')
    else if (!(inside && plain && choose(key))) return
    event.preventDefault()
  }
  root.onkeydown = press
  root.onkeyup = root.onkeypress = (event) => event.stopPropagation()
  root.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement && !root.contains(relatedTarget)) cameFrom = relatedTarget
  })
  draw()
  document.documentElement.append(host)

  return {
    reveal() {
      const { signal } = ending
      host.setAttribute('open', '')
      announce(texts.appeared(wording.question))
      onKeyboardHeight((px) => host.style.setProperty('--pulso-lift', `${px}px`), signal)
      addEventListener('keydown', press, { signal })
    },
    destroy,
  }
}
