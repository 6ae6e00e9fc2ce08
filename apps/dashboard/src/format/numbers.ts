import type { Score } from '@pulso/protocol/types'

/** A plain count: `12,408`, `12.408`. */
export function toCountText(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count)
}

/** A share from 0 to 1 as a whole percentage: `87%`, `87 %`. */
export function toShareText(share: number, locale: string): string {
  return withRealMinus(new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share))
}

/** A score in its unit, whole: `+42`, `−17`, `0` for NPS; `87%` for shares. Null stays null: no answers is not zero. */
export function toScoreText(value: number | null, unit: Score['unit'], locale: string): string | null {
  if (value === null) return null
  if (unit === 'percent') return toShareText(value / 100, locale)
  return withRealMinus(new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value))
}

/** How far the truth may be on either side: `±6`. Under half a point `±<1`, never a false ±0. */
export function toMarginText(margin: number | null, locale: string): string | null {
  if (margin === null) return null
  const whole = Math.round(margin)
  return whole === 0 && margin > 0 ? '±<1' : `±${toCountText(whole, locale)}`
}

/** `Intl` writes a hyphen before negative numbers in both languages; a minus is as wide as a plus. */
function withRealMinus(text: string): string {
  return text.replace('-', '−')
}
