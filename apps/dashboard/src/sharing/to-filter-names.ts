import type { LocalizedText, ShareFilter, ShareRange } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import { toRangeText } from '../format/times.ts'
import type { Language } from '../preferences.ts'
import type { SharingWords } from './words.ts'

type Named = { key: string; name: LocalizedText }

/** What of a site is named in a filter: of the site itself, or of what a link shows of it. */
export type NamedPlaces = { stages: readonly Named[]; touchpoints: readonly Named[] }

/** What a link is narrowed to, a text per kind of filter: "Purchase, Use"; "Customers". None: everything. */
export function toFilterNames(filter: ShareFilter, places: NamedPlaces, words: SharingWords, language: Language): string[] {
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const nameOf = (named: readonly Named[]) => (key: string) => {
    const found = named.find((one) => one.key === key)
    return found ? toLocalized(found.name, language) : key
  }
  const names: (readonly string[] | undefined)[] = [
    filter.stage?.map(nameOf(places.stages)),
    filter.touchpoint?.map(nameOf(places.touchpoints)),
    filter.audience?.map((audience) => words.shares.audiences[audience]),
    filter.channel?.map((channel) => words.shares.channels[channel]),
    filter.segment?.map((segment) => (segment === 'other' ? words.shares.otherSegment : segment)),
    filter.prompt,
    filter.kind,
  ]
  return names.flatMap((some) => (some === undefined ? [] : [list.format(some)]))
}

export function toRangeName(range: ShareRange, words: SharingWords, locale: string): string {
  return 'days' in range ? words.shares.lastDays(range.days) : toRangeText(range, locale)
}
