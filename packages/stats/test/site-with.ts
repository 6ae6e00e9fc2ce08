import type { Site } from '@pulso/protocol'

/** The same text in both languages. */
export const both = (text: string) => ({ en: text, es: text })

/** A site of which only the journey matters. */
export function siteWith(journey: Pick<Site, 'stages' | 'touchpoints'>, changes: Partial<Site> = {}): Site {
  return {
    id: 'shop',
    name: 'Shop',
    siteKey: 'pk_shop',
    timeZone: 'Europe/Madrid',
    defaultLocale: 'es',
    origins: [],
    segments: [],
    locales: ['en', 'es'],
    tone: 'informal',
    consent: 'not-required',
    respondents: 'any',
    networkAnswersPerHour: 50,
    prompts: [],
    demoResponses: 0,
    ...journey,
    ...changes,
  }
}
