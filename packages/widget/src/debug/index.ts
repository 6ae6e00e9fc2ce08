import type { SitePrompts } from '@pulso/protocol/types'
import type { Pulso } from '../pulso.ts'
import { css } from './debug.css'

const EVENTS = ['shown', 'answered', 'completed', 'dismissed', 'error'] as const

/** A panel for whoever installs Pulso: what would happen at every touchpoint now, and what has happened. */
export function start(pulso: Pulso, site: SitePrompts, signal: AbortSignal): void {
  const host = document.createElement('pulso-debug')
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = [sheet]
  const panel = document.createElement('section')
  panel.setAttribute('aria-label', 'Pulso')
  const make = (name: string, text: string, parent: Element = panel) => {
    const element = document.createElement(name)
    element.textContent = text
    parent.append(element)
    return element
  }
  make('h1', `Pulso ${pulso.version}, ${site.siteKey}`)
  const close = make('button', '×')
  close.setAttribute('aria-label', 'Close')
  const table = make('table', '')
  const log = make('ol', '')
  shadow.append(panel)

  const touchpoints = [...new Set(site.prompts.flatMap((prompt) => prompt.touchpoints))]
  const draw = () => {
    table.textContent = ''
    for (const touchpoint of touchpoints) {
      for (const { prompt, reason } of pulso.explain(touchpoint)) {
        const row = make('tr', '', table)
        for (const text of [touchpoint, prompt ?? '', reason]) make('td', text, row)
        row.className = reason
      }
    }
    if (!touchpoints[0]) make('caption', 'This site asks nothing yet.', table)
  }
  const stops = EVENTS.map((name) =>
    pulso.on(name, (detail) => {
      draw()
      make('li', `${name} ${'message' in detail ? detail.message : `${detail.prompt} @ ${detail.touchpoint}`}`, log)
    }),
  )
  // What holds a prompt back also changes with time and place: looked up whenever somebody does something.
  const own = new AbortController()
  for (const event of ['pointerdown', 'keydown', 'scroll', 'popstate']) addEventListener(event, draw, { passive: true, signal: own.signal })
  const end = () => {
    own.abort()
    for (const stop of stops) stop()
    host.remove()
  }
  close.onclick = end
  signal.addEventListener('abort', end, { once: true, signal: own.signal })
  draw()
  document.documentElement.append(host)
}
