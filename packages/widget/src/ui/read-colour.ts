import type { Colour } from './contrast.ts'

/**
 * Any colour that CSS knows, read by the browser itself with the help of an
 * element that is in the page; undefined for what is none. Transparency is ignored.
 */
export function readColour(text: string, probe: HTMLElement): Colour | undefined {
  const { style } = probe
  style.color = text
  if (!style.color) return undefined
  // Mixing makes the browser give sRGB for oklch() and all others; one that cannot mix keeps what it has.
  style.color = `color-mix(in srgb, ${text}, ${text})`
  const computed = getComputedStyle(probe).color
  style.color = ''
  const scale = computed.startsWith('color') ? 255 : 1
  const parts = computed.match(/-?[\d.]+(e-\d+)?|none/g) ?? []
  return [0, 1, 2].map((index) => Math.min(255, Math.max(0, Math.round(Number(parts[index]) * scale || 0)))) as unknown as Colour
}
