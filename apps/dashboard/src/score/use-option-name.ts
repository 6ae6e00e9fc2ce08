import { toLocalized } from '../format/localized.ts'
import { toCountText } from '../format/numbers.ts'
import type { OptionRow } from '../format/option-rows.ts'
import { useSpeech } from '../words/speech.tsx'

/** How an option is called: as the team named it, else by its place. */
export function useOptionName(): (row: OptionRow) => string {
  const { words, language, locale } = useSpeech()
  return ({ name, isOther, place }) => {
    if (name !== null) return toLocalized(name, language)
    return isOther ? words.options.other : words.options.nameless(toCountText(place + 1, locale))
  }
}
