import type { SiteDefinitionInput } from '@pulso/protocol/types'
import { type Business, STARTERS } from './starters.ts'

export type NewSite = { name: string; origins: string[]; timeZone: string; locale: string; business: Business; siteKey: string }

/** The definition of a site that begins: the journey of such a business, asked about in the language of its visitors. */
export function toNewSite({ name, origins, timeZone, locale, business, siteKey }: NewSite): SiteDefinitionInput {
  const { stages, touchpoints, prompts } = STARTERS[business]
  return {
    name,
    siteKey,
    timeZone,
    defaultLocale: locale,
    locales: [...new Set([locale, 'en', 'es'])],
    origins,
    stages,
    touchpoints,
    // The Spanish of the starters is everybody's; that of the defaults differs by continent.
    prompts: prompts.map((prompt) =>
      locale === 'es-419' ? { ...prompt, wording: { ...prompt.wording, 'es-419': prompt.wording.es } } : prompt,
    ),
  }
}
