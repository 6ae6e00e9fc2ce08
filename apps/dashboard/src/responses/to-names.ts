import { OTHER_OPTION, UNMAPPED_TOUCHPOINT } from '@pulso/protocol/constants'
import type { LocalizedText, Site } from '@pulso/protocol/types'
import { toLocalized } from '../format/localized.ts'
import type { Language } from '../preferences.ts'
import type { ResponsesWords } from './words.ts'

/** How the parts of a site are called for this reader. What the site knows no more is called by its key. */
export type Names = {
  timeZone: string
  touchpoint: (key: string) => string
  stage: (key: string) => string
  /** What a prompt asks. */
  prompt: (id: string) => string
  /** An option of a choice. */
  option: (promptId: string, key: string) => string
}

export function toNames(site: Site, language: Language, words: ResponsesWords): Names {
  const toName = (named: readonly { key: string; name: LocalizedText }[], key: string) => {
    const found = named.find((one) => one.key === key)
    return found ? toLocalized(found.name, language) : key
  }
  const findWording = (id: string) => {
    const wording = site.prompts.find((prompt) => prompt.id === id)?.wording
    return wording?.[language] ?? wording?.[site.defaultLocale] ?? Object.values(wording ?? {})[0]
  }
  return {
    timeZone: site.timeZone,
    touchpoint: (key) => (key === UNMAPPED_TOUCHPOINT ? words.filters.unmapped : toName(site.touchpoints, key)),
    stage: (key) => toName(site.stages, key),
    prompt: (id) => findWording(id)?.question ?? id,
    option: (promptId, key) => {
      const wording = findWording(promptId)
      return (key === OTHER_OPTION ? wording?.other : wording?.options[key]) ?? key
    },
  }
}
