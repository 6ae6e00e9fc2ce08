import type { Look } from '@pulso/protocol/types'
import { type Colour, keepContrast, parseColour, toContrast, toCss } from './contrast.ts'
import { css } from './look.css'

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what must be seen to be used. */
const TEXT = 4.5
const CONTROL = 3

const LIGHT = { paper: '#ffffff', ink: '#1c1a25', accent: '#4b3fd0' }
const DARK = { paper: '#1e1d27', ink: '#f2f1f8', accent: '#aea6ff' }
const WHITE: Colour = [255, 255, 255]
const BLACK: Colour = [22, 20, 31]

const NAMES = { paper: 'paper', ink: 'ink', accent: 'accent', onAccent: 'on-accent' } as const

/**
 * The card's colours for a wished look, over the page's own `--pulso-…`: each as
 * wished, if it can be read, else moved as little in lightness as it takes.
 */
function toProperties(look: Look, host: HTMLElement): Record<string, string> {
  const page = getComputedStyle(host)
  const wish = (name: keyof typeof NAMES) => parseColour(look[name] ?? page.getPropertyValue(`--pulso-${NAMES[name]}`), host)
  const defaults = host.hasAttribute('dark') ? DARK : LIGHT
  const paper = wish('paper') ?? (parseColour(defaults.paper, host) as Colour)
  const base = (name: 'ink' | 'accent') => wish(name) ?? (parseColour(defaults[name], host) as Colour)
  const ink = keepContrast(base('ink'), paper, TEXT)
  const accent = keepContrast(base('accent'), paper, CONTROL)
  const wished = wish('onAccent')
  const readable = toContrast(WHITE, accent) >= toContrast(BLACK, accent) ? WHITE : BLACK
  const onAccent = keepContrast(wished ?? readable, accent, TEXT)
  const mix = (share: number) => ink.map((part, index) => part * share + (paper[index] ?? 0) * (1 - share)) as unknown as Colour
  return {
    '--paper': toCss(paper),
    '--ink': toCss(ink),
    '--accent': toCss(accent),
    // A middle tone can carry neither black nor white well enough: then the accent itself gives way.
    '--on-accent': toCss(onAccent),
    '--soft': toCss(keepContrast(mix(0.72), paper, TEXT)),
    '--line': toCss(keepContrast(mix(0.5), paper, CONTROL)),
    '--tint': toCss(mix(0.06)),
    ...(look.radius !== undefined && { '--radius': `${look.radius}px` }),
    ...(look.font && { '--font': look.font === 'inherit' ? getComputedStyle(document.body).fontFamily : look.font }),
    ...(look.density && { '--dense': look.density === 'compact' ? '0.6' : '1' }),
  }
}

export { css, toProperties }
