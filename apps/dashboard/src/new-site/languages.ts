/** The languages that Pulso's own texts are written in, as the protocol names them: a test holds the two together. */
export const SPOKEN_LOCALES = ['en', 'es', 'es-419', 'pt-BR', 'fr', 'de', 'it', 'nl', 'ca', 'ja', 'zh-Hans', 'ar'] as const

/** Where the Spanish of a browser is that of the Americas. */
const EUROPEAN_SPANISH = /^es(-ES)?$/i

/** The language a business most likely speaks with its visitors, by what its browser asks for. */
export function toLikelyLocale(asked: readonly string[]): string {
  for (const tag of asked) {
    const [base = ''] = tag.toLowerCase().split('-')
    if (base === 'es') return EUROPEAN_SPANISH.test(tag) ? 'es' : 'es-419'
    const spoken = SPOKEN_LOCALES.find((locale) => locale.toLowerCase() === tag.toLowerCase() || locale.split('-')[0] === base)
    if (spoken) return spoken
  }
  return 'en'
}

/** The time zone of this browser; UTC where it does not say. */
export function toLikelyTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}

/** Every time zone to choose from, the likely one among them whatever it is called. */
export function toTimeZones(likely: string): string[] {
  return [...new Set([likely, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}
