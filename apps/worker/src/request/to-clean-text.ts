/** Control characters (C0, DEL, C1) other than the line break and the tab. */
const CONTROLS = /[^\P{Cc}\n\t]/gu

/**
 * Text that SQLite, a terminal and a screen can hold: lone surrogates become
 * U+FFFD, every kind of line break becomes `\n`, other control characters go.
 */
export function toCleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '')
}
