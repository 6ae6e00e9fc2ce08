/** Red, green and blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

const toLinear = (part: number) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4)
const toGamma = (part: number) => 255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055)

/** Relative luminance, WCAG 2.2. */
const toLuminance = ([red, green, blue]: Colour) => 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue)

/** Contrast ratio of two colours, WCAG 2.2: from 1 to 21, in either order. */
export function toContrast(one: Colour, other: Colour): number {
  const [first, second] = [toLuminance(one) + 0.05, toLuminance(other) + 0.05]
  return Math.max(first / second, second / first)
}

/** OKLab and back: B. Ottosson (2020), "A perceptual color space for image processing". */
function toLab([red, green, blue]: Colour): [number, number, number] {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
function toColour(lightness: number, a: number, b: number): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (part: number) => Math.round(Math.min(255, Math.max(0, toGamma(part))))
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

/**
 * The colour itself, if it stands out from the ground by `ratio`; else the one of
 * its hue that does with the least change of lightness. Lightness goes as far as
 * black and white, of which one always reaches 4.5.
 */
export function keepContrast(colour: Colour, ground: Colour, ratio: number): Colour {
  if (toContrast(colour, ground) >= ratio) return colour
  const [lightness, a, b] = toLab(colour)
  for (let step = 1; step < 100; step++) {
    for (const tried of [lightness + step / 100, lightness - step / 100]) {
      // Near black and white less and less of a colour is left.
      const share = Math.min(1, Math.max(0, 8 * Math.min(tried, 1 - tried)))
      const candidate = toColour(Math.min(1, Math.max(0, tried)), a * share, b * share)
      if (toContrast(candidate, ground) >= ratio) return candidate
    }
  }
  return toContrast([0, 0, 0], ground) > ratio ? [0, 0, 0] : [255, 255, 255]
}

/** `share` of one colour over the other. */
export function mix(one: Colour, other: Colour, share: number): Colour {
  return one.map((part, index) => Math.round(part * share + (other[index] ?? 0) * (1 - share))) as unknown as Colour
}
