import type { SeriesInterval } from '@pulso/protocol/types'
import { toDayText, toRangeText } from '../format/times.ts'
import type { ChartStep } from './chart-steps.ts'

type Step = Pick<ChartStep, 'from' | 'to' | 'start'>

/** When a step was, in full: `12 November 2026, 14:00`, `Thu, 12 Nov 2026`, `9 – 15 Nov 2026`, `November 2026`. */
export function toStepText({ from, to, start }: Step, interval: SeriesInterval, locale: string, timeZone: string): string {
  if (interval === 'hour') {
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', timeZone }).format(start)
  }
  if (interval === 'day' || from === to) {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    return format.format(Date.parse(from))
  }
  return toRangeText({ from, to }, locale)
}

/** The same in the few letters that an axis has room for. */
export function toStepLabel({ from, start }: Step, interval: SeriesInterval, locale: string, timeZone: string): string {
  if (interval === 'hour') {
    return new Intl.DateTimeFormat(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone }).format(start)
  }
  if (interval === 'month') {
    return new Intl.DateTimeFormat(locale, { month: 'short', year: '2-digit', timeZone: 'UTC' }).format(Date.parse(from))
  }
  return toDayText(from, locale)
}
