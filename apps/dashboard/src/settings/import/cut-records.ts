/** A piece of a file that begins and ends with whole records. */
export interface RecordsBlock {
  text: string
  /** The line of the file on which it begins; the first is 1. */
  line: number
  /** False when a quote that was opened in it never closes. */
  isWhole: boolean
}

const QUOTE = 34
const LF = 10
const CR = 13
/** A record of more is no answer of anybody but a quote that was never closed. */
const MOST_RECORD_LENGTH = 500_000

/**
 * Cuts a text that comes in pieces where a record ends, so that a parser of whole
 * texts reads a file of any size in slices. Only says where records end (RFC 4180:
 * at a line break outside of quotes); reading them is the parser's.
 */
export function createRecordCutter(delimiter: string) {
  const separator = delimiter.charCodeAt(0)
  let rest = ''
  /** The line on which `rest` begins. */
  let line = 1
  let isQuoted = false
  let isFieldStart = true
  let hasJustClosed = false

  function take(end: number, isWhole: boolean): RecordsBlock {
    const block = { text: rest.slice(0, end), line, isWhole }
    line += countLineBreaks(block.text)
    rest = rest.slice(end)
    return block
  }

  return {
    /** Takes the next piece. @returns the records that are whole by now, all in one; null while there is none */
    push(piece: string): RecordsBlock | null {
      const from = rest.length
      rest += piece
      let end = 0
      for (let place = from; place < rest.length; place += 1) {
        const code = rest.charCodeAt(place)
        if (code === QUOTE) {
          if (isQuoted) {
            isQuoted = false
            hasJustClosed = true
          } else if (isFieldStart || hasJustClosed) {
            isQuoted = true
            hasJustClosed = false
          }
          isFieldStart = false
          continue
        }
        hasJustClosed = false
        if (isQuoted) continue
        isFieldStart = code === separator || code === LF || code === CR
        // A CR at the end of a piece may be half of a CR LF: the next piece says.
        if (code === LF || (code === CR && place + 1 < rest.length && rest.charCodeAt(place + 1) !== LF)) end = place + 1
      }
      if (end > 0) return take(end, true)
      if (rest.length <= MOST_RECORD_LENGTH) return null
      isQuoted = false
      isFieldStart = true
      return take(rest.length, false)
    },
    /** What is left when nothing comes any more; null when that is nothing. */
    end(): RecordsBlock | null {
      return rest === '' ? null : take(rest.length, !isQuoted)
    },
  }
}

/** However they are written: CR LF is one. */
export function countLineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
