import { OTHER_OPTION, OTHER_OPTION_PLACE } from '@pulso/protocol'

/** The keys of a prompt's options, in the places that they keep for life. */
export type OptionKeys = readonly string[]

/** Chosen options as bits; null when one of them is none of the prompt's. */
export function toChoiceBits(options: OptionKeys, choices: readonly string[]): number | null {
  let bits = 0
  for (const key of choices) {
    const place = key === OTHER_OPTION ? OTHER_OPTION_PLACE : options.indexOf(key)
    if (place < 0) return null
    bits |= 1 << place
  }
  return bits
}

/** The keys of chosen options, in the prompt's order; null when there are none. */
export function toChoiceKeys(options: OptionKeys, bits: number): string[] | null {
  if (bits === 0) return null
  const keys = options.filter((_, place) => (bits >> place) & 1)
  return (bits >> OTHER_OPTION_PLACE) & 1 ? [...keys, OTHER_OPTION] : keys
}
