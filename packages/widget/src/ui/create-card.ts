import { h, render } from 'preact'
import type { Card, CardOptions, KindModule, LazyKind, ModeModule, ModeMount } from '../core/parts.ts'
import { css } from './card.css'
import { CardView } from './card-view.tsx'
import { chooseByKeys } from './choose-by-keys.ts'
import { closeWhenRead } from './close-when-read.ts'
import { isRightToLeft } from './is-right-to-left.ts'
import { onKeyboardHeight } from './keyboard-height.ts'
import type { Later } from './later.ts'

/** How long the live region stands empty before it speaks: one that is filled at birth stays silent. */
const ANNOUNCE_AFTER_MS = 150
/** A finger that was on its way to something else when the card appeared under it has chosen nothing. */
const ACCIDENT_MS = 300

/**
 * A prompt as a card in a shadow root at the end of the page. It is complete
 * and laid out, but invisible, until `reveal`. Only DOM calls and adopted style
 * sheets are used, so no content security policy and no style of the page can
 * get in its way.
 */
export async function createCard(options: CardOptions): Promise<Card> {
  const { prompt, wording, texts, locale, conversation, place, look, load, onClosed, onOpened } = options
  const { mode } = place
  const page = getComputedStyle(document.documentElement)
  const isWished = Object.keys(look)[0] || ['accent', 'on-accent', 'paper', 'ink'].some((name) => page.getPropertyValue(`--pulso-${name}`))
  const [kind, modal, looks] = await Promise.all([
    /^(nps|csat|ces)$/.test(prompt.kind) ? undefined : (load(`kind-${prompt.kind as LazyKind}`) as Promise<KindModule>),
    mode === 'popover' ? undefined : (load(`mode-${mode}`) as Promise<ModeModule>),
    isWished ? load('look') : undefined,
  ])

  const host = document.createElement('pulso-card')
  host.lang = locale
  host.dir = isRightToLeft(locale) ? 'rtl' : 'ltr'
  host.setAttribute('at', place.position)
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [css, kind?.css, modal?.css, looks?.css].map((text = '') => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  const root = document.createElement('div')
  const status = document.createElement('div')
  status.setAttribute('role', 'status')
  shadow.append(root, status)

  const ending = new AbortController()
  const { signal } = ending
  const timers: ReturnType<Later>[] = []
  const later: Later = (act, delayMs) => {
    const timer = setTimeout(act, delayMs)
    timers.push(timer)
    return timer
  }
  const choose = chooseByKeys(root, host.dir === 'rtl', later)
  let { state } = conversation
  let touching = false
  let revealedAt = Infinity
  let cameFrom: HTMLElement | undefined

  const dark = matchMedia('(prefers-color-scheme:dark)')
  const shade = () => {
    host.toggleAttribute('dark', look.theme === 'dark' || (look.theme !== 'light' && dark.matches))
    // Whatever colours were wished for, on paper that may have turned.
    for (const [name, value] of Object.entries(looks?.toProperties(look, host) ?? {})) host.style.setProperty(name, value)
  }
  dark.addEventListener('change', shade, { signal })

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
  const close = () => {
    if (mount.fold && conversation.state.step === 'asking') mount.fold()
    else conversation.close()
  }
  const draw = () =>
    render(
      h(CardView, {
        prompt,
        wording,
        texts,
        locale,
        conversation,
        kind,
        role: mode === 'modal' ? 'group' : mode === 'inline' ? 'region' : 'dialog',
        onClose: mode === 'inline' ? undefined : close,
      }),
      root,
    )
  const mount: ModeMount = modal?.mount({
    host,
    root,
    shadow,
    prompt,
    texts,
    container: place.container,
    close,
    enter,
    opened: onOpened,
  }) ?? {
    attach: () => document.documentElement.append(host),
    reveal: () => host.setAttribute('open', ''),
    detach: () => host.remove(),
  }
  const destroy = () => {
    if (signal.aborted) return
    ending.abort()
    stopListening()
    timers.forEach(clearTimeout)
    if (shadow.activeElement) leave()
    render(null, root)
    mount.detach()
    onClosed()
  }
  const stopListening = conversation.subscribe(() => {
    const before = state
    state = conversation.state
    const { step } = state
    if (step === 'over') return destroy()
    const focused = shadow.activeElement
    // While somebody types there is nothing to draw.
    if (step !== before.step || state.choices !== before.choices || state.score !== before.score) draw()
    if (step === before.step) return
    if (focused) enter()
    if (step === 'thanking') {
      announce(wording.thanks)
      if (mode !== 'inline' && !prompt.links?.[state.band]) closeWhenRead(root, later, close)
    }
  })

  root.onpointerdown = (event) => {
    touching = event.pointerType === 'touch'
  }
  root.addEventListener(
    'click',
    (event) => {
      if (touching && performance.now() - revealedAt < ACCIDENT_MS) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    true,
  )
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
    else if (plain && key === 'Escape' && mode !== 'inline' && (inside || document.activeElement === document.body)) close()
    else if (inside && (ctrlKey || metaKey) && key === 'Enter') conversation.next()
    else if (!(inside && plain && choose(key))) return
    event.preventDefault()
  }
  root.onkeydown = press
  root.onkeyup = root.onkeypress = (event) => event.stopPropagation()
  root.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement && !root.contains(relatedTarget)) cameFrom = relatedTarget
  })
  draw()
  mount.attach()
  shade()

  return {
    reveal() {
      revealedAt = performance.now()
      mount.reveal()
      if (mode !== 'tab') announce(texts.appeared.replace('{question}', () => wording.question))
      onKeyboardHeight((px) => host.style.setProperty('--pulso-lift', `${px}px`), signal)
      addEventListener('keydown', press, { signal })
      // What the visitor works with is never beneath the card (WCAG 2.2, 2.4.11): the card goes to the other edge.
      document.addEventListener(
        'focusin',
        ({ target }) => {
          if (target === host || mode === 'inline' || mode === 'modal') return
          const card = root.getBoundingClientRect()
          const { top, bottom, left, right } = (target as Element).getBoundingClientRect()
          if (top < card.bottom && bottom > card.top && left < card.right && right > card.left) {
            const at = host.getAttribute('at') ?? ''
            host.setAttribute('at', at.replace(/^\w+/, /^top/.test(at) ? 'bottom' : 'top'))
          }
        },
        { signal },
      )
    },
    destroy,
  }
}
