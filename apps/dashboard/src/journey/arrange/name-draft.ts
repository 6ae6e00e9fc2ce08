import type { LocalizedText } from '@pulso/protocol/types'
import { LANGUAGES } from '../../preferences.ts'

/** A name while it is written: a text per language, some of them empty. */
export type NameDraft = Record<string, string>

/** A field for each language that the dashboard speaks, and for each that the name has already. */
export function toNameDraft(name: LocalizedText): NameDraft {
  return { ...Object.fromEntries(LANGUAGES.map((language) => [language, ''])), ...name }
}

/** The name without what is empty; null when nothing is left. */
export function toName(draft: NameDraft): LocalizedText | null {
  const written = Object.entries(draft).flatMap(([locale, text]) => (text.trim() === '' ? [] : [[locale, text.trim()] as const]))
  return written.length === 0 ? null : Object.fromEntries(written)
}
