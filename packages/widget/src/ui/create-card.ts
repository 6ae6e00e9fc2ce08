import type { Card, CardOptions, KindModule, LazyKind, ModeModule } from '../core/parts.ts'
import { css } from './card.css'
import { drawStep } from './card-view.ts'
import { chooseByKeys } from './choose-by-keys.ts'
import { closeWhenRead } from './close-when-read.ts'
import { fill, h } from './create-element.ts'
import { isRightToLeft } from './is-right-to-left.ts'
import { keepFocusSeen } from './keep-focus-seen.ts'
import { onKeyboardHeight } from './keyboard-height.ts'
import type { Later } from './later.ts'
import { numbers } from './numbers.ts'

/** How long the live region stands empty before it speaks: one that is filled at birth stays silent. */
const ANNOUNCE_AFTER_MS = 150
/** By then the card's first frame has been drawn, which must not wait for what coming to life costs. */
const FIRST_FRAME_MS = 50

/** A finger that was on its way to something else when the card appeared under it has chosen nothing. */
const ACCIDENT_MS = 300
/** The second half of a double click meant the step before, not what has just been drawn in its place. */
const DOUBLE_CLICK_MS = 500

const toSheet = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/** Read when this part arrives, so that no card's first paint waits for it, and once for all cards of the page. */
const COMMON = toSheet(css)

/**
 * A prompt as a card in a shadow root at the end of the page. It is complete
 * and laid out, but invisible, until `reveal`. Only DOM calls and adopted style
 * sheets are used, so no content security policy and no style of the page can
 * get in its way.
 */
