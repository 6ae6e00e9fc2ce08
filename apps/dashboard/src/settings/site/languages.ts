/** The languages that prompts can be asked in without a word being written, as pickers show them. A test holds them to the protocol, whose list would bring its texts along. */
export const OFFERED_LANGUAGES = ['en', 'es', 'es-419', 'ca', 'pt-BR', 'fr', 'de', 'it', 'nl', 'ja', 'zh-Hans', 'ar'] as const

/** A language by its name, in the language of the reader. */
export function toLanguageName(tag: string, locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
