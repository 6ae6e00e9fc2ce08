/** Words that stand for a thumb in exports. */
const THUMBS: Record<string, number> = {
  up: 1,
  thumbsup: 1,
  thumbup: 1,
  yes: 1,
  true: 1,
  down: 0,
  thumbsdown: 0,
  thumbdown: 0,
  no: 0,
  false: 0,
}

/** The score in a cell: a whole number, also with the decimals that a spreadsheet gives it, or the word for a thumb. Null when it is none. */
export function parseScore(text: string): number | null {
  const trimmed = text.trim()
  if (/^\d{1,3}([.,]0+)?$/.test(trimmed)) return Math.trunc(Number(trimmed.replace(',', '.')))
  return THUMBS[trimmed.toLowerCase().replace(/[^a-z]/g, '')] ?? null
}
