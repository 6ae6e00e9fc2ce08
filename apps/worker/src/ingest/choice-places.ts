import { OTHER_OPTION, OTHER_OPTION_PLACE } from '@pulso/protocol'
import type { StoredSite } from '../sites/site-store.ts'
import { toOptionKeys } from '../sites/to-next-prompts.ts'

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
function toChoiceKeys(options: OptionKeys, bits: number): string[] | null {
  if (bits === 0) return null
  const keys = options.filter((_, place) => (bits >> place) & 1)
  return (bits >> OTHER_OPTION_PLACE) & 1 ? [...keys, OTHER_OPTION] : keys
}

/** The same for a stored response of a site, whether its prompt is live or retired; null when the prompt is gone. */
export function toChosenKeys(site: StoredSite, promptId: string, choices: number): string[] | null {
  const prompt = site.prompts.find(({ id }) => id === promptId) ?? site.retiredPrompts[promptId]
  return prompt ? toChoiceKeys(toOptionKeys(prompt), choices) : null
}
