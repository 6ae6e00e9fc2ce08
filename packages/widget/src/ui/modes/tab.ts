import type { ModeModule } from '../../core/parts.ts'
import { hasControlBeneath } from '../has-control-beneath.ts'
import { css } from './tab.css'

/** Heights of the edge to try, in percent, the best one first. */
const HEIGHTS = [50, 40, 60, 30, 70, 20, 80]
/** How long the page must have stood still before the tab looks beneath itself again. */
const STILL_MS = 150

/**
 * A button at the side of the page that opens the card. It looks what lies
 * beneath it: over one of the page's own controls it moves along the edge, and
 * where there is no free place it steps aside until there is one.
 */
const mount: NonNullable<ModeModule['mount']> = ({ host, root, shadow, texts, opened }) => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'tab aside'
  button.part.add('tab')
  button.textContent = texts.tab
  button.ariaExpanded = 'false'
  shadow.prepend(button)
  root.hidden = true
  const ending = new AbortController()
  const { signal } = ending
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = () => {
    if (button.hidden) return
    const isFree = HEIGHTS.some((height) => {
      button.style.top = `${height}%`
      return !hasControlBeneath(button, host)
    })
    // Not while it has the focus, which would be lost.
    button.classList.toggle('aside', !isFree && shadow.activeElement !== button)
  }
  const settleSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(settle, STILL_MS)
  }
  const size = new ResizeObserver(settleSoon)
  const toggle = (isOpen: boolean) => {
    root.hidden = !isOpen
    button.hidden = isOpen
    button.ariaExpanded = `${isOpen}`
  }
  button.onclick = () => {
    toggle(true)
    opened()
  }
  return {
    reveal() {
      for (const event of ['scroll', 'resize', 'load', 'click', 'focusin'])
        addEventListener(event, settleSoon, { passive: true, capture: true, signal })
      // The page grew, or what is on it changed.
      size.observe(document.documentElement)
      settle()
    },
    detach() {
      ending.abort()
      size.disconnect()
      clearTimeout(timer)
    },
    fold() {
      toggle(false)
      button.focus()
      settle()
    },
  }
}

export { css, mount }
