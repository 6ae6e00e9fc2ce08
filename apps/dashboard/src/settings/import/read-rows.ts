import { dsvFormat } from 'd3-dsv'
import { createBreather } from './breathe.ts'
import { countLineBreaks, createRecordCutter, type RecordsBlock } from './cut-records.ts'
import type { FileFormat } from './file-format.ts'

/** One record of a file, and where it stands. */
export interface FileRow {
  cells: string[]
  /** Line of the file, as an editor counts them. */
  line: number
  /** False when a quote that was opened in it never closes. */
  isWhole: boolean
}

const PIECE_LENGTH = 16_384

/**
 * Reads a file record by record, in slices between which the page can do what it
 * has to. The first row is the names of the columns. Lines with nothing in them are
 * passed over.
 *
 * @param onProgress from 0 to 1
 */
export async function* readRows(
  file: Blob,
  { encoding, delimiter }: FileFormat,
  onProgress: (share: number) => void = () => undefined,
): AsyncGenerator<FileRow[]> {
  const breathe = createBreather()
  const parser = dsvFormat(delimiter)
  const cutter = createRecordCutter(delimiter)
  // Passes over a byte order mark by itself.
  const decoder = new TextDecoder(encoding)
  const reader = file.stream().getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      const text = decoder.decode(value, { stream: !done })
      // A browser may give two megabytes at once, which take longer than a slice.
      for (let place = 0; place < text.length; place += PIECE_LENGTH) {
        const block = cutter.push(text.slice(place, place + PIECE_LENGTH))
        if (block) yield toRows(parser, block)
        await breathe()
      }
      const last = done ? cutter.end() : null
      if (last) yield toRows(parser, last)
      bytes += value?.length ?? 0
      onProgress(file.size === 0 ? 1 : bytes / file.size)
      if (done) return
    }
  } finally {
    await reader.cancel()
  }
}

function toRows(parser: Pick<ReturnType<typeof dsvFormat>, 'parseRows'>, { text, line, isWhole }: RecordsBlock): FileRow[] {
  const rows: FileRow[] = []
  let at = line
  const parsed = parser.parseRows(text)
  for (const [index, cells] of parsed.entries()) {
    const isEmpty = cells.every((cell) => cell.trim() === '')
    if (!isEmpty) rows.push({ cells, line: at, isWhole: isWhole || index < parsed.length - 1 })
    at += 1
    for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) at += countLineBreaks(cell)
  }
  return rows
}
