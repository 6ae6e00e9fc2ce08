/** A text as it is searched: without case and accents, so that "pago lento" finds "¡Págo LENTO!". */
function toSearchable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** Whether each word of a search is somewhere in these texts. A word may be a part of one: "entreg" finds "entregaron". */
export function isFoundIn(texts: readonly (string | null)[], words: readonly string[]): boolean {
  const searchable = toSearchable(texts.filter((text) => text !== null).join('\n'))
  return words.every((word) => searchable.includes(word))
}

/** The words of a search, as `isFoundIn` wants them. */
export function toSearchWords(query: string): string[] {
  return toSearchable(query)
    .split(/\s+/u)
    .filter((word) => word !== '')
}
