type Colour = readonly [red: number, green: number, blue: number]

/** `#4b3fd0` as three numbers; null for what is no such colour. */
export function parseColour(text: string): Colour | null {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  return found ? ([1, 2, 3].map((part) => Number.parseInt(found[part] ?? '', 16)) as unknown as Colour) : null
}

/** How far two colours are apart, from 1 to 21: WCAG 2.2, "contrast ratio". */
export function toContrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [toLuminance(one), toLuminance(other)].sort((left, right) => left - right)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, "relative luminance". */
function toLuminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Black or white, whichever can be read better on a colour. */
export function toInkOn(colour: Colour): '#000000' | '#ffffff' {
  return toContrast(colour, [0, 0, 0]) > toContrast(colour, [255, 255, 255]) ? '#000000' : '#ffffff'
}

/** In words: 4.5 is what text needs, 3 what a control's edge does (WCAG 2.2, 1.4.3 and 1.4.11). */
export function toContrastVerdict(ratio: number): 'good' | 'edges-only' | 'too-low' {
  if (ratio >= 4.5) return 'good'
  return ratio >= 3 ? 'edges-only' : 'too-low'
}
