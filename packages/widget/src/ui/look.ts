import type { Look } from '@pulso/protocol/types'
import type { LookModule } from '../core/parts.ts'
import { DARK, LIGHT } from './base-colours.ts'
import { readColour } from './read-colour.ts'
import { toTokens } from './to-tokens.ts'

/** The page's own `--pulso-…` come after what the site's look says: the page is nearer. */
const apply: LookModule['apply'] = (look, host, probe, sheet) => {
  const page = getComputedStyle(host)
  const wish = (name: keyof Look, property: string) => readColour(page.getPropertyValue(`--pulso-${property}`) || `${look[name]}`, probe)
  const [paper, ink, accent] = host.hasAttribute('dark') ? DARK : LIGHT
  const colours = toTokens({
    paper: wish('paper', 'paper') ?? paper,
    ink: wish('ink', 'ink') ?? ink,
    accent: wish('accent', 'accent') ?? accent,
    onAccent: wish('onAccent', 'on-accent'),
  })
  // By the rule's own object: a font's name cannot end the rule and begin another.
  sheet.replaceSync(':host([dir]){}')
  const { style } = sheet.cssRules[0] as CSSStyleRule
  const set = (name: string, value: string | false | undefined) => value && style.setProperty(`--pu-${name}`, value, 'important')
  for (const [name, colour] of Object.entries(colours)) set(name, `rgb(${colour.join(' ')})`)
  const { radius, font, density } = look
  set('radius', radius !== undefined && `var(--pulso-radius,${radius}px)`)
  const family = font === 'inherit' ? getComputedStyle(host.parentElement ?? host).fontFamily : font
  set('font', family && `var(--pulso-font,${family})`)
  set('dense', density === 'compact' && '.6')
}

export { apply }
