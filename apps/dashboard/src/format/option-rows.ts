import { OTHER_OPTION_PLACE } from '@pulso/protocol/constants'
import type { LocalizedText, Score } from '@pulso/protocol/types'

/** An option of a choice: its name where the prompt still knows it, and the share of the people who chose it. */
export type OptionRow = { place: number; name: LocalizedText | null; isOther: boolean; count: number; share: number }

/** The options of a choice in their places: those it has, and those that were chosen although it has them no more. */
export function toOptionRows({ distribution, options = [], n }: Score): OptionRow[] {
  return distribution
    .map((count, place) => ({
      place,
      name: options[place]?.name ?? null,
      isOther: place === OTHER_OPTION_PLACE,
      count,
      share: n === 0 ? 0 : count / n,
    }))
    .filter(({ name, count }) => name !== null || count > 0)
}
