/**
 * What makes a spreadsheet read a cell as a formula: = + - @ (also in their full
 * width), at its start or behind white space and quotes, and a TAB, CR or LF at
 * the start (OWASP, "CSV injection"). Within a cell the same behind ; CR LF:
 * where the list separator is a semicolon, as in Spanish, a spreadsheet that is
 * given commas takes those for the ends of cells, quotes or not.
 */
const AT_START = /^(?=[\t\r\n]|[\s"'`\u00a0\ufeff]*[=+\-@＝＋－＠])/u
const BEHIND_SEPARATOR = /([;\r\n])(?=[ \u00a0"'`]*[=+\-@＝＋－＠])/gu
const NUMBER = /^-?\d+(\.\d+)?$/

export type Cell = string | number | null

/** One record by RFC 4180: cells quoted where they must be, CR LF at the end. An apostrophe keeps a formula text. */
export function toCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(toCell).join()}\r\n`
}

function toCell(cell: Cell): string {
  if (cell === null) return ''
  const text = String(cell)
  const guarded = NUMBER.test(text) ? text : text.replace(BEHIND_SEPARATOR, "$1'").replace(AT_START, "'")
  // Quoted also for the separators of other countries, and where a reader might trim.
  return /[",;\t\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