export async function createCard(options: CardOptions): Promise<Card> {
  const { prompt, wording, texts, locale, conversation, place, look, load, onClosed, onOpened } = options
  const { mode } = place
  const parent = place.container ?? document.documentElement
  const page = getComputedStyle(parent)
  const isWished =
    Object.keys(look).some((name) => name !== 'theme') ||
    ['accent', 'on-accent', 'paper', 'ink'].some((name) => page.getPropertyValue('--pulso-' + name))
  const [kind = numbers, modal, looks] = await Promise.all([
    /^(nps|csat|ces)$/.test(prompt.kind) ? undefined : (load(('kind-' + prompt.kind) as `kind-${LazyKind}`) as Promise<KindModule>),
    mode === 'popover' ? undefined : (load(('mode-' + mode) as `mode-${Exclude<typeof mode, 'popover'>}`) as Promise<ModeModule>),
    isWished ? load('look') : undefined,
  ])

  const host = h('pulso-card', { lang: locale, dir: isRightToLeft(locale) ? 'rtl' : 'ltr' }) as HTMLElement
  if (mode === 'popover') host.setAttribute('at', place.position)
  if (mode === 'bar') host.setAttribute('at', 'bottom')
  const shadow = host.attachShadow({ mode: 'open' })
  const own = toSheet(':host{}' + kind.css + (modal?.css ?? ''))
  const colours = toSheet('')
  shadow.adoptedStyleSheets = [COMMON, own, colours]
  const set = (name: string, value: string) => (own.cssRules[0] as CSSStyleRule).style.setProperty(name, value, 'important')
  const status = h('div', { role: 'status' })
  const card = h('div', {
    class: 'card ' + prompt.kind,
    part: 'card',
    // The modal's own element is a dialog already.
    role: mode === 'inline' ? 'region' : mode !== 'modal' && 'dialog',
    'aria-label': mode !== 'modal' && texts.card,
    tabindex: -1,
  })
  const root = h('div', { class: 'root', inert: true, 'aria-hidden': 'true' }, card) as HTMLElement
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
  let step: string | undefined
  let touching = false
  let shownAt = 0
  let drawnAt = 0
  let cameFrom: HTMLElement | undefined

  const dark = matchMedia('(prefers-color-scheme:dark)')
  const shade = () => {
    host.toggleAttribute('dark', look.theme === 'dark' || (look.theme !== 'light' && dark.matches))
    // Whatever colours were wished for, on paper that may have turned.
    looks?.apply(look, host, root, colours)
  }
  dark.addEventListener('change', shade, { signal })

  /** It comes to life: letting go of `inert` costs the style of every element in it. */
  const come = () => {
    root.inert = false
    root.removeAttribute('aria-hidden')
  }
  const enter = () => {
    come()
    // After a tap the text box is not focused: it would pull up the keyboard over the page.
    const control = touching ? null : (root.querySelector(':checked') ?? root.querySelector('input,textarea'))
    ;((control ?? card) as HTMLElement).focus()
  }
  const leave = () => {
    if (cameFrom?.isConnected) cameFrom.focus()
    else (shadow.activeElement as HTMLElement | null)?.blur()
  }
  const announce = (text: string) => {
    later(() => (status.textContent = text), ANNOUNCE_AFTER_MS)
  }
  const close = () => {
    if (mount?.fold && step === 'asking') mount.fold()
    else conversation.close()
  }
  const closer =
    mode !== 'inline' &&
    h(
      'button',
      { type: 'button', class: 'close', part: 'close', 'aria-label': texts.close, click: close },
      // No drawing: the first of a page makes the browser read its style sheet for them, before the first paint.
      '×',
    )
  const mount = modal?.mount?.({
    host,
    root,
    shadow,
    texts,
    container: place.container,
    close,
    opened() {
      drawnAt = shownAt = performance.now()
      enter()
      onOpened()
    },
  })
  const destroy = () => {
    if (signal.aborted) return
    ending.abort()
    stopListening()
    timers.forEach(clearTimeout)
    if (shadow.activeElement) leave()
    mount?.detach?.()
    host.parentNode?.removeChild(host)
    onClosed()
  }
  const draw = () => {
    const { state } = conversation
    // Within a step the controls show by themselves what was done with them.
    if (state.step === step) return
    step = state.step
    if (step === 'over') return destroy()
    drawnAt = performance.now()
    const focused = shadow.activeElement
    card.textContent = ''
    fill(card, [drawStep({ prompt, wording, texts, locale, conversation }, kind), closer])
    if (focused) enter()
    if (step === 'thanking') {
      announce(wording.thanks)
      if (mode !== 'inline' && !prompt.links?.[state.band]) closeWhenRead(root, later, close)
    }
  }
  const stopListening = conversation.subscribe(draw)

  shadow.addEventListener('pointerdown', (event) => (touching = (event as PointerEvent).pointerType === 'touch'))
  shadow.addEventListener(
    'click',
    (event) => {
      const now = performance.now()
      if ((touching && now - shownAt < ACCIDENT_MS) || ((event as MouseEvent).detail > 1 && now - drawnAt < DOUBLE_CLICK_MS)) {
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
    if (event.defaultPrevented || root.hidden) return
    // F6 moves between the panes of a window, in browsers too, and is no page's
    // letter nor a screen reader's command.
    if (plain && key === 'F6') inside && mode !== 'modal' ? leave() : enter()
    else if (plain && key === 'Escape' && closer && (inside || document.activeElement === document.body)) close()
    else if (inside && (ctrlKey || metaKey) && key === 'Enter') conversation.next()
    else if (!(inside && plain && choose(key))) return
    event.preventDefault()
  }
  root.onkeydown = press
  // To the page every place in the card is one unknown element: scripts against copying would keep the mouse from its
  // text box, and a dialog of the page that holds the focus would take it back.
  root.onmousedown = root.onkeyup = root.onkeypress = (event: Event) => event.stopPropagation()
  root.addEventListener('focusin', (event) => {
    const { relatedTarget } = event
    event.stopPropagation()
    if (relatedTarget instanceof HTMLElement && !root.contains(relatedTarget)) cameFrom = relatedTarget
  })
  draw()
  // Read before the card is in the page, which would have to be laid out for the answer.
  const isMoved =
    mode !== 'inline' &&
    /[^noeaut]/.test(page.transform + page.translate + page.scale + page.rotate + page.contain + page.willChange + page.perspective)
  // Neither magnified with the page, nor moved with it: what is transformed carries along what is fixed in it, but not the top layer.
  if (mode !== 'inline') set('zoom', (1 / ((parent as { currentCSSZoom?: number }).currentCSSZoom ?? 1)) as never)
  parent.appendChild(host)
  shade()
  if (isMoved) {
    host.popover = 'manual'
    host.showPopover?.()
  }

  return {
    host,
    reveal() {
      keepFocusSeen(host, root, document.activeElement)
      drawnAt = shownAt = performance.now()
      host.setAttribute('open', '')
      mount?.reveal?.()
      later(() => {
        come()
        onKeyboardHeight((height) => set('--pu-lift', height), signal)
      }, FIRST_FRAME_MS)
      if (mode === 'modal') enter()
      if (mode !== 'tab') announce(texts.appeared.replace('{question}', () => wording.question))
      addEventListener('keydown', press, { signal })
      document.addEventListener('focusin', ({ target }) => keepFocusSeen(host, root, target as Element), { signal })
    },
    destroy,
  }
}
