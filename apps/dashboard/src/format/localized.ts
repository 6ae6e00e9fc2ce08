import type { LocalizedText } from '@pulso/protocol/types'
import type { Language } from '../preferences.ts'

/** A name as the team wrote it for this reader: their language, a regional form of it, or the first one written. */
export function toLocalized(texts: LocalizedText, language: Language): string {
  const regional = Object.keys(texts).find((locale) => locale.startsWith(`${language}-`))
  return texts[language] ?? (regional && texts[regional]) ?? Object.values(texts)[0] ?? ''
}

/** A language by its own name for the reader: `es` is Spanish, español. */
export function toLanguageName(locale: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(locale) ?? locale
  } catch {
    return locale
  }
}
