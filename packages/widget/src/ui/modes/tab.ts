import type { ModeModule } from '../../core/parts.ts'
import { css } from './tab.css'

/** What a visitor may want to reach, so that it must not be covered. */
const CONTROLS =
  'a[href],button,input,select,textarea,summary,label,[role=button],[role=link],[tabindex]:not([tabindex="-1"]),[onclick],video,iframe'
/** Heights of the edge to try, in percent, the best one first. */
const HEIGHTS = [50, 35, 65, 20, 80]

/**
 * A button at the side of the page that opens the card. It looks what lies
 * beneath it: over one of the page's own controls it moves along the edge, and
 * where there is no free place it steps aside until there is one.
 */
const mount: ModeModule['mount'] = ({ host, root, shadow, texts, enter, opened }) => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'tab'
  button.part.add('tab')
  button.textContent = texts.tab
  button.setAttribute('aria-expanded', 'false')
  shadow.prepend(button)
  root.hidden = true
  const ending = new AbortController()
  let frame = 0

  const isFree = () => {
    const { left, right, top, bottom } = button.getBoundingClientRect()
    const points = [left + 2, right - 2].flatMap((x) => [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y] as const))
    return points.every(([x, y]) => document.elementsFromPoint(x, y).every((element) => element === host || !element.closest(CONTROLS)))
  }
  const place = () => {
    const found = HEIGHTS.some((height) => {
      button.style.setProperty('top', `${height}%`)
      return isFree()
    })
    button.classList.toggle('aside', !found)
  }
  const settle = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(place)
  }
  const toggle = (isOpen: boolean) => {
    root.hidden = !isOpen
    button.hidden = isOpen
    button.setAttribute('aria-expanded', `${isOpen}`)
  }
  button.onclick = () => {
    toggle(true)
    opened()
    enter()
  }
  return {
    attach: () => document.documentElement.append(host),
    reveal() {
      host.setAttribute('open', '')
      for (const event of ['scroll', 'resize', 'load'])
        addEventListener(event, settle, { passive: true, capture: true, signal: ending.signal })
      place()
    },
    detach() {
      ending.abort()
      cancelAnimationFrame(frame)
      host.remove()
    },
    fold() {
      toggle(false)
      button.focus()
      settle()
    },
  }
}

export { css, mount }
