import type { Colour } from './contrast.ts'

type Base = readonly [paper: Colour, ink: Colour, accent: Colour]

/** What card.css has, light and dark. */
export const LIGHT: Base = [
  [255, 255, 255],
  [28, 26, 37],
  [75, 63, 208],
]
export const DARK: Base = [
  [30, 29, 39],
  [242, 241, 248],
  [174, 166, 255],
]
