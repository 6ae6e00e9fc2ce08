import { toPrompt, type Voice } from './default-wording.ts'
import type { Prompt, PromptDefinition } from './prompt.ts'

type WrittenWording = PromptDefinition['wording'][string]

/**
 * A prompt without the texts that it would have anyway, spoken with this voice.
 * What the API gives out has every default written out: somebody who changes a
 * thing in it and saves it back has not chosen those texts, and they must go on
 * following the site's name, its tone and its languages.
 */
export function dropDefaults(definition: PromptDefinition, voice: Voice): PromptDefinition {
  const whole = toPrompt(definition, voice)
  const text = JSON.stringify(whole)
  // The locales that are served without being written: an absent one, and an empty one, must not change which those are.
  const spoken = { ...voice, locales: Object.keys(whole.wording) }
  let { wording } = definition
  for (const [locale, written] of Object.entries(wording)) {
    const { [locale]: _, ...others } = wording
    const without = toPrompt({ ...definition, wording: others }, spoken)
    const kept = toDifference(written, without.wording[locale])
    const next = { ...wording, [locale]: kept }
    // A language that takes its words from this one may have needed them here.
    if (JSON.stringify(toPrompt({ ...definition, wording: next }, voice)) === text) wording = next
  }
  return { ...definition, wording }
}

/** What of a written wording is not what would be there without it. */
function toDifference(written: WrittenWording, other: Prompt['wording'][string] | undefined): WrittenWording {
  if (!other) return written
  const { options, followUp, links, ...texts } = written
  return {
    ...toOwn(texts, other),
    ...(options && { options: toOwn(options, other.options) }),
    ...(followUp && { followUp: toOwn(followUp, other.followUp) }),
    ...(links && { links: toOwn(links, other.links) }),
  }
}

function toOwn<Texts extends object>(written: Texts, other: object): Texts {
  const others = new Map<string, unknown>(Object.entries(other))
  return Object.fromEntries(Object.entries(written).filter(([name, text]) => others.get(name) !== text)) as Texts
}
