import type { ColourChange, Look } from '@pulso/protocol/types'
import { DARK, LIGHT } from '../ui/base-colours.ts'
import { type Colour, toContrast } from '../ui/contrast.ts'
import { CONTROL, TEXT, toTokens } from '../ui/to-tokens.ts'

const toColour = (hex: string | undefined): Colour | undefined => {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex ?? '')
  return digits ? ([1, 2, 3].map((place) => Number.parseInt(digits[place] ?? '', 16)) as unknown as Colour) : undefined
}
const toHex = (colour: Colour) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`

/** The wished colours that the card will not take as they are, in light and in dark: those of the same sums that the card does. */
export function findColourChanges({ theme = 'auto', ...look }: Look): ColourChange[] {
  return (['light', 'dark'] as const).flatMap((side) => {
    if (theme !== 'auto' && theme !== side) return []
    const [paper, ink, accent] = side === 'dark' ? DARK : LIGHT
    const wishes = { paper: toColour(look.paper) ?? paper, ink: toColour(look.ink) ?? ink, accent: toColour(look.accent) ?? accent }
    const tokens = toTokens({ ...wishes, onAccent: toColour(look.onAccent) })
    const compare = (colour: ColourChange['colour'], wished: Colour | undefined, used: Colour, ground: Colour, needed: number) => {
      if (!wished || toHex(wished) === toHex(used)) return []
      return [
        { theme: side, colour, wished: toHex(wished), used: toHex(used), ground: toHex(ground), ratio: toContrast(wished, ground), needed },
      ]
    }
    return [
      ...compare('ink', toColour(look.ink), tokens.ink, tokens.paper, TEXT),
      ...compare('accent', toColour(look.accent), tokens.accent, tokens.paper, CONTROL),
      ...compare('onAccent', toColour(look.onAccent), tokens['on-accent'], tokens.accent, TEXT),
    ]
  })
}
