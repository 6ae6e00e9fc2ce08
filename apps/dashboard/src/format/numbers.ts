import type { Score } from '@pulso/protocol/types'

/** Making one costs a hundred times more than using it, and a map of two hundred touchpoints writes thousands of numbers. */
const formats = new Map<string, Intl.NumberFormat>()

function toFormat(locale: string, style: 'count' | 'share' | 'signed'): Intl.NumberFormat {
  const key = `${locale} ${style}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, STYLES[style])
  formats.set(key, made)
  return made
}

const STYLES = {
  count: {},
  share: { style: 'percent', maximumFractionDigits: 0 },
  signed: { maximumFractionDigits: 0, signDisplay: 'exceptZero' },
} as const satisfies Record<string, Intl.NumberFormatOptions>

/** A plain count: `12,408`, `12.408`. */
export function toCountText(count: number, locale: string): string {
  return toFormat(locale, 'count').format(count)
}

/** A share from 0 to 1 as a whole percentage: `87%`, `87 %`. */
export function toShareText(share: number, locale: string): string {
  return withRealMinus(toFormat(locale, 'share').format(share))
}

/** How sure something is, from 0 to 1: `97%`, and never a false 100%: `>99%`. */
export function toSureText(probability: number, locale: string): string {
  const most = 0.99
  return probability > most ? `>${toShareText(most, locale)}` : toShareText(probability, locale)
}

/** A score in its unit, whole: `+42`, `−17`, `0` for NPS; `87%` for shares. Null stays null: no answers is not zero. */
export function toScoreText(value: number | null, unit: Score['unit'], locale: string): string | null {
  if (value === null) return null
  if (unit === 'percent') return toShareText(value / 100, locale)
  return withRealMinus(toFormat(locale, 'signed').format(value))
}

/** A value with its interval, in its unit; null without answers. */
export type Estimate = Pick<Score, 'unit' | 'value' | 'low' | 'high' | 'enoughData'>

/** How sure a value is, written as what it is: as far to either side, or from one end to the other. */
export type Certainty = { is: 'margin'; text: string } | { is: 'interval'; text: string; low: string; high: string }

/** Rounded, the two sides of an interval that has its value in the middle may be this far apart. */
const ROUNDING = 1

/**
 * A value may stand with a ± only when the interval lies about it evenly and
 * there are enough answers; else "+100 ±74" would promise what the interval,
 * −48 to +100, denies. `±6`; under half a point `±<1`, never a false ±0; else
 * `−48 … +100`, `61–75%`. Null without answers.
 */
export function toCertainty({ unit, value, low, high, enoughData }: Estimate, locale: string): Certainty | null {
  if (value === null || low === null || high === null) return null
  const isEven = Math.abs(Math.round(value - low) - Math.round(high - value)) <= ROUNDING
  if (isEven && enoughData) {
    const margin = (high - low) / 2
    const whole = Math.round(margin)
    return { is: 'margin', text: whole === 0 && margin > 0 ? '±<1' : `±${toCountText(whole, locale)}` }
  }
  const [lowest = '', highest = ''] = [low, high].map((end) => toScoreText(end, unit, locale) ?? '')
  const text = unit === 'points' ? `${lowest} … ${highest}` : `${toCountText(Math.round(low), locale)}–${highest}`
  return { is: 'interval', text, low: lowest, high: highest }
}

/** `Intl` writes a hyphen before negative numbers in both languages; a minus is as wide as a plus. */
function withRealMinus(text: string): string {
  return text.replace('-', '−')
}
